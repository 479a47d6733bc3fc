import { explain, object, optional, parseJson, pattern, string } from '../../lib/core/json.ts';

/** An execution of a state machine, as DescribeExecution has it. */
export interface Execution {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly input: unknown;
  readonly started: number;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  output?: unknown;
  error?: unknown;
}

/**
 * A small AWS Step Functions in memory: it starts and describes executions. It does not read definitions: a state machine is a
 * function of this process.
 */
export interface StepFunctions {
  /** Answers one request of the SDK. `operation` is the part of `X-Amz-Target` after the dot. */
  handle(operation: string, input: unknown): { readonly status: number; readonly body: object };
  /**
   * Creates a state machine, or gives the one with that name another function.
   *
   * @param run does what its definition says. Default: its executions run until the end
   * @returns its ARN
   */
  create(name: string, run?: (input: unknown) => Promise<unknown>): string;
  /** All so far, oldest first. */
  readonly executions: readonly Execution[];
  /** Resolves when no execution runs that has a function. */
  settled(): Promise<void>;
}

class StepFunctionsError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** As CloudWatch Logs wants names to be: Step Functions itself accepts a few characters more. */
const NAME = pattern(/^[\w-]{1,80}$/, 'must have 1 to 80 of A-Z a-z 0-9 - _');

const START = object({ stateMachineArn: string, name: NAME, input: optional(string) });
const DESCRIBE = object({ executionArn: string });

/** @param region used only in the ARNs */
export function createStepFunctions(region: string): StepFunctions {
  const machines = new Map<string, ((input: unknown) => Promise<unknown>) | undefined>();
  const executions: Execution[] = [];
  const running = new Set<Promise<void>>();
  const arnOf = (kind: string, ...names: readonly string[]) =>
    ['arn:aws:states', region, '000000000000', kind, ...names].join(':');

  const operations: Readonly<Record<string, (input: unknown) => object>> = {
    StartExecution: start,
    DescribeExecution: describe,
  };

  return {
    executions,
    handle(operation, input) {
      try {
        const run = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
        if (run === undefined)
          throw new StepFunctionsError('UnknownOperationException', `${operation} is not implemented`);
        return { status: 200, body: run(input) };
      } catch (error) {
        if (!(error instanceof StepFunctionsError)) throw error;
        return { status: 400, body: { __type: `com.amazonaws.states#${error.type}`, message: error.message } };
      }
    },
    create(name, run) {
      const arn = arnOf('stateMachine', name);
      machines.set(arn, run);
      return arn;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };

  /** For a name that is taken: the same answer while that execution runs with the same input, as AWS gives it. */
  function start(input: unknown): object {
    const read = START.read(input);
    if (!read.ok) throw new StepFunctionsError('ValidationException', explain(read.problems));
    const { stateMachineArn, name, input: text = '{}' } = read.value;
    if (!machines.has(stateMachineArn))
      throw new StepFunctionsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
    const parsed = parseJson(text);
    if (parsed === undefined) throw new StepFunctionsError('InvalidExecutionInput', 'The input is not JSON');
    const machine = stateMachineArn.split(':').at(-1) ?? '';
    const arn = arnOf('execution', machine, name);
    const before = executions.find((execution) => execution.arn === arn);
    if (before && !(before.status === 'RUNNING' && JSON.stringify(before.input) === JSON.stringify(parsed)))
      throw new StepFunctionsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const execution = before ?? { arn, machine, name, input: parsed, started: Date.now(), status: 'RUNNING' };
    if (before === undefined) begin(execution, machines.get(stateMachineArn));
    return { executionArn: arn, startDate: execution.started / 1_000 };
  }

  function begin(execution: Execution, run: ((input: unknown) => Promise<unknown>) | undefined): void {
    executions.push(execution);
    if (run === undefined) return;
    const task: Promise<void> = run(execution.input)
      .then(
        (output) => void Object.assign(execution, { status: 'SUCCEEDED', output }),
        (error: unknown) => void Object.assign(execution, { status: 'FAILED', error }),
      )
      .finally(() => running.delete(task));
    running.add(task);
  }

  function describe(input: unknown): object {
    const read = DESCRIBE.read(input);
    const execution = read.ok ? executions.find(({ arn }) => arn === read.value.executionArn) : undefined;
    if (execution === undefined)
      throw new StepFunctionsError('ExecutionDoesNotExist', 'Execution Does Not Exist: name the ARN of one');
    const { arn, machine, name, status, started, output, error } = execution;
    return {
      ...{ executionArn: arn, stateMachineArn: arnOf('stateMachine', machine), name, status },
      ...{ startDate: started / 1_000, input: JSON.stringify(execution.input) },
      ...(output !== undefined && { output: JSON.stringify(output) }),
      ...(error instanceof Error && { error: error.name, cause: error.message }),
    };
  }
}
