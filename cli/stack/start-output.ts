import { SECRET_HEADER, WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import type { ImportedProject } from '../../local/annofab/import/import-archive.ts';
import { localNames } from '../../local/names.ts';
import type { Stack } from '../../local/stack.ts';
import { describeImport, summarizeImport } from './imported.ts';

/** An open task of the demo project, which its assignee can accept, and a completed one. */
const OPEN_TASK = { task_id: 'task-1', token: 'demo-accepter-pat' };
const COMPLETED_TASK = 'task-3';

/** The output of `--json`: every address, queue and bucket, and the local credentials. */
export function summary({ annofab, aws, host, bucket, imported, state }: Stack) {
  return {
    annofab: {
      url: annofab.url,
      files_url: annofab.filesUrl,
      organization: localNames.organization,
      owner: { user_id: localNames.userId, password: localNames.password, pat: localNames.personalAccessToken },
      projects: [...annofab.state.projects.keys()],
    },
    http: {
      url: host.url,
      webhooks_url: `${host.url}${WEBHOOK_PATH}`,
      webhook_secret: localNames.webhookSecret,
      functions: host.functions.map(({ name }) => name),
    },
    aws: {
      sqs_url: aws.sqsUrl,
      s3_url: aws.s3Url,
      secrets_manager_url: aws.secretsManagerUrl,
      dynamodb_url: aws.dynamodbUrl,
      region: aws.region,
      access_key_id: aws.env['AWS_ACCESS_KEY_ID'],
      secret_access_key: aws.env['AWS_SECRET_ACCESS_KEY'],
      queues: host.queues,
      tables: host.tables,
      bucket,
    },
    ...(imported && { imported: summarizeImport(imported) }),
    ...(state && {
      state: {
        folder: state.path,
        continued: state.snapshot !== undefined,
        ...(state.wasKilled && { lost_since: lostSince(state) }),
      },
    }),
  };
}

/** The output for a terminal: the addresses, and commands that work as they are printed. */
export async function greeting(stack: Stack): Promise<string> {
  const { annofab, aws, host, bucket, imported, state } = stack;
  const { personalAccessToken, userId, password, project } = localNames;
  return [
    'Annofab, AWS and the functions are running on this machine.',
    '',
    `  Annofab    ${annofab.url}   files: ${annofab.filesUrl}`,
    `  HTTP API   ${host.url}${WEBHOOK_PATH}/{event_type}`,
    `  AWS        ${aws.s3Url}   SQS, S3, DynamoDB, Secrets Manager; ${aws.region}, keys: local / local`,
    `  bucket     ${bucket}`,
    `  project    ${project}   token: ${personalAccessToken}, login: ${userId} / ${password}`,
    ...(state ? describeState(state) : []),
    ...(imported ? ['', ...describeImport(imported)] : []),
    '',
    ...(await thingsToTry(stack)),
    'List the exported files:',
    `  curl -s '${aws.s3Url}/${bucket}?list-type=2' | grep -o '<Key>[^<]*'`,
    'List the dead deliveries:',
    `  npx annofab-functions deliveries list --local ${aws.sqsUrl}`,
    '',
    'Press Ctrl-C to stop it.',
    '',
  ].join('\n');
}

type State = NonNullable<Stack['state']>;

function describeState(state: State): string[] {
  const { path, snapshot, wasKilled } = state;
  return [
    `  state      ${path}   ${snapshot === undefined ? 'new' : 'continued'}`,
    ...(wasKilled
      ? [
          '',
          `The last run did not stop cleanly. What changed in Annofab after ${lostSince(state)} is lost, and jobs that ran then`,
          'have failed. Bucket, tables, queues and secrets are complete.',
        ]
      : []),
  ];
}

/** A run that was killed in its first second has saved nothing. */
function lostSince({ savedAt }: State): string {
  return savedAt?.toISOString() ?? 'its start';
}

interface ThingToTry {
  /** The functions that it needs. */
  readonly needs: readonly string[];
  readonly what: string;
  readonly command: string;
}

async function thingsToTry(stack: Stack): Promise<string[]> {
  const { annofab, host, imported } = stack;
  const isHere = (name: string) => host.functions.some((one) => one.name === name);
  const things = imported
    ? inImported(stack, imported)
    : annofab.state.projects.has(localNames.project)
      ? await inDemo(stack)
      : [];
  return [...things, archiveUpdate(stack)]
    .filter(({ needs }) => things.length > 0 && needs.every(isHere))
    .flatMap(({ what, command }, index) => [`${index + 1}. ${what}`, command]);
}

const EXPORT = ['receive-webhook', 'on-task-completed'];
const JSON_BODY = 'Content-Type: application/json';

/** Its tasks may be in any phase, and nobody else is a member: the emulator takes the steps of their workers. */
function inImported({ annofab }: Stack, { projectId: project_id, taskIds: [task_id] }: ImportedProject): ThingToTry[] {
  if (task_id === undefined) return [];
  const completion = curl(`${annofab.url}/__emulator/complete-task`, [JSON_BODY], { project_id, task_id });
  const fault = { operation: 'getTask', status: 500, times: 6 };
  return [
    {
      needs: EXPORT,
      what: `Complete ${task_id} in Annofab. Its webhook arrives, the task is exported, and its metadata record the export:`,
      command: completion,
    },
    {
      needs: EXPORT,
      what: `Let Annofab fail, and complete ${task_id} again: the export fails, is retried in seconds, and succeeds in the end:`,
      command: `${curl(`${annofab.url}/__emulator/faults`, [JSON_BODY], fault)}${completion}`,
    },
  ];
}

function archiveUpdate({ host }: Stack): ThingToTry {
  return {
    needs: ['start-archive-updates'],
    what: 'Run the schedule of the archive updates now: Annofab rebuilds the annotation archive, and the archive is mirrored:',
    command: curl(`${host.url}/__lambda/invoke/start-archive-updates`, []),
  };
}

async function inDemo({ annofab, host, client }: Stack): Promise<ThingToTry[]> {
  const project_id = localNames.project;
  const task = await client.getTask({ project_id, task_id: OPEN_TASK.task_id });
  const completed = await client.getTask({ project_id, task_id: COMPLETED_TASK });
  const tasksUrl = `${annofab.url}/api/v1/projects/${project_id}/tasks`;
  const completion = {
    status: 'complete',
    last_updated_datetime: task.updated_datetime,
    account_id: task.account_id,
  };
  const event = {
    event_type: 'task-completed',
    project_id,
    task_id: COMPLETED_TASK,
    complete_datetime: completed.operation_updated_datetime ?? completed.updated_datetime,
  };
  return [
    {
      needs: EXPORT,
      what: `Accept ${OPEN_TASK.task_id} in Annofab. Its webhook arrives, the task is exported, and its metadata record the export:`,
      command: curl(
        `${tasksUrl}/${OPEN_TASK.task_id}/operate`,
        [`Authorization: Bearer ${OPEN_TASK.token}`, JSON_BODY],
        completion,
      ),
    },
    {
      needs: EXPORT,
      what: `Send a webhook as Annofab does, for ${COMPLETED_TASK}, which is already accepted:`,
      command: curl(
        `${host.url}${WEBHOOK_PATH}/${event.event_type}`,
        [`${SECRET_HEADER}: ${localNames.webhookSecret}`, JSON_BODY],
        event,
      ),
    },
  ];
}

function curl(url: string, headers: readonly string[], body?: object): string {
  const options = [
    ...headers.map((header) => `-H '${header}'`),
    ...(body === undefined ? [] : [`-d '${JSON.stringify(body)}'`]),
  ];
  return `${[`   curl -X POST '${url}'`, ...options].join(' ')}\n`;
}
