/**
 * Runs one function in its own process, as Lambda's runtime does: the module is loaded once, and one event is handled at a
 * time. Started by function-process.ts, which communicates over the IPC channel.
 */
import { subscribe } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { isFields } from '../serverless-file/values.ts';
import { findHandlerFile } from './handler-file.ts';
import { type ErrorAnswer, endOfLog, type Invoke, type Reply, WHOLE_ERRORS, wholeErrorLine } from './protocol.ts';

type Handler = (event: unknown, context: object) => unknown;

// Without its host a function has no purpose.
process.once('disconnect', () => process.exit());
// Ctrl-C reaches every process of the terminal, but only the host ends this one.
process.on('SIGINT', () => undefined);

const [, , bundle = '', errors] = process.argv;
if (errors === WHOLE_ERRORS) await printWholeErrors();

try {
  const handler = await loadHandler(required('LAMBDA_TASK_ROOT'), required('_HANDLER'));
  process.on('message', (message: Invoke) => void answer(handler, message));
  send({ type: 'ready' });
} catch (error) {
  const failure = await withSourcePlaces(error);
  console.error(errors === WHOLE_ERRORS ? wholeErrorLine(inspect(failure)) : failure);
  send({ type: 'error', error: errorAnswer(failure, 'Runtime.ImportModuleError') });
}

/** Loads the bundle that the host has built, or else the source. */
async function loadHandler(root: string, name: string): Promise<Handler> {
  const dot = name.lastIndexOf('.');
  const file = bundle === '' ? findHandlerFile(root, name) : bundle;
  if (file === undefined) throw new Error(`Cannot find module '${name.slice(0, dot)}'`);
  const module: unknown = await import(pathToFileURL(file).href);
  const handler = isFields(module) ? module[name.slice(dot + 1)] : undefined;
  if (!isHandler(handler)) throw new Error(`${name} is undefined or not exported`);
  return handler;
}

async function answer(handler: Handler, { requestId, event, deadline }: Invoke): Promise<void> {
  const reply = await run(handler, event, contextOf(requestId, deadline));
  for (const stream of [process.stdout, process.stderr]) stream.write(`${endOfLog(requestId)}\n`);
  send(reply);
  // The host kills its processes, so that the compiled code would never be written at exit.
  flushCompileCache();
}

async function run(handler: Handler, event: unknown, context: object): Promise<Reply> {
  try {
    const value = await handler(event, context);
    return { type: 'result', value: value ?? null };
  } catch (error) {
    return { type: 'error', error: errorAnswer(await withSourcePlaces(error), 'Error') };
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

/** Writes each error that the function reports, with its message and causes, in one line. */
async function printWholeErrors(): Promise<void> {
  const { placeInSources } = await import('./source-places.ts');
  const { THROWN_ERRORS } = await import('../../../lib/runtime/thrown-errors.ts');
  const printed = new WeakSet<Error>();
  subscribe(THROWN_ERRORS, (error) => {
    // The same error may be reported for its message, and again for the invocation.
    if (!(error instanceof Error) || printed.has(error)) return;
    printed.add(error);
    console.error(wholeErrorLine(inspect(placeInSources(error))));
  });
}

/** Puts the places of the source files in the stack instead of those in the bundle. */
async function withSourcePlaces(error: unknown): Promise<unknown> {
  // Loaded only here, because most processes never need it.
  const { placeInSources } = await import('./source-places.ts');
  return error instanceof Error ? placeInSources(error) : error;
}

function errorAnswer(error: unknown, defaultType: string): ErrorAnswer {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  const trace = (error.stack ?? '').split('\n');
  return { errorType: defaultType === 'Error' ? error.name : defaultType, errorMessage: error.message, trace };
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function send(reply: Reply): void {
  process.send?.(reply);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this file is started by the Lambda host`);
  return value;
}
