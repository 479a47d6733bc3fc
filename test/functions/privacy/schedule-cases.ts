import { bodyTemplate, webhookRequest } from '../../../lib/webhooks/templates.ts';
import { localNames } from '../../../local/names.ts';
import { lambdaContext } from '../../lambda/support.ts';
import type { Case } from './case.ts';
import { tokenMarkers } from './marker.ts';
import { is, isTo, server } from './says.ts';
import type { World } from './world.ts';

type Run = (world: World) => Promise<void>;

const startArchiveUpdates: Run = async (world) => {
  const { handler } = await import('../../../functions/start-archive-updates.ts');
  await world.call(() => handler({}, lambdaContext(300_000)));
};

const reconcile: Run = async (world) => {
  const { handler } = await import('../../../functions/reconcile-deliveries.ts');
  await world.call(() => handler({}, lambdaContext(300_000)));
};

const annofab = (world: World) => world.annofabProxy;
const aws = (world: World) => world.awsProxy;

/** What each asks Annofab for, by the request. */
const startAsks: Readonly<Record<string, RegExp>> = {
  tokens: /\/my\/personal-access-tokens/,
  memberships: /\/my\/project-members/,
  'a project': /^GET .*\/projects\/[^/]+$/,
  jobs: /\/jobs/,
  'an update': /^POST /,
};
const reconciliationAsks: Readonly<Record<string, RegExp>> = {
  memberships: /\/my\/project-members/,
  'fired webhooks': /type=invoke-hook/,
  'archive updates': /type=gen-annotation/,
  tasks: /\/tasks\?/,
  webhooks: /\/webhooks$/,
};

function schedule(name: string, run: Run, asks: Readonly<Record<string, RegExp>>): Case[] {
  return [
    ...Object.entries(asks).flatMap(([what, pattern]) =>
      server(`Annofab, asked for ${what} by the ${name}`, { proxy: annofab, asked: is(pattern) }, run),
    ),
    ...server(`Secrets Manager to the ${name}`, { proxy: aws, asked: isTo('secretsmanager') }, run),
    {
      name: `a credential of the ${name} that is refused`,
      markers: tokenMarkers,
      async run(world, marker) {
        world.aws.secrets.put('credential', { pat: marker });
        await run(world);
      },
    },
  ];
}

/** A webhook of ours, whose jobs hold its headers and its bodies, with more in both than there should be. */
const firing: Case = {
  name: 'headers and bodies of webhooks in the list of jobs',
  markers: tokenMarkers,
  async run(world, marker) {
    const { annofab, filesProxy } = world;
    const template = bodyTemplate('task-completed');
    const bodies = [
      template,
      template.replace('}}"}', `}}","title":"${marker}"}`),
      marker,
      `{"project_id":"${marker}/"}`,
    ];
    const answers = [
      { status: 500, body: marker },
      { status: 202, body: marker },
      { status: 302, headers: { location: `/${marker}` } },
    ];
    for (const body of bodies) {
      await putWebhook(world, { body, secret: marker });
      for (const answer of answers) {
        filesProxy.says(() => answer);
        await annofab.completeTask(localNames.project, 'task-4');
        await annofab.settled();
      }
      filesProxy.says(() => undefined);
      await reconcile(world);
    }
    await annofab.reset();
  },
};

async function putWebhook({ annofab }: World, { body, secret }: { body: string; secret: string }): Promise<void> {
  const webhook = { ...webhookRequest('task-completed', { url: process.env['WEBHOOK_URL'] ?? '', secret }), body };
  const path = `/api/v1/projects/${localNames.project}/webhooks/${webhook.webhook_id}`;
  const response = await fetch(`${annofab.url}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${localNames.personalAccessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ project_id: localNames.project, ...webhook }),
  });
  if (!response.ok) throw new Error(`The webhook was refused: ${await response.text()}`);
}

/** What runs by the clock. */
export const scheduleCases: readonly Case[] = [
  firing,
  ...schedule('start of archive updates', startArchiveUpdates, startAsks),
  ...schedule('reconciliation', reconcile, reconciliationAsks),
  ...server('DynamoDB to the reconciliation', { proxy: aws, asked: isTo('DynamoDB') }, reconcile),
];
