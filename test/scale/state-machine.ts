import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from '../template/resolve.ts';
import type { Template } from '../template/template.ts';

const REGION = 'ap-northeast-1';
const ACCOUNT = '123456789012';

/** The state machine, in moto. */
export interface StateMachine {
  readonly arn: string;
  /** As a client of AWS is told about moto. */
  readonly aws: { readonly endpoint: string; readonly region: string };
  /** @returns its ARN */
  start(input: unknown): Promise<string>;
  stop(execution: string): Promise<void>;
  /** Waits until the execution has ended. */
  ended(execution: string): Promise<Execution>;
}

export interface Execution {
  readonly status: string;
  readonly output: unknown;
  /** The error's name and its cause, for a failure. */
  readonly failure: string;
}

/** The definition in the package, with the names that CloudFormation would fill in. */
export async function definitionOf(packageFolder: string, bucket: string): Promise<string> {
  const file = join(packageFolder, 'cloudformation-template-update-stack.json');
  const template: Template = JSON.parse(await readFile(file, 'utf8'));
  const text = resolve(template.Resources['DatasetStateMachine']?.Properties?.['DefinitionString'], {
    conditions: {},
    ref: (name) => ({ 'AWS::Partition': 'aws', DatasetBucket: bucket })[name],
    getAtt: (id) =>
      `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${String(template.Resources[id]?.Properties?.['FunctionName'])}`,
  });
  return String(text);
}

const POLL_MS = 100;

export async function createStateMachine(motoUrl: string, definition: string): Promise<StateMachine> {
  await fetch(`${motoUrl}/moto-api/config`, {
    method: 'POST',
    body: JSON.stringify({ stepfunctions: { execute_state_machine: true } }),
  });
  const call = async (operation: string, parameters: object): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(motoUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AWSStepFunctions.${operation}`,
        // moto reads the region, and checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=moto/20260508/${REGION}/states/aws4_request, SignedHeaders=host, Signature=0`,
      },
      body: JSON.stringify(parameters),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation}: ${text}`);
    return Object(JSON.parse(text));
  };
  const { stateMachineArn } = await call('CreateStateMachine', {
    ...{ name: 'build-dataset', definition, type: 'STANDARD' },
    roleArn: `arn:aws:iam::${ACCOUNT}:role/build-dataset`,
  });
  return {
    arn: String(stateMachineArn),
    aws: { endpoint: motoUrl, region: REGION },
    async start(input) {
      const { executionArn } = await call('StartExecution', {
        ...{ stateMachineArn, name: randomUUID() },
        input: JSON.stringify(input),
      });
      return String(executionArn);
    },
    async stop(executionArn) {
      await call('StopExecution', { executionArn });
    },
    async ended(executionArn) {
      for (;;) {
        const { status, output, error, cause } = await call('DescribeExecution', { executionArn });
        if (status !== 'RUNNING') {
          const failure = [error, cause].filter(Boolean).join(': ');
          return {
            status: String(status),
            output: output === undefined ? undefined : JSON.parse(String(output)),
            failure,
          };
        }
        await sleep(POLL_MS);
      }
    },
  };
}
