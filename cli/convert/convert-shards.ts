import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { isJsonObject } from '../../lib/core/json.ts';
import type { ConversionReport, Shard } from '../../lib/datasets/index.ts';
import { type Conversion, openShardConverter } from './conversion.ts';

interface Options {
  /** How many at the same time; each in a thread, unless it is one. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  onShard(shard: Shard): void;
}

/** Converts all shards. @returns their reports, in the order of the shards */
export async function convertShards(
  conversion: Conversion,
  shards: readonly Shard[],
  options: Options,
): Promise<ConversionReport[]> {
  return options.jobs === 1 || shards.length === 1
    ? await convertHere(conversion, shards, options)
    : await convertInThreads(conversion, shards, options);
}

async function convertHere(
  conversion: Conversion,
  shards: readonly Shard[],
  { signal, onShard }: Options,
): Promise<ConversionReport[]> {
  const converter = await openShardConverter(conversion);
  try {
    const reports: ConversionReport[] = [];
    for (const shard of shards) {
      reports.push(await converter.convert(shard, signal));
      onShard(shard);
    }
    return reports;
  } finally {
    await converter[Symbol.asyncDispose]();
  }
}

/** What a thread answers to a shard. */
export interface ShardAnswer {
  readonly index: number;
  readonly report: ConversionReport;
}

async function convertInThreads(
  conversion: Conversion,
  shards: readonly Shard[],
  { jobs, signal, onShard }: Options,
): Promise<ConversionReport[]> {
  const reports = new Array<ConversionReport>(shards.length);
  const queue = shards.values();
  const workers: Worker[] = [];
  const work = async () => {
    const worker = new Worker(new URL('./shard-worker.ts', import.meta.url), { workerData: conversion });
    workers.push(worker);
    for (const shard of queue) {
      worker.postMessage(shard);
      const [answer]: unknown[] = await once(worker, 'message', { signal });
      if (!isAnswer(answer)) throw new Error(`The thread that converts shard ${shard.index} gave no report.`);
      reports[answer.index] = answer.report;
      onShard(shard);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(jobs, shards.length) }, work));
    return reports;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function isAnswer(value: unknown): value is ShardAnswer {
  return isJsonObject(value) && typeof value['index'] === 'number' && isJsonObject(value['report']);
}
