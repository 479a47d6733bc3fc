/** One invocation of the state machine, in a process of its own: `node step.ts <folder> <function> <input>`. Prints what it took. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderDataset } from '../../cli/export/folder-dataset.ts';
import { convertOneShard } from '../../lib/automations/build-dataset/shards/convert-shard.ts';
import { mergeFormat } from '../../lib/automations/build-dataset/shards/merge-shards.ts';
import { planShards } from '../../lib/automations/build-dataset/shards/plan-shards.ts';
import { readMergeItem, readRequest, readShardItem } from '../../lib/automations/build-dataset/shards/request.ts';
import type { Dataset } from '../../lib/aws/dataset.ts';
import { createLog } from '../../lib/runtime/log.ts';

export interface Step {
  /** Of this process; the start is not part of it. */
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly reads: number;
  readonly writes: number;
}

const [, script = '', folder = '', name = '', input = ''] = process.argv;
if (import.meta.url === pathToFileURL(script).href) console.log(JSON.stringify(await run()));

async function run(): Promise<Step> {
  const counts = { reads: 0, writes: 0 };
  const ctx = {
    dataset: counting(folderDataset(join(folder)), counts),
    log: createLog(),
    signal: new AbortController().signal,
  };
  const before = process.cpuUsage();
  if (name === 'plan') await planShards(ctx, readRequest(JSON.parse(input)));
  if (name === 'shard') await convertOneShard(ctx, readShardItem(JSON.parse(input)));
  if (name === 'merge') await mergeFormat(ctx, readMergeItem(JSON.parse(input)));
  const { user, system } = process.cpuUsage(before);
  return { cpuSeconds: (user + system) / 1e6, peakMebibytes: peakMebibytes(), ...counts };
}

/** Of this process alone, from Linux: what `process.resourceUsage` has is also that of the process that started it. */
function peakMebibytes(): number {
  const [, kibibytes = ''] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

function counting(dataset: Dataset, counts: { reads: number; writes: number }): Dataset {
  const counted =
    <A extends unknown[], R>(kind: keyof typeof counts, work: (...args: A) => R) =>
    (...args: A): R => {
      counts[kind] += 1;
      return work(...args);
    };
  return {
    ...dataset,
    read: counted('reads', dataset.read),
    open: counted('reads', dataset.open),
    put: counted('writes', dataset.put),
    replace: counted('writes', dataset.replace),
    upload: counted('writes', dataset.upload),
  };
}
