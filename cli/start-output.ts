import { SECRET_HEADER, WEBHOOK_PATH } from '../lib/webhooks/templates.ts';
import { localNames } from '../local/names.ts';
import type { Stack } from '../local/stack.ts';
import { describeImport, summarizeImport } from './imported.ts';

/** A task of the demo project that its assignee has only to accept, and one that is accepted. */
const openTask = { task_id: 'task-1', token: 'demo-accepter-pat' };
const COMPLETED_TASK = 'task-3';

/** What `--json` prints: every address, queue and bucket, and the local credentials. */
export function summary({ annofab, aws, host, bucket, imported }: Stack) {
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
  };
}

/** What a person sees: the addresses, and three things to try. The commands work as they are printed. */
export async function greeting(stack: Stack): Promise<string> {
  const { annofab, aws, host, bucket, imported } = stack;
  const { personalAccessToken, userId, password, project } = localNames;
  return [
    'Annofab, AWS and the functions are running on this machine.',
    '',
    `  Annofab    ${annofab.url}   files: ${annofab.filesUrl}`,
    `  HTTP API   ${host.url}${WEBHOOK_PATH}/{event_type}`,
    `  AWS        ${aws.s3Url}   SQS, S3, DynamoDB, Secrets Manager; ${aws.region}, keys: local / local`,
    `  bucket     ${bucket}`,
    `  project    ${project}   token: ${personalAccessToken}, login: ${userId} / ${password}`,
    ...(imported ? ['', ...describeImport(imported)] : []),
    '',
    ...(annofab.state.projects.has(project) ? await thingsToTry(stack) : []),
    'What comes out:',
    `  curl -s '${aws.s3Url}/${bucket}?list-type=2' | grep -o '<Key>[^<]*'`,
    'What could not be handled:',
    `  npm run deliveries -- list --local ${aws.sqsUrl}`,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}

async function thingsToTry({ annofab, host, client }: Stack): Promise<string[]> {
  const project_id = localNames.project;
  const task = await client.getTask({ project_id, task_id: openTask.task_id });
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
  const json = 'Content-Type: application/json';
  return [
    `1. Accept ${openTask.task_id} at Annofab. Its webhook comes, the task is exported, its metadata say so:`,
    curl(`${tasksUrl}/${openTask.task_id}/operate`, [`Authorization: Bearer ${openTask.token}`, json], completion),
    `2. Send a webhook as Annofab does, for ${COMPLETED_TASK}, which is accepted already:`,
    curl(
      `${host.url}${WEBHOOK_PATH}/${event.event_type}`,
      [`${SECRET_HEADER}: ${localNames.webhookSecret}`, json],
      event,
    ),
    '3. Run what runs at five in the morning: Annofab builds the annotation archive anew, and it is mirrored:',
    curl(`${host.url}/__lambda/invoke/start-archive-updates`, []),
  ];
}

function curl(url: string, headers: readonly string[], body?: object): string {
  const options = [
    ...headers.map((header) => `-H '${header}'`),
    ...(body === undefined ? [] : [`-d '${JSON.stringify(body)}'`]),
  ];
  return `${[`   curl -X POST '${url}'`, ...options].join(' ')}\n`;
}
