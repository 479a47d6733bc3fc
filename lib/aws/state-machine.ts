import { type SFNClient, SFNServiceException, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { LoggableError } from '../core/loggable-error.ts';
import { abortedBy } from './sdk-options.ts';

/** A state machine of AWS Step Functions. */
export interface StateMachine {
  /**
   * Starts an execution, once for each name: a name stays taken for 90 days after its execution has ended.
   *
   * @param name 1 to 80 characters of `A-Z a-z 0-9 - _`
   * @returns `there` when an execution has the name already
   * @throws StateMachineError when it may not have been started
   */
  start(name: string, input: unknown, o?: { signal?: AbortSignal | undefined }): Promise<'started' | 'there'>;
}

/**
 * An execution could not be started. The error never contains its input.
 *
 * @public
 */
export class StateMachineError extends LoggableError {
  override readonly name = 'StateMachineError' as const;
  readonly arn: string;

  constructor(arn: string, cause: unknown) {
    super(`${arn} did not start an execution: ${remedyFor(cause)}`, { cause });
    this.arn = arn;
  }
}

export function createStateMachine({ arn, client }: { arn: string; client: SFNClient }): StateMachine {
  return {
    async start(name, input, { signal } = {}) {
      const command = new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify(input) });
      try {
        await client.send(command, abortedBy(signal));
        return 'started';
      } catch (error) {
        if (isNamed(error, 'ExecutionAlreadyExists')) return 'there';
        throw new StateMachineError(arn, error);
      }
    },
  };
}

function remedyFor(cause: unknown): string {
  if (isNamed(cause, 'AccessDeniedException'))
    return "the function's role does not allow states:StartExecution. Deploy the stage again.";
  if (isNamed(cause, 'StateMachineDoesNotExist') || isNamed(cause, 'StateMachineDeleting'))
    return 'it does not exist. Deploy the stage again; with shardConcurrency: null when datasets in shards are not wanted.';
  return 'Step Functions refused it, or did not answer. The message is retried; redrive it from the dead-letter queue if it is there.';
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof SFNServiceException && error.name === name;
}
