import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ExactNumber } from '../../lib/annofab/index.ts';
import { readSeed } from '../../local/annofab/seed/seed-file/index.ts';
import { demo, startEmulator } from '../local/annofab/emulator.ts';
import { empty, full, startTwoProjects } from './annotations/annotation-projects.ts';

const TASK = { ...demo, task_id: 'task-2' };
const LONG = '1712345678901234567';
const METADATA = `{"captured_at_ns":${LONG},"ratio":1.0,"site":"x"}`;

/** An emulator whose task has these metadata, sent as text. */
async function startWithMetadata() {
  const started = await startEmulator();
  await started.raw('PATCH', '/api/v1/projects/demo-project/tasks/metadata', { text: `{"task-2":${METADATA}}` });
  /** The metadata in the text of an answer. */
  const metadataText = async () => {
    const { text } = await started.owner.getTask(TASK).withResponse();
    return /"metadata":(\{[^}]*\})/.exec(text)?.[1];
  };
  expect(await metadataText()).toBe(METADATA);
  return { ...started, metadataText };
}

describe('numbers in metadata', () => {
  it('gives a number that loses digits as an ExactNumber, and every other one as a number', async () => {
    const { owner } = await startWithMetadata();
    const { metadata } = await owner.getTask(TASK);
    expect(metadata).toMatchObject({ captured_at_ns: new ExactNumber(LONG), ratio: 1, site: 'x' });
  });

  it('keeps the numbers of the other keys when mergeMetadata writes', async () => {
    const { owner, metadataText } = await startWithMetadata();
    const merged = await owner.tasks.mergeMetadata({ ...demo, metadata: { 'task-2': { site: null, priority: 2 } } });
    expect(merged.updated).toEqual(['task-2']);
    expect(await metadataText()).toBe(`{"captured_at_ns":${LONG},"ratio":1.0,"priority":2}`);
  });

  it('keeps the numbers when metadata that were read are copied and sent back', async () => {
    const { owner, metadataText } = await startWithMetadata();
    const { metadata } = await owner.getTask(TASK);
    await owner.patchTasksMetadata({ ...demo, body: { 'task-2': { ...metadata, site: 'y' } } });
    expect(await metadataText()).toBe(METADATA.replace('"x"', '"y"'));
    expect(JSON.stringify(metadata)).toContain(LONG);
  });

  it('writes nothing when the metadata already have the number', async () => {
    const { owner } = await startWithMetadata();
    const metadata = { 'task-2': { captured_at_ns: new ExactNumber(LONG), ratio: 1 } };
    expect((await owner.tasks.mergeMetadata({ ...demo, metadata })).unchanged).toEqual(['task-2']);
  });

  it('keeps the numbers in the list of tasks', async () => {
    const { annofab, owner } = await startWithMetadata();
    await owner.postProjectTasksUpdate(demo);
    await annofab.settled();
    for await (const task of owner.lists.tasks(demo)) {
      if (task.task_id === 'task-2') expect(task.metadata?.['captured_at_ns']).toEqual(new ExactNumber(LONG));
    }
  });

  it('keeps the numbers in a snapshot, in a copied project and after a move of the task', async () => {
    const { annofab, owner } = await startWithMetadata();
    await owner.initiateProjectCopy({
      ...demo,
      body: { dest_project_id: 'copy', dest_title: 'Copy', copy_inputs: true, copy_tasks: true },
    });
    await annofab.settled();
    await owner.tasks.assign({ ...TASK, account_id: null });
    const second = await startEmulator({ snapshot: annofab.save() });
    for (const project_id of ['demo-project', 'copy']) {
      const { text } = await second.owner.getTask({ project_id, task_id: 'task-2' }).withResponse();
      expect(text).toContain(METADATA);
    }
  });

  it('keeps the numbers of a seed file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'annofab-numbers-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const project = {
      ...{ project_id: 'p', organization_name: 'o', labels: [], members: [{ user_id: 'a', role: 'owner' }] },
      tasks: [{ task_id: 'task-2', input_data_ids: [], metadata: 'METADATA' }],
    };
    const seed = {
      accounts: [{ user_id: 'a', password: 'secret', personal_access_tokens: ['demo-pat'] }],
      organizations: [{ organization_name: 'o', members: [{ user_id: 'a', role: 'owner' }] }],
      projects: [project],
    };
    await writeFile(join(folder, 'seed.json'), JSON.stringify(seed).replace('"METADATA"', METADATA));
    const { owner } = await startEmulator({ seed: await readSeed(join(folder, 'seed.json')) });
    const { text } = await owner.getTask({ project_id: 'p', task_id: 'task-2' }).withResponse();
    expect(text).toContain(METADATA);
  });
});

describe('numbers in attributes', () => {
  /** Two projects; an integer attribute of the full frame is a number that JavaScript cannot hold. */
  async function startWithLongAttribute() {
    const started = await startTwoProjects();
    const frame = started.emulator.state.projects.get('demo-project')?.annotations.get('task-1/task-1-frame-1');
    const values = frame?.details.flatMap(({ additional_data_list }) => additional_data_list.map(({ value }) => value));
    const integer = values?.find((value) => value?._type === 'Integer');
    if (integer?._type !== 'Integer') throw new Error('the frame has no integer attribute');
    integer.value = new ExactNumber(LONG);
    return started;
  }

  it('copies an integer attribute with all its digits', async () => {
    const { annofab } = await startWithLongAttribute();
    await annofab.annotations.copy({ from: full, to: empty });
    const { text } = await annofab.getEditorAnnotation({ ...empty, query: { v: 2 } }).withResponse();
    expect(text).toContain(`{"_type":"Integer","value":${LONG}}`);
    expect((await annofab.getEditorAnnotation(empty).withResponse()).text).toContain(`"integer":${LONG}`);
  });

  it('reads an integer attribute from an archive with all its digits, and writes it back', async () => {
    const { annofab, emulator } = await startWithLongAttribute();
    await annofab.postAnnotationArchiveUpdate(demo);
    await emulator.settled();
    await using archive = await annofab.archives.openSimple(demo);
    const frame = await archive.frame(full);
    if (!frame) throw new Error('the archive has no such frame');
    const numbers = frame.details.flatMap(({ attributes }) => Object.values(attributes ?? {}));
    expect(numbers).toContainEqual(new ExactNumber(LONG));
    const report = await annofab.annotations.putSimple({ ...empty, annotation: frame }, { files: frame.outerFile });
    expect(report.problems).toEqual([]);
    expect((await annofab.getAnnotation(empty).withResponse()).text).toContain(LONG);
  });
});
