/** A thread that converts the shards which it is sent. An error ends it, and is thrown where it was started. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Shard } from '../../lib/datasets/index.ts';
import { type Conversion, openShardConverter } from './conversion.ts';
import type { ShardAnswer } from './convert-shards.ts';

const conversion: Conversion = workerData;
const converter = openShardConverter(conversion);

parentPort?.on('message', async (shard: Shard) => {
  const report = await (await converter).convert(shard);
  parentPort?.postMessage({ index: shard.index, report } satisfies ShardAnswer);
});
