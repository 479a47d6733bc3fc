import { Command, InvalidArgumentError, Option } from 'commander';
import { AnnofabClient, checkCredentials } from '../lib/annofab/index.ts';
import { isId } from '../lib/core/ids.ts';
import { readSettingsFile } from '../lib/settings/settings-file.ts';
import { EVENT_TYPES, type EventType, isEventType } from '../lib/webhooks/events.ts';
import { type PlannedWebhook, planWebhooks, testPlaceholders } from '../lib/webhooks/plan-webhooks.ts';
import { DEFAULT_STAGE, WEBHOOK_PATH, webhookId, webhookRequest } from '../lib/webhooks/templates.ts';
import { parseWebhookSecrets } from '../lib/webhooks/webhook-secrets.ts';
import { toUrl } from './arguments.ts';

interface CommonOptions {
  readonly project: string;
  readonly endpoint: string;
  readonly stage: string;
  readonly json?: true;
}

interface ApplyOptions extends CommonOptions {
  readonly url: string;
  readonly secret?: string;
  readonly dryRun?: true;
}

/** The result of a command for one webhook. */
interface Row {
  readonly webhook_id: string;
  readonly event_type: string;
  readonly [detail: string]: unknown;
}

const CREDENTIAL_HELP = `
The account must be an owner of the project. Its credential is read from the environment:
  ANNOFAB_PAT                          a personal access token, or
  ANNOFAB_USER_ID, ANNOFAB_PASSWORD    for an account without multi-factor login`;

const program = new Command('npm run webhooks --')
  .description('Registers the webhooks of this application in an Annofab project, and tests them.')
  .addHelpText('after', CREDENTIAL_HELP);

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
  .option('--dry-run', 'only print the changes')
  .action(run(apply));

command(
  'test',
  'Let Annofab send a test delivery to each webhook. The receiver acknowledges it without queuing it.',
).action(run(test));

command('list', "List the project's webhooks, without their secrets.").action(run(list));

program.parseAsync().catch(fail);

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption('--project <id>', 'id of the Annofab project', asProjectId)
    .addOption(
      new Option('--endpoint <url>', "Annofab's address")
        .env('ANNOFAB_ENDPOINT_URL')
        .default('https://annofab.com')
        .argParser(toUrl),
    )
    .option('--stage <stage>', 'stage whose webhooks they are; each has its own in a project', DEFAULT_STAGE)
    .option('--json', 'print one line of JSON')
    .addHelpText('after', CREDENTIAL_HELP);
}

/** Prints the rows of a command. The command fails if one of them is not ok. */
function run<Options extends CommonOptions>(work: (annofab: AnnofabClient, options: Options) => Promise<Row[]>) {
  return async (options: Options): Promise<void> => {
    const rows = await work(client(options), options);
    console.log(options.json ? JSON.stringify({ project_id: options.project, webhooks: rows }) : asText(rows));
    if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
  };
}

async function apply(annofab: AnnofabClient, options: ApplyOptions): Promise<Row[]> {
  const { project: project_id, url, stage, dryRun } = options;
  const secret = checkedSecret(options.secret);
  const { on, off } = await eventTypesOf(stage);
  const registered = await annofab.getWebhooks({ project_id });
  const wanted = on.map((eventType) => webhookRequest(eventType, { url, secret, stage }));
  const rows: Row[] = [];
  for (const planned of planWebhooks(registered, wanted)) {
    const { webhook_id } = planned.request;
    if (planned.change !== 'unchanged' && !dryRun) {
      await annofab.putWebhook({ project_id, webhook_id, body: { project_id, ...planned.request } });
    }
    rows.push(appliedRow(planned, dryRun === true));
  }
  for (const event_type of off) {
    const webhook_id = webhookId(event_type, stage);
    if (!registered.some((webhook) => webhook.webhook_id === webhook_id)) continue;
    if (!dryRun) await annofab.deleteWebhook({ project_id, webhook_id });
    rows.push({ webhook_id, event_type, change: dryRun ? 'to be deleted' : 'deleted' });
  }
  return rows;
}

/** Without a receiver no event has a webhook. */
async function eventTypesOf(stage: string): Promise<{ on: EventType[]; off: EventType[] }> {
  const { settings, problems } = await readSettingsFile(process.cwd(), stage);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { on = [], off = [] } = Object.groupBy(EVENT_TYPES, (eventType) =>
    settings.receiver && settings.events[eventType] ? 'on' : 'off',
  );
  return { on, off };
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
  const { on } = await eventTypesOf(stage);
  const rows: Row[] = [];
  for (const event_type of on) {
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

function client({ endpoint }: CommonOptions): AnnofabClient {
  const { ANNOFAB_PAT, ANNOFAB_USER_ID, ANNOFAB_PASSWORD } = process.env;
  const given = ANNOFAB_PAT ? { pat: ANNOFAB_PAT } : { user_id: ANNOFAB_USER_ID, password: ANNOFAB_PASSWORD };
  if (!ANNOFAB_PAT && !(ANNOFAB_USER_ID && ANNOFAB_PASSWORD)) {
    throw new Error(`No credential in the environment.\n${CREDENTIAL_HELP}`);
  }
  return new AnnofabClient({ baseUrl: endpoint, credentials: checkCredentials(given) });
}

function checkedSecret(secret: string | undefined): string {
  if (!secret) throw new Error('The webhook secret is missing: set ANNOFAB_WEBHOOK_SECRET, or give --secret.');
  // The receiver refuses to load secrets that no header can carry, by the same rules.
  parseWebhookSecrets({ webhook_secrets: [{ secret }] });
  return secret;
}

function asProjectId(value: string): string {
  if (!isId(value)) throw new InvalidArgumentError('It must be an id of Annofab.');
  return value;
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

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
