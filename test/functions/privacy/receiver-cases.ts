import { TEST_PROJECT_ID } from '../../../lib/webhooks/events.ts';
import { localNames } from '../../../local/names.ts';
import { type HttpInput, httpEvent } from '../../lambda/support.ts';
import { taskCompleted } from '../../webhooks/events.ts';
import type { Case } from './case.ts';
import { freeMarkers, tokenMarkers } from './marker.ts';
import { isTo, server } from './says.ts';
import type { World } from './world.ts';

const right = { 'x-webhook-secret': localNames.webhookSecret };
const event = { ...taskCompleted, complete_datetime: new Date().toISOString() };
const body = JSON.stringify(event);

/** A request with something in it. */
function request(name: string, of: (marker: string) => HttpInput | object): Case {
  return { name, markers: freeMarkers, run: (world, marker) => world.receive(of(marker)) };
}

/** What the receiver's secret holds. */
function secret(name: string, contentOf: (marker: string) => unknown): Case {
  return {
    name,
    markers: freeMarkers,
    async run(world, marker) {
      world.aws.secrets.put('webhooks', contentOf(marker));
      await world.receive({ headers: right, body });
    },
  };
}

const aws = (world: World) => world.awsProxy;
const receive = (world: World) => world.receive({ headers: right, body });

/** The call that Annofab makes, or an attacker. */
export const receiverCases: readonly Case[] = [
  request('a wrong secret', (marker) => ({ headers: { 'x-webhook-secret': marker }, body })),
  request('headers', (marker) => ({
    headers: {
      ...right,
      cookie: marker,
      authorization: marker,
      'user-agent': marker,
      'x-amzn-trace-id': marker,
      'x-forwarded-for': marker,
      [marker]: marker,
    },
    body,
  })),
  request('a content type', (marker) => ({ headers: { ...right, 'content-type': marker }, body })),
  request('a method', (marker) => ({ method: marker, headers: right, body })),
  request('an event type in the path', (marker) => ({ eventType: marker, headers: right, body })),
  request('what surrounds a request', (marker) => ({
    ...httpEvent({ headers: right, body }),
    rawPath: `/${marker}`,
    rawQueryString: marker,
    cookies: [marker],
    queryStringParameters: { secret: marker },
    stageVariables: { secret: marker },
  })),
  request('a body that is no JSON', (marker) => ({ headers: right, body: marker })),
  request('a body that a title broke', (marker) => ({
    headers: right,
    body: body.replace('}', `,"a":"${marker}" "}`),
  })),
  request('a body that is JSON and no event', (marker) => ({ headers: right, body: JSON.stringify(marker) })),
  request('more in a body', (marker) => ({
    headers: right,
    body: JSON.stringify({ ...event, project_title: marker, [marker]: marker, __proto__: { marker } }),
  })),
  request('fields that are wrong', (marker) => ({
    headers: right,
    body: JSON.stringify({
      event_type: marker,
      project_id: `${marker}/`,
      task_id: { marker },
      complete_datetime: marker,
    }),
  })),
  request('a body in base64 that is no JSON', (marker) => ({
    headers: right,
    body: Buffer.from(marker).toString('base64'),
    base64: true,
  })),
  {
    name: 'a secret that is right',
    markers: tokenMarkers,
    async run(world, marker) {
      world.aws.secrets.put('webhooks', { webhook_secrets: [{ secret: marker }, { secret: 'b', project_id: 'b' }] });
      const headers = { 'x-webhook-secret': marker };
      const test = JSON.stringify({ ...event, project_id: TEST_PROJECT_ID });
      for (const sent of [body, body, test, '{', '{}']) await world.receive({ headers, body: sent });
      await world.receive({ headers: { 'x-webhook-secret': 'b' }, body });
    },
  },
  secret('a secret that is no JSON', (marker) => marker),
  secret('a secret of JSON that breaks off', (marker) => `{"webhook_secrets":[{"secret":"${marker}`),
  secret('a secret of other JSON', (marker) => ({ [marker]: marker })),
  secret('a secret that no header can carry', (marker) => ({ webhook_secrets: [{ secret: `${marker}\n` }] })),
  secret('a secret with an unknown field', (marker) => ({ webhook_secrets: [{ secret: 'a', [marker]: marker }] })),
  secret('a secret with a project that is none', (marker) => ({
    webhook_secrets: [{ secret: 'a', project_id: marker }],
  })),
  ...server('Secrets Manager to the receiver', { proxy: aws, asked: isTo('secretsmanager') }, receive),
  ...server('SQS to the receiver', { proxy: aws, asked: isTo('AmazonSQS') }, receive),
  ...server('DynamoDB to the receiver', { proxy: aws, asked: isTo('DynamoDB') }, receive),
];
