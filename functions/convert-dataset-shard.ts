import { convertOneShard } from '../lib/automations/build-dataset/shards/convert-shard.ts';
import { readShardItem } from '../lib/automations/build-dataset/shards/request.ts';
import { dataset } from '../lib/lambda/services/dataset.ts';
import { taskHandler } from '../lib/lambda/task-handler.ts';

/** One item of the map: converts a shard of the archive. */
export const handler = taskHandler('convert-dataset-shard', readShardItem, { dataset }, (ctx) =>
  convertOneShard(ctx, ctx.input),
);
