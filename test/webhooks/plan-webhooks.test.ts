import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';

import { planWebhooks, testPlaceholders } from '../../lib/webhooks/plan-webhooks.ts';
import { readEvent } from '../../lib/webhooks/read-event.ts';
import { bodyTemplate, webhookRequest } from '../../lib/webhooks/templates.ts';

const wanted = EVENT_TYPES.map((eventType) =>
  webhookRequest(eventType, { url: 'https://hooks.example', secret: 'one' }),
);
const [first] = wanted;
const changes = (registered: Parameters<typeof planWebhooks>[0]) =>
  planWebhooks(registered, wanted).map(({ change }) => change);

describe('planWebhooks', () => {
  it('creates the webhooks that are missing', () => {
    expect(changes([])).toEqual(['created', 'created', 'created', 'created']);
  });

  it('leaves webhooks unchanged that are already as wanted', () => {
    expect(changes(wanted)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('ignores the order of headers and the case of their names', () => {
    const shuffled = wanted.map((webhook) => ({
      ...webhook,
      headers: webhook.headers.map(({ name, value }) => ({ name: name.toUpperCase(), value })).reverse(),
    }));
    expect(changes(shuffled)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  it.each([
    ['url', { url: 'https://elsewhere.example' }],
    ['body', { body: '{}' }],
    ['method', { method: 'PUT' }],
    ['webhook_status', { webhook_status: 'inactive' }],
    ['event_type', { event_type: 'project-copy-completed' }],
    ['headers', { headers: [{ name: 'X-Webhook-Secret', value: 'old' }] }],
  ])('updates a webhook whose %s differs, without reporting the old value', (field, difference) => {
    const registered = wanted.map((webhook) => (webhook === first ? { ...webhook, ...difference } : webhook));
    const [plan, ...others] = planWebhooks(registered, wanted);
    expect(plan).toEqual({ change: 'updated', differs: [field], request: first });
    expect(others.every(({ change }) => change === 'unchanged')).toBe(true);
  });

  it('ignores webhooks with other ids', () => {
    const theirs = wanted.map((webhook) => ({ ...webhook, webhook_id: 'theirs' }));
    expect(changes(theirs)).toEqual(['created', 'created', 'created', 'created']);
  });
});

describe('testPlaceholders', () => {
  it.each(EVENT_TYPES)('turns the template of %s into a valid test event', (eventType) => {
    let body = bodyTemplate(eventType);
    for (const [name, value] of Object.entries(testPlaceholders(eventType, new Date()))) {
      body = body.replaceAll(`{{${name}}}`, value);
    }
    expect(readEvent(eventType, body, Date.now())).toMatchObject({ kind: 'test', event: { event_type: eventType } });
  });
});
