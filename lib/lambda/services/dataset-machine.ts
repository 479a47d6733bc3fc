import { createStateMachine, type StateMachine } from '../../aws/state-machine.ts';
import { stepFunctionsClient } from '../../aws/step-functions-client.ts';
import { service } from '../../runtime/service.ts';

/**
 * The state machine that builds datasets in shards. None while the setting `shardConcurrency` is off.
 *
 * Not by a dynamic import: what it shares with other clients would not be shaken any more, and a start of the function took 14 %
 * longer, instead of as long as before.
 */
export const datasetMachine = service(
  ['DATASET_STATE_MACHINE_ARN', 'AWS_TIMEOUT_MS'],
  ({ DATASET_STATE_MACHINE_ARN: arn, AWS_TIMEOUT_MS }): StateMachine | undefined =>
    arn === undefined
      ? undefined
      : {
          // The client is made only when an archive is too large.
          start: (...execution) =>
            createStateMachine({ arn, client: stepFunctionsClient(AWS_TIMEOUT_MS) }).start(...execution),
        },
);
