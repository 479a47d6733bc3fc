/**
 * Runs one function in a process of its own, as Lambda's runtime does: the module is loaded once and stays, one event is
 * handled at a time. Started by function-process.ts, which talks to it over the process channel.
 */
import { existsSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ErrorAnswer, endOfLog, type Invoke, type Reply } from './protocol.ts';
import { isFields } from './values.ts';

type Handler = (event: unknown, context: object) => unknown;

enableCompileCache();
// Without its host a function has nobody to answer to.
process.once('disconnect', () => process.exit());
// Ctrl-C reaches every process of the terminal; it is for the host to say when this one ends.
process.on('SIGINT', () => undefined);

try {
  const handler = await loadHandler(required('LAMBDA_TASK_ROOT'), required('_HANDLER'));
  process.on('message', (message: Invoke) => void answer(handler, message));
  tell({ type: 'ready' });
  flushCompileCache();
} catch (error) {
  console.error(error);
  tell({ type: 'error', error: errorAnswer(error, 'Runtime.ImportModuleError') });
}

/** `functions/on-task-completed.handler`: everything before the last dot is the file, without its extension. */
async function loadHandler(root: string, name: string): Promise<Handler> {
  const dot = name.lastIndexOf('.');
  const file = ['.ts', '.js', '.mjs', '.cjs']
    .map((extension) => join(root, name.slice(0, dot) + extension))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Cannot find module '${name.slice(0, dot)}'`);
  const module: unknown = await import(pathToFileURL(file).href);
  const handler = isFields(module) ? module[name.slice(dot + 1)] : undefined;
  if (!isHandler(handler)) throw new Error(`${name} is undefined or not exported`);
  return handler;
}

async function answer(handler: Handler, { requestId, event, deadline }: Invoke): Promise<void> {
  const reply = await run(handler, event, contextOf(requestId, deadline));
  for (const stream of [process.stdout, process.stderr]) stream.write(`${endOfLog(requestId)}\n`);
  tell(reply);
}

async function run(handler: Handler, event: unknown, context: object): Promise<Reply> {
  try {
    const value = await handler(event, context);
    return { type: 'result', value: value ?? null };
  } catch (error) {
    return { type: 'error', error: errorAnswer(error, 'Error') };
  }
}

function contextOf(awsRequestId: string, deadline: number): object {
  const functionName = required('AWS_LAMBDA_FUNCTION_NAME');
  return {
    awsRequestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${required('AWS_REGION')}:000000000000:function:${functionName}`,
    memoryLimitInMB: required('AWS_LAMBDA_FUNCTION_MEMORY_SIZE'),
    logGroupName: required('AWS_LAMBDA_LOG_GROUP_NAME'),
    logStreamName: required('AWS_LAMBDA_LOG_STREAM_NAME'),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function errorAnswer(error: unknown, otherwise: string): ErrorAnswer {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const trace = (error.stack ?? '').split('\n');
  return { errorType: otherwise === 'Error' ? error.name : otherwise, errorMessage: error.message, trace };
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function tell(reply: Reply): void {
  process.send?.(reply);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this file is started by the Lambda host`);
  return value;
}
