import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sdkOptions } from '../../lib/aws/sdk-options.ts';
import { createStateMachine } from '../../lib/aws/state-machine.ts';
import { LoggableError } from '../../lib/core/loggable-error.ts';
import { startTestAws, type TestAws } from '../lambda/support.ts';

let aws: TestAws;
let arn: string;
let client: SFNClient;

beforeAll(async () => {
  aws = await startTestAws();
  arn = aws.stepFunctions.create('build');
  client = new SFNClient({ ...sdkOptions({ timeoutMs: 3_600_000, attempts: 1 }) });
});

afterAll(async () => {
  client.destroy();
  await aws.stop();
});

afterEach(() => aws.faults.clear());

const start = (name: string, input: unknown = { a: 1 }, of = arn) =>
  createStateMachine({ arn: of, client }).start(name, input);

describe('a state machine', () => {
  it('starts an execution with its input', async () => {
    expect(await start('first', { project_id: 'あ' })).toBe('started');
    expect(aws.stepFunctions.executions).toContainEqual(
      expect.objectContaining({ machine: 'build', name: 'first', input: { project_id: 'あ' } }),
    );
  });

  it('starts one execution for a name, whatever the input, and reports that it is there', async () => {
    await start('twice', { a: 1 });
    expect(await start('twice', { a: 2 })).toBe('there');
    expect(aws.stepFunctions.executions.filter(({ name }) => name === 'twice')).toHaveLength(1);
  });

  it('starts one execution when the answer was lost', async () => {
    aws.faults.add({ service: 'states', drop: 'unanswered', times: 1 });
    await expect(start('lost')).rejects.toThrow('did not answer');
    expect(await start('lost')).toBe('started');
    expect(aws.stepFunctions.executions.filter(({ name }) => name === 'lost')).toHaveLength(1);
  });

  it('says what to do when the role may not start it', async () => {
    aws.faults.add({ service: 'states', status: 400, code: 'AccessDeniedException' });
    const refused = await start('refused').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LoggableError);
    expect(refused).toMatchObject({
      name: 'StateMachineError',
      arn,
      message: `${arn} did not start an execution: the function's role does not allow states:StartExecution. Deploy the stage again.`,
    });
  });

  it('says what to do when it does not exist', async () => {
    await expect(start('gone', {}, `${arn}-gone`)).rejects.toThrow(
      /-gone did not start an execution: it does not exist/,
    );
  });

  it('throws an error without the input when Step Functions cannot be reached', async () => {
    aws.faults.add({ service: 'states', drop: true });
    await expect(start('down', 'marker')).rejects.toMatchObject({ message: expect.not.stringContaining('marker') });
  });
});
