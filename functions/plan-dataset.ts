import { planShards } from '../lib/automations/build-dataset/shards/plan-dataset.ts';
import { readRequest } from '../lib/automations/build-dataset/shards/request.ts';
import { annofab } from '../lib/lambda/services/annofab.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { taskHandler } from '../lib/lambda/task-handler.ts';

/** The first task of the state machine: cuts the archive into shards. */
export const handler = taskHandler('plan-dataset', readRequest, { annofab, dataset }, (ctx) =>
  planShards(ctx, ctx.input),
);
