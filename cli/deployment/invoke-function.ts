import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { isJsonObject, ownField } from '../../lib/core/json.ts';
import type { Target } from './target.ts';

/** A function may take as long as this. */
const TIMEOUT_MS = 15 * 60_000;

/**
 * Invokes a function of the deployment.
 *
 * @param name in serverless.yml: `reconcile-deliveries`
 * @returns what the function returned
 * @throws Error with the function's message when it failed
 */
export async function invokeFunction(
  target: Target,
  name: string,
  event: object,
  signal: AbortSignal,
): Promise<unknown> {
  const { text, failed } = target.running
    ? await invokeLocal(target.running.http.url, name, event, signal)
    : await invokeLambda(target, name, event, signal);
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (!failed) return answer;
  const message = isJsonObject(answer) ? (ownField(answer, 'errorMessage') ?? ownField(answer, 'message')) : undefined;
  throw new Error(`The function ${name} failed: ${String(message ?? text)}`);
}

async function invokeLocal(url: string, name: string, event: object, signal: AbortSignal) {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/__lambda/invoke/${name}`, { method: 'POST', headers, body, signal });
  return { text: await response.text(), failed: !response.ok };
}

/** Once: the SDK would repeat an invocation whose answer takes long. */
async function invokeLambda({ stack, sdk }: Target, name: string, event: object, signal: AbortSignal) {
  const requestHandler = { ...sdk.requestHandler, requestTimeout: TIMEOUT_MS };
  const client = new LambdaClient({ ...sdk, requestHandler, maxAttempts: 1 });
  const command = new InvokeCommand({ FunctionName: `${stack}-${name}`, Payload: Buffer.from(JSON.stringify(event)) });
  const { Payload, FunctionError } = await client.send(command, { abortSignal: signal });
  return { text: Buffer.from(Payload ?? []).toString(), failed: FunctionError !== undefined };
}
