import { Command, InvalidArgumentError, Option } from 'commander';
import { mapInOrder } from '../../lib/core/map-in-order.ts';
import { pagesOf } from '../../lib/deliveries/reconcile/pages-of.ts';
import { EVENT_TYPES, type EventType } from '../../lib/webhooks/events.ts';
import { toId, toUrl } from '../arguments.ts';
import { type DeadDelivery, openDeliveries } from '../deliveries/dead-deliveries.ts';
import { type DeploymentName, inDeployment, type Opened } from '../deliveries/in-deployment.ts';
import {
  listed,
  listText,
  type Result,
  replayed,
  resultText,
  shown,
  showText,
  summaryText,
} from '../deliveries/output.ts';
import { dismiss, type Replayed, resend } from '../deliveries/replay.ts';
import { select } from '../deliveries/select.ts';
import { runCommand } from '../run-command.ts';

interface Options extends DeploymentName {
  readonly json?: true;
}

interface ListOptions extends Options {
  readonly eventType?: EventType;
  readonly project?: string;
}

interface ResendOptions extends ListOptions {
  readonly all?: true;
}

interface DismissOptions extends ResendOptions {
  readonly reason: string;
  readonly open?: true;
}

/** How many deliveries are sent again or dismissed at the same time. */
const CONCURRENCY = 10;
const PAGE_SIZE = 1_000;

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
  .addOption(projectOption())
  .action((options: ListOptions) => inDeployment(options, (opened) => list(opened, options)));

command('show', 'Show everything that is known about a delivery, dead or not.')
  .argument('<delivery>', DELIVERY_HELP)
  .action((name: string, options: Options) => inDeployment(options, (opened) => show(opened, name, options)));

command('resend', 'Send one delivery again, or all dead ones. A delivery that is done by now is not sent.')
  .argument('[delivery]', DELIVERY_HELP)
  .option('--all', 'all dead deliveries')
  .addOption(eventTypeOption())
  .addOption(projectOption())
  .action((name: string | undefined, options: ResendOptions) => {
    checkChoice(name, options);
    return inDeployment(options, (opened) => resendThese(opened, name, options));
  });

command(
  'dismiss',
  'Mark one delivery as skipped, or all dead ones, and delete their messages from the dead-letter queue.',
)
  .argument('[delivery]', DELIVERY_HELP)
  .option('--all', 'all dead deliveries')
  .option('--open', 'with --all: also those that are not dead, but wait to be processed')
  .addOption(eventTypeOption())
  .addOption(projectOption())
  .addOption(
    new Option('--reason <text>', 'the reason, which the ledger keeps').makeOptionMandatory().argParser(asText),
  )
  .action((name: string | undefined, options: DismissOptions) => {
    checkChoice(name, options);
    return inDeployment(options, (opened) => dismissThese(opened, name, options));
  });

/** `npm run deliveries` with these arguments. */
export function deliveries(args: readonly string[]): Promise<void> {
  return runCommand(program, args, explained);
}

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

function projectOption(): Option {
  return new Option('--project <id>', 'only deliveries of this project').argParser(toId);
}

/** A mistyped command must not dismiss more than was meant. */
function checkChoice(name: string | undefined, { all, eventType, project, open }: Partial<DismissOptions>): void {
  if ((name === undefined) === (all === undefined)) throw new Error('Give either one delivery or --all.');
  if (name === undefined) return;
  if (eventType !== undefined) throw new Error('Use --event-type only with --all.');
  if (project !== undefined) throw new Error('Use --project only with --all.');
  if (open !== undefined) throw new Error('Use --open only with --all.');
}

/** An unreadable message belongs to no project. */
function isWanted({ eventType, delivery }: DeadDelivery, wanted: ListOptions): boolean {
  if (wanted.eventType !== undefined && wanted.eventType !== eventType) return false;
  return wanted.project === undefined || wanted.project === delivery?.event.project_id;
}

async function list({ dead }: Opened, { json, ...wanted }: ListOptions): Promise<string> {
  const rows = dead.all.filter((one) => isWanted(one, wanted));
  return json ? JSON.stringify({ deliveries: rows.map(listed) }) : listText(rows);
}

async function show({ dead, deployment }: Opened, name: string, { json }: Options): Promise<string> {
  const one = await select(name, dead.all, deployment);
  return json ? JSON.stringify(shown(one)) : showText(one);
}

async function resendThese({ dead, deployment }: Opened, name: string | undefined, options: ResendOptions) {
  const these =
    name === undefined ? dead.all.filter((one) => isWanted(one, options)) : [await select(name, dead.all, deployment)];
  const results = await replayAll(these, (one) => resend(one, deployment), options);
  return resultsText(results, options);
}

async function dismissThese({ dead, deployment }: Opened, name: string | undefined, options: DismissOptions) {
  const replay = (one: DeadDelivery) => dismiss(one, options.reason, deployment.ledger);
  if (name !== undefined) {
    return resultsText(await replayAll([await select(name, dead.all, deployment)], replay, options), options);
  }
  const results = await replayAll(
    dead.all.filter((one) => isWanted(one, options)),
    replay,
    options,
  );
  if (options.open) {
    for await (const page of pagesOf(openDeliveries(deployment.ledger), PAGE_SIZE)) {
      const these = page.filter((one) => isWanted(one, options));
      results.push(...(await replayAll(these, replay, options)));
    }
  }
  return resultsText(results, options);
}

/** A failure does not stop the others, but the command ends with exit code 1. */
async function replayAll(
  these: readonly DeadDelivery[],
  replay: (dead: DeadDelivery) => Promise<Replayed>,
  { json }: Options,
): Promise<Result[]> {
  return mapInOrder(these, CONCURRENCY, async (dead): Promise<Result> => {
    const failed = (error: unknown) => ({ outcome: 'failed' as const, detail: explained(error) });
    const result = { dead, ...(await replay(dead).catch(failed)) };
    if (!json) console.log(resultText(result));
    return result;
  });
}

function resultsText(results: readonly Result[], { json }: Options): string {
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
