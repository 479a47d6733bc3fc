import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogSink, readLog } from '../logs.ts';
import type { FunctionDefinition } from '../serverless-file/serverless-file.ts';
import { FunctionError } from './function-error.ts';
import { type ErrorAnswer, type Invoke, type Reply, WHOLE_ERRORS } from './protocol.ts';

/** A process that runs one function, one event at a time. */
export interface FunctionProcess {
  /** False once the process has ended or been killed. */
  readonly alive: boolean;
  /** Resolves when the function's module is loaded. @throws FunctionError when it cannot be */
  loaded(): Promise<void>;
  /** @throws FunctionError */
  invoke(event: unknown): Promise<unknown>;
  /** Kills it, and resolves when it has ended. */
  kill(): Promise<void>;
}

export interface ProcessOptions {
  readonly definition: FunctionDefinition;
  /** The folder that the handler's path is relative to. */
  readonly root: string;
  /** The handler's module, if it has been bundled. */
  readonly bundle?: string | undefined;
  /** The whole environment: the function does not inherit the host's. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: LogSink;
  /** Writes errors with their messages and causes, which may hold content: the log must not have them on AWS. */
  readonly wholeErrors?: boolean;
}

/** Loading from source on a busy machine takes longer than the 10 seconds that Lambda allows. */
const MIN_LOAD_TIMEOUT_MS = 60_000;

/** Where Node keeps compiled code by default. A process that is given it at its start does not strip the types of runtime.ts again. */
const COMPILE_CACHE = join(tmpdir(), 'node-compile-cache');

/** A function that is still loading does not notice for seconds that its host has ended. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export function startFunctionProcess(options: ProcessOptions): FunctionProcess {
  const { definition, root, bundle = '', env, log, wholeErrors } = options;
  const child = fork(new URL('runtime.ts', import.meta.url), [bundle, ...(wholeErrors ? [WHOLE_ERRORS] : [])], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    execArgv: [`--max-old-space-size=${definition.memoryMegabytes}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const logs = logsOf(child, definition.name, log);
  running.add(child);
  const ended = once(child, 'exit');
  const state = { alive: true };
  let waiting: ((reply: Reply) => void) | undefined;

  child.on('message', (reply: Reply) => settle(reply));
  child.on('error', (error) => end(exitError(`could not be started: ${error.message}`)));
  child.on('exit', () => running.delete(child));
  child.on('exit', (code, signal) => end(exitError(signal === null ? `exit status ${code}` : `signal: ${signal}`)));

  const loadTimeoutMs = Math.max(MIN_LOAD_TIMEOUT_MS, definition.timeoutMs);
  const ready = withTimeout(nextReply(), loadTimeoutMs, () => {
    const errorMessage = `${definition.name} was not loaded within ${loadTimeoutMs / 1000} seconds`;
    end({ errorType: 'Sandbox.Timedout', errorMessage });
  });

  return {
    get alive() {
      return state.alive;
    },
    loaded,
    async invoke(event) {
      await loaded();
      return handle(event);
    },
    async kill() {
      end(exitError('stopped'));
      await ended;
    },
  };

  async function loaded(): Promise<void> {
    const reply = await ready;
    if (reply.type !== 'error') return;
    end(reply.error);
    throw new FunctionError(reply.error);
  }

  async function handle(event: unknown): Promise<unknown> {
    const requestId = randomUUID();
    const logged = logs.map((reader) => reader.readUntilEnd(requestId));
    const invoke: Invoke = { requestId, event, deadline: Date.now() + definition.timeoutMs };
    const answered = withTimeout(nextReply(), definition.timeoutMs, () => end(timeoutError(definition, requestId)));
    if (state.alive) child.send(invoke);
    const reply = await answered;
    await Promise.all(logged);
    if (reply.type === 'error') throw new FunctionError(reply.error);
    return reply.type === 'result' ? reply.value : null;
  }

  function nextReply(): Promise<Reply> {
    return new Promise((resolve) => {
      if (state.alive) waiting = resolve;
      else resolve({ type: 'error', error: exitError('ended') });
    });
  }

  function settle(reply: Reply): void {
    waiting?.(reply);
    waiting = undefined;
  }

  /** Fails the pending invocation with this error and kills the process without a warning, as Lambda does. */
  function end(error: ErrorAnswer): void {
    state.alive = false;
    settle({ type: 'error', error });
    child.kill('SIGKILL');
  }
}

function logsOf(child: ChildProcess, functionName: string, sink: LogSink) {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The streams of a function are pipes');
  return [
    readLog(stdout, { functionName, stream: 'stdout', sink }),
    readLog(stderr, { functionName, stream: 'stderr', sink }),
  ];
}

async function withTimeout<T>(promise: Promise<T>, ms: number, onTimeout: () => void): Promise<T> {
  const timer = setTimeout(onTimeout, ms);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

function timeoutError({ timeoutMs }: FunctionDefinition, requestId: string): ErrorAnswer {
  const seconds = (timeoutMs / 1000).toFixed(2);
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
  };
}

function exitError(how: string): ErrorAnswer {
  return { errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with error: ${how}` };
}
