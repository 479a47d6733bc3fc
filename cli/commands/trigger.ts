import { Argument, type Command, InvalidArgumentError } from 'commander';
import { isDateTime } from '../../lib/core/date-time.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';
import { newCommand } from '../frame/new-command.ts';
import {
  AWS_HELP,
  CREDENTIAL_HELP,
  endpointOption,
  jsonOption,
  projectOption,
  toId,
  toUrl,
  toWholeNumber,
  withDeployment,
} from '../options.ts';
import type { TriggerOptions } from '../trigger/options.ts';

const HELP = `
The event goes to the deployed receiver as a webhook of Annofab does, with the secret of the project. The same event is processed
once: send it with another --at to have it processed again. For tasks that were completed more than 15 days ago, use backfill.

Annofab is asked when a task was completed (without --at), and for the address of the receiver (without --url, --local and
webhookUrl in settings/<stage>.yml).
${CREDENTIAL_HELP}
${AWS_HELP}

Examples:
  annofab-functions trigger task-completed --project <id> --task <id> --local --wait
  annofab-functions trigger annotation-archive-updated --project <id> --stage prod`;

export function trigger(): Command {
  const command = newCommand('trigger', 'Sends an event to the receiver, as a webhook of Annofab does.')
    .addArgument(new Argument('<event>', 'the type of the event').choices(EVENT_TYPES))
    .addOption(projectOption())
    .option('--task <id>', 'the task, for task-completed', toId)
    .option('--to-project <id>', 'the new project, for project-copy-completed', toId)
    .option(
      '--at <time>',
      'when it happened: a date-time of Annofab; by default when the task was completed, or now',
      toAt,
    )
    .option('--url <url>', 'address of the HTTP API', toUrl)
    .option('--wait [seconds]', 'wait until the event is processed, 300 seconds by default', toWholeNumber(1, 86_400))
    .option('--table <name>', 'the ledger table, when the stage has more than one');
  return withDeployment(command)
    .addOption(endpointOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (eventType: EventType, options: TriggerOptions) =>
      (await import('../trigger/run.ts')).runTrigger({ ...options, eventType }),
    );
}

function toAt(value: string): string {
  if (isDateTime(value)) return value;
  throw new InvalidArgumentError('It must be a date-time such as 2026-01-31T09:00:00.000+09:00.');
}
