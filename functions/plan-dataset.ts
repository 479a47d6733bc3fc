import { planShards } from '../lib/automations/build-dataset/shards/plan-shards.ts';
import { readRequest } from '../lib/automations/build-dataset/shards/request.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { taskHandler } from '../lib/lambda/task-handler.ts';

/** The first task of the state machine: cuts the archive of a version into shards. */
export const handler = taskHandler('plan-dataset', readRequest, { dataset }, (ctx) => planShards(ctx, ctx.input));
