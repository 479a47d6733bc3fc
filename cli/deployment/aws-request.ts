import { LambdaClient } from '@aws-sdk/client-lambda';
import { isJsonObject, type JsonObject, ownField, parseJson } from '../../lib/core/json.ts';
import { httpFetch } from './http-fetch.ts';
import type { Target } from './target.ts';

/** Services of which a command needs one or two requests: a client of the SDK for each would be a dependency more. */
const SERVICES = {
  sts: { signingName: 'sts', variable: 'AWS_ENDPOINT_URL_STS' },
  cloudWatch: { signingName: 'monitoring', variable: 'AWS_ENDPOINT_URL_CLOUDWATCH' },
  scheduler: { signingName: 'scheduler', variable: 'AWS_ENDPOINT_URL_SCHEDULER' },
} as const;

export interface AwsRequest {
  readonly service: keyof typeof SERVICES;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request to AWS, signed with the credentials of the SDK. @throws Error with the code and message of AWS */
export async function awsRequest({ sdk }: Target, request: AwsRequest, signal: AbortSignal): Promise<JsonObject> {
  const { service, method, path, query = {}, headers = {}, body } = request;
  const url = new URL(endpointOf(service, sdk.region));
  const signed = await signerOf(sdk, service).then((signer) =>
    signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path,
      query: { ...query },
      headers: { host: url.host, accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
    }),
  );
  const { host: _, ...signedHeaders } = signed.headers;
  url.pathname = path;
  url.search = new URLSearchParams(query).toString().replaceAll('+', '%20');
  const options = { method, headers: signedHeaders, signal };
  const response = await httpFetch(url, { ...options, ...(body !== undefined && { body }) });
  const json = parseJson(await response.text());
  const answer = isJsonObject(json) ? json : {};
  if (response.ok) return answer;
  throw new Error(`${service} answered ${response.status}: ${messageIn(answer)}`);
}

async function signerOf(sdk: Target['sdk'], service: AwsRequest['service']) {
  const { signingName } = SERVICES[service];
  const scheme = { name: 'sigv4', signingName, signingRegion: sdk.region, properties: {} };
  return await new LambdaClient(sdk).config.signer(scheme);
}

function endpointOf(service: AwsRequest['service'], region: string): string {
  const { signingName, variable } = SERVICES[service];
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return process.env[variable] ?? `https://${signingName}.${region}.${domain}`;
}

function messageIn(answer: JsonObject): string {
  const error = ownField(answer, 'Error');
  const source = isJsonObject(error) ? error : answer;
  return String(ownField(source, 'message') ?? ownField(source, 'Message') ?? 'no explanation');
}
