import { toInspections } from '../comments/inspections.ts';
import type { Services } from '../core/services.ts';
import type { ListKind, ProjectRecord } from '../core/state.ts';
import type { Schema } from '../server/api-description.ts';
import { withNulls } from '../server/nulls.ts';
import { historiesOf } from '../tasks/task-histories.ts';
import { eventsOf } from '../tasks/task-history-events.ts';

interface ListFile {
  readonly schema: Schema;
  content(project: ProjectRecord): unknown;
}

const arrayOf = (name: string): Schema => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });

/** The whole list of a kind as one JSON text. Input data has no URLs in it, because they would expire. */
const LISTS: Readonly<Record<ListKind, ListFile>> = {
  tasks: { schema: arrayOf('Task'), content: ({ tasks }) => [...tasks.values()] },
  inputs: {
    schema: arrayOf('InputData'),
    content: ({ inputData }) => [...inputData.values()].map(({ url: _, ...input }) => input),
  },
  comments: { schema: arrayOf('Comment'), content: ({ comments }) => [...comments.values()].flat() },
  inspections: {
    schema: arrayOf('Inspection'),
    content: ({ comments }) => [...comments.values()].flatMap(toInspections),
  },
  task_histories: {
    schema: { type: 'object', additionalProperties: arrayOf('TaskHistory') },
    content: (project) => Object.fromEntries([...project.tasks].map(([id, task]) => [id, historiesOf(project, task)])),
  },
  task_history_events: {
    schema: arrayOf('TaskHistoryEvent'),
    content: (project) => [...project.tasks.values()].flatMap((task) => eventsOf(project, task)),
  },
};

export const LIST_KINDS: readonly ListKind[] = [
  'tasks',
  'inputs',
  'comments',
  'inspections',
  'task_histories',
  'task_history_events',
];

type World = Pick<Services, 'files' | 'clock' | 'settings'>;

/**
 * Writes a list file with the present data.
 *
 * @returns its path in the file store
 */
export function writeList({ files, clock, settings }: World, record: ProjectRecord, kind: ListKind): string {
  const { schema, content } = LISTS[kind];
  const value = content(record);
  const text = JSON.stringify(settings.nullsForAbsent ? withNulls(schema, value) : value);
  const path = `lists/${record.project.project_id}/${kind}.json`;
  files.put(path, Buffer.from(text), 'application/json');
  record.lists.set(kind, { path, updated_datetime: clock.stamp() });
  return path;
}
