/** How a part measures: rounds that alternate between what is compared, in processes of their own where memory counts. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Runs each measurement once a round, one after the other, so that the load of the machine affects all of them.
 *
 * @returns what each returned, one value a round
 */
export async function interleave<Name extends string, Value>(
  measurements: Readonly<Record<Name, () => Promise<Value>>>,
  rounds: number,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(measurements) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Value[]])) as Record<Name, Value[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await measurements[name]());
  }
  return results;
}

/** What some work took. */
export interface Cost {
  readonly seconds: number;
  /** The processor time of this process, all of its threads: it depends less on the load of the machine. */
  readonly cpuSeconds: number;
}

/** Keeps `concurrency` calls under way until `calls` are made. */
export async function costOf(calls: number, concurrency: number, call: () => PromiseLike<unknown>): Promise<Cost> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: concurrency }, worker));
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - start) / 1_000, cpuSeconds: (user + system) / 1e6 };
}

/** A process of the benchmark: a server, or one measurement. Its first line is JSON. */
export interface BenchProcess<First> {
  readonly first: First;
  /** Ends the process if it has not ended, and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a script and waits for its first line.
 *
 * @throws Error if the process ends before it has printed a line
 */
export async function startScript<First>(
  script: URL,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchProcess<First>> {
  return await startProgram(process.execPath, [script.pathname, ...args], env);
}

/** As {@link startScript}, for another program. */
async function startProgram<First>(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<BenchProcess<First>> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const first = await Promise.race([
    firstLine(child),
    ended.then(([code]) => Promise.reject(new Error(`${args[0]} ended with ${code}`))),
  ]);
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { first: JSON.parse(first), stop };
}

/** A process that measures whenever it is asked. */
export interface Meter<Question, Answer> {
  measure(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a script that answers each message of its parent by one. */
export function startMeter<Question extends object, Answer>(
  script: URL,
  args: readonly string[],
): Meter<Question, Answer> {
  const child = fork(script, args);
  const ended = once(child, 'exit');
  return {
    async measure(question) {
      const answer = once(child, 'message');
      child.send(question);
      const failed = ended.then(([code]) => Promise.reject(new Error(`${script.pathname} ended with ${code}`)));
      const [cost] = await Promise.race([answer, failed]);
      return cost;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Runs a script to its end. @returns the JSON of its first line */
export async function runScript<Result>(
  script: URL,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const { first, stop } = await startScript<Result>(script, args, env);
  await stop();
  return first;
}

/** As {@link runScript}, for another program. */
export async function runProgram<Result>(program: string, args: readonly string[]): Promise<Result> {
  const { first, stop } = await startProgram<Result>(program, args);
  await stop();
  return first;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the output of the process is not piped');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return line;
}
