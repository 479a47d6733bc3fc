import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BucketReader } from '../../cli/pull/bucket-reader.ts';
import { pullProject } from '../../cli/pull/pull.ts';
import { taskKeys } from '../../lib/automations/bucket/dataset-keys.ts';
import { toJson } from '../../lib/automations/bucket/stored-json.ts';
import { costOf } from '../measure.ts';
import type { Growing } from './grow.ts';

const PROJECT = 'project';
const VERSION = '20260105T020000.000Z';
const CONTENT = '{"details":[]}\n';
const sha256 = createHash('sha256').update(CONTENT).digest('hex');

/** A pull into an empty folder from a bucket in memory: what the pull does itself, without S3. */
export const pullGrowing: Growing = {
  what: 'pull of more objects',
  sizes: [50, 500, 5_000],
  rounds: 2,
  cpuSeconds: async (tasks) => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-pull-'));
    const state = { project_id: PROJECT, tasks: new Map<string, string>(), archive: undefined };
    const { signal } = new AbortController();
    const flags = { mayDelete: true, withArchive: false, concurrency: 8, signal, onTask: () => {} };
    try {
      return (await costOf(1, 1, () => pullProject({ reader: readerOf(tasks), folder, state, ...flags }))).cpuSeconds;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

/** A bucket that has this many tasks, with one file each. */
function readerOf(tasks: number): BucketReader {
  return {
    folders: async () => Array.from({ length: tasks }, (_, task) => `task-${task}`),
    async read(key) {
      const task_id = key.split('/')[3] ?? '';
      const manifest = taskKeys.manifest({ project_id: PROJECT, task_id }, VERSION);
      const version = { project_id: PROJECT, task_id, version: VERSION, completed_at: '2026-01-05T11:00:00.000+09:00' };
      if (key !== manifest) return toJson('latest', { ...version, manifest });
      const file = { path: `${task_id}/frame.json`, bytes: CONTENT.length, sha256, content_type: 'application/json' };
      return toJson('taskManifest', { ...version, files: [file] });
    },
    async download(_file, path) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, CONTENT);
    },
  };
}
