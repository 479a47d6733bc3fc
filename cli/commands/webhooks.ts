import { Command, InvalidArgumentError, Option } from 'commander';
import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';
import { webhookEvents } from '../../lib/settings/switches.ts';
import { type EventType, isEventType } from '../../lib/webhooks/events.ts';
import { type PlannedWebhook, testPlaceholders } from '../../lib/webhooks/plan-webhooks.ts';
import { putWebhooks } from '../../lib/webhooks/put-webhooks.ts';
import { DEFAULT_STAGE, WEBHOOK_PATH, webhookId } from '../../lib/webhooks/templates.ts';
import { parseWebhookSecrets, type SecretToRegister, secretToRegister } from '../../lib/webhooks/webhook-secrets.ts';
import { CREDENTIAL_HELP, clientFromEnvironment } from '../annofab-client.ts';
import { toId, toUrl } from '../arguments.ts';
import { runCommand } from '../run-command.ts';

interface CommonOptions {
  readonly project: string;
  readonly endpoint: string;
  readonly stage: string;
  readonly json?: true;
}

interface ApplyOptions extends CommonOptions {
  readonly url: string;
  readonly secret?: string;
  readonly key?: string;
  readonly dryRun?: true;
}

/** The result of a command for one webhook. */
interface Row {
  readonly webhook_id: string;
  readonly event_type: string;
  readonly [detail: string]: unknown;
}

const HELP = `
The account must be an owner of the project.${CREDENTIAL_HELP}`;

const program = new Command('npm run webhooks --')
  .description('Registers the webhooks of this application in an Annofab project, and tests them.')
  .addHelpText('after', HELP);

command(
  'apply',
  'Register the webhooks of the events that are on in settings/<stage>.yml, and delete those of the others. Unchanged webhooks and those of others are not written.',
)
  .requiredOption('--url <url>', 'address of the HTTP API: WebhookUrl of the deployment', asApiUrl)
  .addOption(
    new Option('--secret <secret>', 'value of X-Webhook-Secret that the receiver expects; prefer the environment').env(
      'ANNOFAB_WEBHOOK_SECRET',
    ),
  )
  .addOption(
    new Option('--key <key>', "derive the project's secret from this key of the receiver; prefer the environment").env(
      'ANNOFAB_WEBHOOK_KEY',
    ),
  )
  .option('--dry-run', 'only print the changes')
  .action(run(apply));

command(
  'test',
  'Let Annofab send a test delivery to each webhook. The receiver acknowledges it without queuing it.',
).action(run(test));

command('list', "List the project's webhooks, without their secrets.").action(run(list));

/** `npm run webhooks` with these arguments. */
export function webhooks(args: readonly string[]): Promise<void> {
  return runCommand(program, args);
}

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption('--project <id>', 'id of the Annofab project', toId)
    .addOption(
      new Option('--endpoint <url>', "Annofab's address")
        .env('ANNOFAB_ENDPOINT_URL')
        .default('https://annofab.com')
        .argParser(toUrl),
    )
    .option('--stage <stage>', 'stage whose webhooks they are; each has its own in a project', DEFAULT_STAGE)
    .option('--json', 'print one line of JSON')
    .addHelpText('after', HELP);
}

/** Prints the rows of a command. The command fails if one of them is not ok. */
function run<Options extends CommonOptions>(work: (annofab: AnnofabClient, options: Options) => Promise<Row[]>) {
  return async (options: Options): Promise<void> => {
    const rows = await work(clientFromEnvironment(options.endpoint), options);
    console.log(options.json ? JSON.stringify({ project_id: options.project, webhooks: rows }) : asText(rows));
    if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
  };
}

