import type { WebhookTestResponse } from '../../lib/annofab/index.ts';
import { lazy } from '../../lib/core/async/lazy.ts';
import { type ArchiveUpdate, updateArchive } from './archive.ts';
import { type CompletedEvent, completeTask } from './event.ts';
import type { PilotParts } from './parts.ts';
import { makeTask, type PilotTask, putOuterFile } from './task.ts';
import { testDelivery } from './webhooks.ts';

/** What the assumptions look at. Each is made by the first assumption that needs it, and kept, a failure too. */
export interface Pilot extends PilotParts {
  /** A task with one input data. */
  task(): Promise<PilotTask>;
  /** The address of the file of a segmentation in the task. */
  outerFile(): Promise<string>;
  /** A test delivery whose values need escaping. */
  tested(): Promise<WebhookTestResponse>;
  /** The task is completed, and its webhooks are called. */
  event(): Promise<CompletedEvent>;
  /** The archive is updated. */
  archive(): Promise<ArchiveUpdate>;
}

export function createPilot(parts: PilotParts): Pilot {
  const ignoreFailure = () => parts.signal.throwIfAborted();
  const task = lazy(() => makeTask(parts));
  const outerFile = lazy(async () => putOuterFile(parts, await task()));
  const event = lazy(async () => {
    // A completed task may not be annotated any more.
    await outerFile().catch(ignoreFailure);
    return completeTask(parts, await task());
  });
  const archive = lazy(async () => {
    // The archive then has the task, and the webhooks of both do not run at the same time.
    await event().catch(ignoreFailure);
    return updateArchive(parts);
  });
  return { ...parts, task, outerFile, tested: lazy(() => testDelivery(parts)), event, archive };
}
