import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import { planWebhooks, testPlaceholders } from '../../lib/webhooks/plan-webhooks.ts';
import { bodyTemplate, webhookRequest } from '../../lib/webhooks/templates.ts';

const wanted = EVENT_TYPES.map((eventType) =>
  webhookRequest(eventType, { url: 'https://hooks.example', secret: 'one' }),
);
const [first] = wanted;
const changes = (registered: Parameters<typeof planWebhooks>[0]) =>
  planWebhooks(registered, wanted).map(({ change }) => change);

describe('a plan for webhooks', () => {
  it('creates those that are missing', () => {
    expect(changes([])).toEqual(['created', 'created', 'created', 'created']);
  });

  it('leaves those alone that are as they should be', () => {
    expect(changes(wanted)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('takes no offence at the order of headers or the case of their names', () => {
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
  ])('updates one whose %s differs, and does not say what it was', (field, difference) => {
    const registered = wanted.map((webhook) => (webhook === first ? { ...webhook, ...difference } : webhook));
    const [plan, ...others] = planWebhooks(registered, wanted);
    expect(plan).toEqual({ change: 'updated', differs: [field], request: first });
    expect(others.every(({ change }) => change === 'unchanged')).toBe(true);
  });

  it('has nothing to do with the webhooks of others', () => {
    const theirs = wanted.map((webhook) => ({ ...webhook, webhook_id: 'theirs' }));
    expect(changes(theirs)).toEqual(['created', 'created', 'created', 'created']);
  });
});

describe('the placeholders of a test delivery', () => {
  it.each(EVENT_TYPES)('make of the template of %s an event that goes nowhere', (eventType) => {
    let body = bodyTemplate(eventType);
    for (const [name, value] of Object.entries(testPlaceholders(eventType, new Date()))) {
      body = body.replaceAll(`{{${name}}}`, value);
    }
    expect(parseEvent(eventType, JSON.parse(body))).toMatchObject({ ok: true, event: { project_id: 'test-delivery' } });
  });
});
