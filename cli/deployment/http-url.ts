import { UsageError } from '../frame/exit-codes.ts';
import { stageSettings } from './stage-settings.ts';
import type { Target } from './target.ts';

/** Its variable WEBHOOK_URL is the address of the HTTP API. */
const FUNCTION_WITH_URL = 'on-project-copy-completed';

/** The address of the HTTP API: the given one, that of the local stack, or that of settings/<stage>.yml. */
export async function configuredHttpUrl({ running, stage }: Target, given?: string): Promise<string | undefined> {
  return given ?? running?.http.url ?? (await stageSettings(stage)).webhookUrl;
}

/** The address of the HTTP API, which the deployment knows. @throws UsageError when it does not, or is not there */
export async function httpUrl(target: Target, given: string | undefined, signal: AbortSignal): Promise<string> {
  const url = (await configuredHttpUrl(target, given)) ?? (await deployedUrl(target, signal));
  if (url !== undefined) return url;
  throw new UsageError(
    `The address of the HTTP API of ${target.stack} is unknown. Check --stage and the AWS credentials, or give --url.`,
  );
}

async function deployedUrl({ stack, sdk }: Target, signal: AbortSignal): Promise<string | undefined> {
  // Most commands know the address without it.
  const { GetFunctionConfigurationCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const command = new GetFunctionConfigurationCommand({ FunctionName: `${stack}-${FUNCTION_WITH_URL}` });
  // It is not deployed when its event is off, and a role may not be allowed to read it: --url is the way then.
  const found = await new LambdaClient(sdk).send(command, { abortSignal: signal }).catch(() => undefined);
  signal.throwIfAborted();
  return found?.Environment?.Variables?.['WEBHOOK_URL'];
}