async function apply(annofab: AnnofabClient, options: ApplyOptions): Promise<Row[]> {
  const { project: project_id, url, stage, dryRun = false } = options;
  const secret = givenSecret(options);
  const eventTypes = await eventTypesOf(stage);
  const { planned, deleted } = await putWebhooks(annofab, { project_id, url, secret, stage, eventTypes, dryRun });
  return [
    ...planned.map((one) => appliedRow(one, dryRun)),
    ...deleted.map((event_type) => ({
      webhook_id: webhookId(event_type, stage),
      event_type,
      change: dryRun ? 'to be deleted' : 'deleted',
    })),
  ];
}

/** The events that have a webhook in a stage: without a receiver none. */
async function eventTypesOf(stage: string): Promise<readonly EventType[]> {
  const { settings, problems } = await readSettingsFile(process.cwd(), stage);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return webhookEvents(settings);
}

function appliedRow({ change, differs, request }: PlannedWebhook, dryRun: boolean): Row {
  const { webhook_id, event_type, url } = request;
  const planned = dryRun && change !== 'unchanged';
  return {
    webhook_id,
    event_type,
    change: planned ? `to be ${change}` : change,
    url,
    ...(change === 'updated' && { differed: differs.join(',') }),
  };
}

async function test(annofab: AnnofabClient, { project: project_id, stage }: CommonOptions): Promise<Row[]> {
  const registered = new Set((await annofab.getWebhooks({ project_id })).map(({ webhook_id }) => webhook_id));
  const rows: Row[] = [];
  for (const event_type of await eventTypesOf(stage)) {
    const webhook_id = webhookId(event_type, stage);
    if (!registered.has(webhook_id)) {
      rows.push({ webhook_id, event_type, ok: false, result: 'not registered' });
      continue;
    }
    const placeholders = testPlaceholders(event_type, new Date());
    const answer = await annofab.testWebhook({ project_id, webhook_id, body: { placeholders } });
    const { result, response_status, message } = answer;
    rows.push({ webhook_id, event_type, ok: result === 'success', result, response_status, message });
  }
  return rows;
}

async function list(annofab: AnnofabClient, { project: project_id, stage }: CommonOptions): Promise<Row[]> {
  const webhooks = await annofab.getWebhooks({ project_id });
  return webhooks.map(({ webhook_id, event_type, webhook_status, method, url }) => ({
    webhook_id,
    event_type,
    webhook_status,
    method,
    url,
    ours: isEventType(event_type) && webhook_id === webhookId(event_type, stage),
  }));
}

/** The secret of the webhooks: the given one, or one derived from the key. The receiver loads both by the same rules. */
function givenSecret({ secret, key, project }: ApplyOptions): SecretToRegister {
  if (secret && key) throw new Error('Give either a webhook secret or a webhook key, not both.');
  const json = key ? { keys: [key] } : secret && { webhook_secrets: [{ secret }] };
  const given = json && secretToRegister(parseWebhookSecrets(json), project);
  if (given) return given;
  throw new Error(
    'The webhook secret is missing: set ANNOFAB_WEBHOOK_SECRET, or ANNOFAB_WEBHOOK_KEY to derive it from a key.',
  );
}

/** Refuses an address that includes the webhook path, as other tools print it: the command adds the path itself. */
function asApiUrl(value: string): string {
  if (value.includes(WEBHOOK_PATH)) {
    throw new InvalidArgumentError(`Leave out ${WEBHOOK_PATH} and what follows: each webhook gets its own path.`);
  }
  return toUrl(value);
}

/** Formats one line per webhook: its event, then the details. */
function asText(rows: readonly Row[]): string {
  if (rows.length === 0) return 'The project has no webhooks.';
  const width = Math.max(...rows.map(({ event_type }) => event_type.length));
  return rows
    .map(({ event_type, webhook_id, ok, ours, ...details }) => {
      const shown = Object.entries(details).flatMap(([name, value]) =>
        value === undefined ? [] : [described(name, value)],
      );
      return `${event_type.padEnd(width)}  ${[...shown, `(${webhook_id})`].join('  ')}`;
    })
    .join('\n');
}

function described(name: string, value: unknown): string {
  return ['change', 'result', 'url'].includes(name) ? String(value) : `${name}=${String(value)}`;
}
