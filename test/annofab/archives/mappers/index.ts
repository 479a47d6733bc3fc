/** Functions that the tests of `mapFrames` run in threads. */
import { threadId } from 'node:worker_threads';
import type { FullFrame, SimpleFrame } from '../../../../lib/annofab/index.ts';

export default function describeFrame({ task_id, input_data_id, details }: SimpleFrame) {
  return { task_id, input_data_id, labels: details.map(({ label }) => label) };
}

export function nameWith({ input_data_id }: SimpleFrame, data: { readonly prefix: string }): string {
  return `${data.prefix}${input_data_id}`;
}

export async function readMask(frame: SimpleFrame): Promise<string | undefined> {
  const [name] = frame.outerFiles;
  return name === undefined ? undefined : (await frame.outerFile(name)).toString('hex');
}

/** Not a promise, but `await` waits for it. */
export function thenable({ input_data_id }: SimpleFrame): PromiseLike<string> {
  const value = Promise.resolve(input_data_id);
  // biome-ignore lint/suspicious/noThenProperty: it is what is tested
  return { then: (...on) => value.then(...on) };
}

export function labelIdsOf({ details }: FullFrame) {
  return details.map(({ label_id }) => label_id);
}

export function idOfThread(): number {
  return threadId;
}

export function failAtInput7({ input_data_id }: SimpleFrame): string {
  if (input_data_id === 'input-7') throw new RangeError('seven is too many');
  return input_data_id;
}

export function throwFunction({ input_data_id }: SimpleFrame): string {
  throw () => input_data_id;
}

export function returnFunctionAtInput7({ input_data_id }: SimpleFrame): unknown {
  return input_data_id === 'input-7' ? () => input_data_id : input_data_id;
}

export function exitAtInput7({ input_data_id }: SimpleFrame): string {
  if (input_data_id === 'input-7') process.exit(3);
  return input_data_id;
}

export function failLaterAtInput7({ input_data_id }: SimpleFrame): Promise<string> {
  if (input_data_id !== 'input-7') return Promise.resolve(input_data_id);
  setImmediate(() => {
    throw new Error('nobody awaits this');
  });
  return new Promise(() => {});
}

/** Counts its calls in memory that it shares with the test. */
export function countCalls({ input_data_id }: SimpleFrame, calls: Int32Array<SharedArrayBuffer>): string {
  Atomics.add(calls, 0, 1);
  return input_data_id;
}

export function blockForever(_frame: SimpleFrame, started: Int32Array<SharedArrayBuffer>): never {
  Atomics.store(started, 0, 1);
  Atomics.notify(started, 0);
  for (;;) Atomics.wait(started, 1, 0);
}

export const notFunction = 'text';
