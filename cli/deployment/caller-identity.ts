import { isJsonObject, type JsonObject, ownField } from '../../lib/core/json.ts';
import { awsRequest } from './aws-request.ts';
import type { Target } from './target.ts';

/** Whose AWS credentials they are. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** Asks STS whose AWS credentials they are. @throws Error with the reason of AWS */
export async function callerIdentity(target: Target, signal: AbortSignal): Promise<CallerIdentity> {
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = { service: 'sts', method: 'POST', path: '/', headers, body } as const;
  const answer = fieldOf(await awsRequest(target, request, signal), 'GetCallerIdentityResponse');
  const { Account, Arn } = fieldOf(answer, 'GetCallerIdentityResult');
  return { account: String(Account), arn: String(Arn) };
}

function fieldOf(json: JsonObject, name: string): JsonObject {
  const value = ownField(json, name);
  return isJsonObject(value) ? value : {};
}
