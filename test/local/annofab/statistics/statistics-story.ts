import type { EmulatorOptions, Seed } from '../../../../local/annofab/index.ts';
import { ACCEPTER, startEmulator, WORKER } from '../emulator.ts';
import { everyTypeSeed } from '../every-type.ts';

export const story = { project_id: 'story' };

const named = (english: string) => ({ messages: [{ lang: 'en-US', message: english }], default_lang: 'en-US' });
const member = (user_id: string, role: 'owner' | 'worker' | 'accepter') => ({ user_id, role });

/** A project without operations: a task with two images and a task with one image. */
const seed: Seed = {
  ...everyTypeSeed,
  projects: [
    {
      ...{ project_id: 'story', organization_name: 'demo-org', title: '統計' },
      members: [member('demo_owner', 'owner'), member('demo_worker', 'worker'), member('demo_accepter', 'accepter')],
      specs: {
        labels: [
          {
            ...{ label_id: 'car', label_name: named('car'), keybind: [], annotation_type: 'bounding_box' },
            ...{ field_values: {}, additional_data_definitions: [], color: { red: 1, green: 2, blue: 3 } },
          },
        ],
        additionals: [],
        inspection_phrases: [{ id: 'blurred', text: named('blurred') }],
      },
      input_data: ['a', 'b', 'c'].map((id) => ({
        input_data_id: id,
        input_data_name: `${id}.png`,
        file: `https://storage.example/${id}.png`,
      })),
      tasks: [
        { task_id: 'two', input_data_ids: ['a', 'b'] },
        { task_id: 'one', input_data_ids: ['c'] },
      ],
    },
  ],
};

/** An emulator with a frozen clock, a project from 9 January 2030, and functions that operate on its tasks. */
export async function startStory(options: EmulatorOptions = {}) {
  const started = await startEmulator({ seed, now: () => new Date('2030-01-10T09:00:00+09:00'), ...options });
  const { annofab, owner, worker, accepter } = started;
  const clients = { owner, worker, accepter };
  const accounts = { owner: WORKER, worker: WORKER, accepter: ACCEPTER };

  /** @param when in Japan, as `10 09:30`: the day of January and the time */
  const setClock = (when: string) => annofab.clock.set(new Date(`2030-01-${when.replace(' ', 'T')}:00+09:00`));

  async function operate(who: keyof typeof clients, when: string, fields: object): Promise<void> {
    const { updated_datetime } = await owner.getTask({ ...story, task_id: 'two' });
    setClock(when);
    const body = { status: 'not_started', last_updated_datetime: updated_datetime, ...fields } as const;
    await clients[who].operateTask({ ...story, task_id: 'two', body });
  }

  return {
    ...started,
    setClock,
    /** Assigns the task with two images. */
    assign: (to: 'worker' | 'accepter', when: string) => operate('owner', when, { account_id: accounts[to] }),
    /** The assignee operates on it. */
    act: (who: 'worker' | 'accepter', status: 'working' | 'break' | 'complete' | 'rejected', when: string) =>
      operate(who, when, { status, account_id: accounts[who] }),
    rejectByForce: (when: string) => operate('owner', when, { status: 'rejected', force: true }),
  };
}

/**
 * Three days of work: two hours and, over midnight, one hour of annotation; 30 minutes until the rejection; 15 minutes
 * of annotation again; 10 minutes until the acceptance, which the owner then cancels.
 */
export async function tellStory(started: Awaited<ReturnType<typeof startStory>>): Promise<void> {
  const { assign, act, accepter } = started;
  await assign('worker', '10 09:59');
  await act('worker', 'working', '10 10:00');
  await act('worker', 'break', '10 12:00');
  await act('worker', 'working', '10 23:30');
  await act('worker', 'complete', '11 00:30');
  await assign('accepter', '11 08:59');
  await act('accepter', 'working', '11 09:00');
  const frame = { ...story, task_id: 'two', input_data_id: 'a' };
  const comment = (comment_id: string, label_id: string | null, phrases: string[]) => ({
    ...({ _type: 'Put', comment_type: 'inspection', phase: 'acceptance', phase_stage: 1 } as const),
    ...{ comment_id, comment: 'はみ出し', account_id: ACCEPTER, phrases },
    comment_node: {
      ...({ _type: 'Root', status: 'open', data: { _type: 'Point', x: 1, y: 2 } } as const),
      label_id,
    },
  });
  await accepter.batchUpdateComments({
    ...frame,
    body: [comment('1', null, []), comment('2', 'car', ['blurred']), comment('3', 'car', [])],
  });
  await act('accepter', 'rejected', '11 09:30');
  await assign('worker', '11 09:59');
  await act('worker', 'working', '11 10:00');
  await act('worker', 'complete', '11 10:15');
  await assign('accepter', '12 08:59');
  await act('accepter', 'working', '12 09:00');
  await act('accepter', 'complete', '12 09:10');
  await assign('accepter', '12 15:00');
  started.setClock('13 12:00');
}
