/** Runs the SQL of docs/read.md over a feed of changes. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../lib/automations/bucket/changes.ts';
import { projectKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { folderOutput } from '../../lib/datasets/index.ts';
import { blocksOf } from '../docs/pages.ts';
import { runPython } from './run-python.ts';

const PROJECT = 'road-2026';
const START = Date.parse('2026-01-31T05:00:00.000Z');

/** In the order of publication: `kept` is published twice, `deleted` withdrawn, `re-opened` completed again afterwards. */
const CHANGES: readonly Change[] = [
  exported('kept', 'v1'),
  exported('deleted', 'v1'),
  { kind: 'task-withdrawn', project_id: PROJECT, task_id: 'deleted', version: 'v1', reason: 'deleted' },
  exported('kept', 'v2'),
  exported('re-opened', 'v1'),
  { kind: 'task-withdrawn', project_id: PROJECT, task_id: 're-opened', version: 'v1', reason: 're-opened' },
  { kind: 'archive-mirrored', project_id: PROJECT, version: 'v1', manifest: 'm', archive: 'a' },
  exported('re-opened', 'v2'),
  { kind: 'project-completed', project_id: PROJECT, tasks: 2 },
];

function exported(task_id: string, version: string): Change {
  const manifest = `projects/${PROJECT}/tasks/${task_id}/versions/${version}/manifest.json`;
  return { kind: 'task-exported', project_id: PROJECT, task_id, version, completed_at: '', manifest };
}

/** @returns what is wrong */
export async function readFeed(folder: string, python: string): Promise<string[]> {
  const bucket = join(folder, 'bucket');
  writeChanges(bucket);
  const [sql = ''] = blocksOf('docs/read.md').flatMap(({ language, text }) => (language === 'sql' ? [text] : []));
  const rows = await runPython<{ task_id: string; version: string }[]>(python, 'read_feed.py', [sql, bucket]);
  const found = rows.map(({ task_id, version }) => `${task_id} ${version}`).sort();
  const wanted = ['kept v2', 're-opened v2'];
  return isDeepStrictEqual(found, wanted) ? [] : [`docs/read.md: its SQL found ${found} instead of ${wanted}`];
}

function writeChanges(bucket: string): void {
  const { writeFile } = folderOutput(bucket);
  for (const [at, change] of CHANGES.entries()) {
    const published_at = new Date(START + at * 1_000).toISOString();
    const name = 'task_id' in change ? `${change.kind}-${change.task_id}` : change.kind;
    writeFile(projectKeys.change(PROJECT, published_at, name), JSON.stringify({ ...change, published_at }));
  }
}
