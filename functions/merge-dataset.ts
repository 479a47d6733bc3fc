import { mergeFormat } from '../lib/automations/build-dataset/shards/merge-shards.ts';
import { readMergeItem } from '../lib/automations/build-dataset/shards/request.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { taskHandler } from '../lib/lambda/task-handler.ts';

/** The last task of the state machine, for each format: joins what the shards wrote. */
export const handler = taskHandler('merge-dataset', readMergeItem, { dataset }, (ctx) => mergeFormat(ctx, ctx.input));
