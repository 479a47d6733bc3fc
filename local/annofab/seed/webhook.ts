import type { Clock } from '../core/clock.ts';
import type { ProjectRecord } from '../core/state.ts';
import { assertSeedId } from './checks.ts';
import type { SeedWebhook } from './seed.ts';

/** @throws Error when its id or its address is none */
export function addWebhook({ project, webhooks }: ProjectRecord, seed: SeedWebhook, clock: Clock): void {
  const { webhook_id, method = 'POST', body, url } = seed;
  assertSeedId('webhook_id', webhook_id);
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Error(`url must be an http or https URL, and not ${url}`);
  if (method === 'GET' && body !== undefined) throw new Error('a webhook with the method GET has no body');
  const now = clock.stamp();
  webhooks.set(webhook_id, {
    project_id: project.project_id,
    webhook_id,
    event_type: seed.event_type,
    webhook_status: seed.webhook_status ?? 'active',
    method,
    headers: structuredClone(seed.headers ?? []),
    ...(body !== undefined && { body }),
    url,
    created_datetime: now,
    updated_datetime: now,
  });
}
