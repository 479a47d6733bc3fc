import { describe, expect, it, onTestFinished } from 'vitest';
import { ForbiddenError, type PutWebhookRequest } from '../../../lib/annofab/index.ts';
import { demo, startEmulator } from '../../local/annofab/emulator.ts';
import { startReceiver } from '../../local/annofab/http.ts';

const hook = (url: string): PutWebhookRequest => ({
  ...demo,
  webhook_id: 'export',
  event_type: 'task-completed',
  webhook_status: 'active',
  method: 'POST',
  url,
  headers: [{ name: 'content-type', value: 'application/json' }],
  body: '{"task_id": "{{TASK_ID}}"}',
});

describe('annofab.webhooks', () => {
  it('creates, replaces, lists and finds webhooks', async () => {
    const { owner } = await startEmulator();
    await owner.webhooks.put(hook('https://example.com/a'));
    await owner.webhooks.put(hook('https://example.com/b'));
    expect(await owner.webhooks.list(demo)).toMatchObject([{ webhook_id: 'export', url: 'https://example.com/b' }]);
    expect(await owner.webhooks.find({ ...demo, webhook_id: 'export' })).toMatchObject({
      event_type: 'task-completed',
    });
    expect(await owner.webhooks.find({ ...demo, webhook_id: 'gone' })).toBeUndefined();
  });

  it('tests a webhook with values for its placeholders', async () => {
    const { owner } = await startEmulator();
    const receiver = await startReceiver();
    onTestFinished(receiver.stop);
    const { webhook_id } = await owner.webhooks.put(hook(receiver.url));
    const { result } = await owner.webhooks.test({ ...demo, webhook_id, placeholders: { TASK_ID: 'task-1' } });
    expect(result).toBe('success');
    expect(receiver.received).toMatchObject([{ body: '{"task_id": "task-1"}' }]);
  });

  it('throws ForbiddenError for an account that is not an owner', async () => {
    const { worker } = await startEmulator();
    await expect(worker.webhooks.list(demo)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
