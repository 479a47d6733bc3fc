import { Command, InvalidArgumentError, Option } from 'commander';
import { mapInOrder } from '../lib/core/map-in-order.ts';
import { EVENT_TYPES, type EventType } from '../lib/webhooks/events.ts';
import { toUrl } from './arguments.ts';
import type { DeadDelivery } from './deliveries/dead-deliveries.ts';
import { type DeploymentName, inDeployment, type Opened } from './deliveries/in-deployment.ts';
import {
  listed,
  listText,
  type Result,
  replayed,
  resultText,
  shown,
  showText,
  summaryText,
} from './deliveries/output.ts';
import { dismiss, type Replayed, resend } from './deliveries/replay.ts';
import { select } from './deliveries/select.ts';

interface Options extends DeploymentName {
  readonly json?: true;
}

interface ListOptions extends Options {
  readonly eventType?: EventType;
}

interface ResendOptions extends ListOptions {
  readonly all?: true;
}

interface DismissOptions extends Options {
  readonly reason: string;
}

/** How many deliveries are sent again at the same time. */
const CONCURRENCY = 10;

const HELP = `
A delivery is dead when processing failed and will not be retried: the ledger has the reason, and a dead-letter queue has the
message. AWS credentials come from the sources of the AWS command line (AWS_PROFILE, AWS_ACCESS_KEY_ID, SSO …).
For the stack of "npm start", use --local <the address that it prints for AWS>.`;

const DELIVERY_HELP = 'its key or the start of its key, its label, or the id of its message';

const program = new Command('npm run deliveries --')
  .description('Lists dead deliveries, and sends them again or dismisses them.')
  .addHelpText('after', HELP);

command('list', 'List the dead deliveries, oldest first.')
  .addOption(eventTypeOption())
  .action((options: ListOptions) => inDeployment(options, (opened) => list(opened, options)));

command('show', 'Show everything that is known about a delivery, dead or not.')
  .argument('<delivery>', DELIVERY_HELP)
  .action((name: string, options: Options) => inDeployment(options, (opened) => show(opened, name, options)));

command('resend', 'Send one delivery again, or all dead ones. A delivery that is done by now is not sent.')
  .argument('[delivery]', DELIVERY_HELP)
  .option('--all', 'all dead deliveries')
  .addOption(eventTypeOption())
  .action((name: string | undefined, options: ResendOptions) => {
    if ((name === undefined) === (options.all === undefined)) throw new Error('Give either one delivery or --all.');
    if (name !== undefined && options.eventType !== undefined) throw new Error('Use --event-type only with --all.');
    return inDeployment(options, (opened) => resendThese(opened, name, options));
  });

command('dismiss', 'Mark a delivery as skipped, and delete its messages from the dead-letter queue.')
  .argument('<delivery>', DELIVERY_HELP)
  .addOption(
    new Option('--reason <text>', 'the reason, which the ledger keeps').makeOptionMandatory().argParser(asText),
  )
  .action((name: string, options: DismissOptions) =>
    inDeployment(options, async (opened) => {
      const dead = await select(name, opened.dead.all, opened.deployment.ledger);
      return replayAll([dead], () => dismiss(dead, options.reason, opened.deployment.ledger), options);
    }),
  );

await program.parseAsync().catch(fail);

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .addOption(new Option('--stage <stage>', 'the stage of the deployment').default('dev').argParser(asName))
    .option('--region <region>', 'the region of the deployment', 'ap-northeast-1')
    .option('--table <name>', 'the ledger table, when the stage has more than one')
    .addOption(
      new Option('--local <url>', 'the AWS address of the local stack, instead of stage and region').argParser(toUrl),
    )
    .option('--json', 'print one line of JSON')
    .addHelpText('after', HELP);
}

function eventTypeOption(): Option {
  return new Option('--event-type <type>', 'only deliveries of this event type').choices(EVENT_TYPES);
}

async function list({ dead }: Opened, { eventType, json }: ListOptions): Promise<string> {
  const rows = dead.all.filter((one) => eventType === undefined || one.eventType === eventType);
  return json ? JSON.stringify({ deliveries: rows.map(listed) }) : listText(rows);
}

async function show({ dead, deployment }: Opened, name: string, { json }: Options): Promise<string> {
  const one = await select(name, dead.all, deployment.ledger);
  return json ? JSON.stringify(shown(one)) : showText(one);
}

async function resendThese({ dead, deployment }: Opened, name: string | undefined, options: ResendOptions) {
  const { eventType } = options;
  const these =
    name === undefined
      ? dead.all.filter((one) => eventType === undefined || one.eventType === eventType)
      : [await select(name, dead.all, deployment.ledger)];
  return replayAll(these, (one) => resend(one, deployment), options);
}

/** A failure does not stop the others, but the command ends with exit code 1. */
async function replayAll(
  these: readonly DeadDelivery[],
  replay: (dead: DeadDelivery) => Promise<Replayed>,
  { json }: Options,
): Promise<string> {
  const results = await mapInOrder(these, CONCURRENCY, async (dead): Promise<Result> => {
    const failed = (error: unknown) => ({ outcome: 'failed' as const, detail: explained(error) });
    const result = { dead, ...(await replay(dead).catch(failed)) };
    if (!json) console.log(resultText(result));
    return result;
  });
  if (results.some(({ outcome }) => outcome === 'failed' || outcome === 'refused')) process.exitCode = 1;
  return json ? JSON.stringify({ deliveries: results.map(replayed) }) : summaryText(results);
}

function asName(value: string): string {
  if (!/^[A-Za-z0-9-]+$/.test(value)) throw new InvalidArgumentError('It must consist of letters, digits and hyphens.');
  return value;
}

function asText(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

/** The error with its causes: our message tells what failed, that of AWS tells why. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message === '' ? error.name : error.message;
  return error.cause === undefined ? own : `${own}: ${explained(error.cause)}`;
}

function fail(error: unknown): void {
  console.error(explained(error));
  process.exitCode = 1;
}
