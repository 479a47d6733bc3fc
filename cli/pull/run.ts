import { bucketOf, s3Client } from '../deployment/bucket.ts';
import { openTarget } from '../deployment/target.ts';
import { bytesText, createProgress, endProgressLine } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import { createBucketReader } from './bucket-reader.ts';
import type { PullOptions } from './options.ts';
import { type Pulled, pullProject } from './pull.ts';
import { readState } from './pull-state.ts';

/** Copies the newest annotations of a project into a folder. */
export async function runPull(options: PullOptions): Promise<void> {
  const pulled = await interruptible((signal) => pull(options, signal), 'Run the same command again to go on.');
  endProgressLine();
  console.log(options.json ? JSON.stringify(pulled) : pulledText(pulled, options.to));
}

async function pull(options: PullOptions, signal: AbortSignal): Promise<Pulled> {
  const { project, to: folder, concurrency } = options;
  const state = await readState(folder, project);
  const target = await openTarget(options);
  const bucket = options.bucket ?? (await bucketOf(target, signal));
  const reader = createBucketReader(s3Client(target), bucket, signal);
  const progress = createProgress('tasks compared');
  const flags = { mayDelete: options.delete === true, withArchive: options.archive };
  return pullProject({ reader, folder, state, concurrency, signal, ...flags, onTask: progress });
}

function pulledText(pulled: Pulled, folder: string): string {
  const { project_id, tasks, changed, withdrawn, files, bytes, deleted, archive } = pulled;
  if (tasks === 0 && deleted === 0 && archive === undefined) {
    return `The bucket has nothing of project ${project_id}. Check the id; backfill exports tasks that were completed before.`;
  }
  return [
    `${changed} of ${tasks} tasks changed: ${files} files, ${bytesText(bytes)} were copied to ${folder}.`,
    ...(withdrawn === 0 ? [] : [`${withdrawn} tasks were re-opened or deleted since their export.`]),
    ...(deleted === 0 ? [] : [`${deleted} files were deleted.`]),
    archive === undefined ? 'There is no archive.' : `Archive: ${archive}.`,
  ].join('\n');
}
