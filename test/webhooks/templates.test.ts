import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { parseEvent } from '../../lib/webhooks/parse-event.ts';
import { bodyTemplate, webhookRequest } from '../../lib/webhooks/templates.ts';

describe('bodyTemplate', () => {
  it.each([
    [
      'task-completed',
      '{"event_type":"task-completed","project_id":"{{PROJECT_ID}}","task_id":"{{TASK_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}',
    ],
    [
      'annotation-archive-updated',
      '{"event_type":"annotation-archive-updated","project_id":"{{PROJECT_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}',
    ],
    [
      'input-data-zip-registered',
      '{"event_type":"input-data-zip-registered","project_id":"{{PROJECT_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}',
    ],
    [
      'project-copy-completed',
      '{"event_type":"project-copy-completed","project_id":"{{PROJECT_ID}}","dest_project_id":"{{DEST_PROJECT_ID}}","complete_datetime":"{{COMPLETE_DATETIME}}"}',
    ],
  ] as const)('returns the exact template of %s', (eventType, template) => {
    expect(bodyTemplate(eventType)).toBe(template);
  });

  it.each(EVENT_TYPES)('produces a %s event that the receiver accepts', (eventType) => {
    const body = bodyTemplate(eventType)
      .replace('{{COMPLETE_DATETIME}}', '2019-05-08T10:00:00+09:00')
      .replaceAll(/\{\{[A-Z_]+\}\}/g, 'some-id');
    expect(parseEvent(eventType, JSON.parse(body)).ok).toBe(true);
  });
});

describe('webhookRequest', () => {
  it('posts the template to the receiver, with the secret in a header', () => {
    expect(webhookRequest('task-completed', { url: 'https://hooks.example', secret: 's3cret' })).toEqual({
      event_type: 'task-completed',
      webhook_id: 'annofab-functions-task-completed',
      webhook_status: 'active',
      method: 'POST',
      headers: [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'X-Webhook-Secret', value: 's3cret' },
      ],
      body: bodyTemplate('task-completed'),
      url: 'https://hooks.example/webhooks/annofab/task-completed',
    });
  });

  it('names the project in another header if it is given', () => {
    const request = webhookRequest('task-completed', { url: 'https://hooks.example', secret: 's', projectId: 'p-1' });
    expect(request.headers).toContainEqual({ name: 'X-Webhook-Project', value: 'p-1' });
  });

  it('accepts an address with a trailing slash', () => {
    const { url } = webhookRequest('task-completed', { url: 'https://hooks.example/dev/', secret: 's' });
    expect(url).toBe('https://hooks.example/dev/webhooks/annofab/task-completed');
  });
});
