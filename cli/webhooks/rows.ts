import type { EventType } from '../../lib/webhooks/events.ts';
import type { PlannedWebhook } from '../../lib/webhooks/plan-webhooks.ts';
import { webhookId } from '../../lib/webhooks/templates.ts';
import { UsageError } from '../frame/exit-codes.ts';
import type { Row } from './output.ts';

type Change = PlannedWebhook['change'] | 'deleted';
/** The addresses that are registered now, by the ids of their webhooks. */
export type Addresses = ReadonlyMap<string, string>;

/** An address that was registered for this stage by someone else may be in use. @throws UsageError with the old address */
export function assertSameAddress(planned: readonly PlannedWebhook[], before: Addresses): void {
  const lines = planned.flatMap(({ request: { webhook_id, url } }) => {
    const old = before.get(webhook_id);
    return old === undefined || originOf(old) === originOf(url) ? [] : [`  ${webhook_id}: ${old}`];
  });
  if (lines.length === 0) return;
  throw new UsageError(
    [
      'Webhooks of this stage have another address now:',
      ...lines,
      'Use --replace to change it, or another --stage.',
    ].join('\n'),
  );
}

function originOf(url: string): string | undefined {
  return URL.parse(url)?.origin;
}

export function appliedRow({ change, differs, request }: PlannedWebhook, before: Addresses, done: boolean): Row {
  const { webhook_id, event_type, url } = request;
  const old_url = before.get(webhook_id) ?? url;
  return {
    webhook_id,
    event_type,
    change: changeText(change, done),
    url,
    ...(old_url !== url && { old_url }),
    ...(change === 'updated' && { differed: differs.join(',') }),
  };
}

export function removedRow(event_type: EventType, stage: string, done: boolean): Row {
  return { webhook_id: webhookId(event_type, stage), event_type, change: changeText('deleted', done) };
}

function changeText(change: Change, done: boolean): string {
  return done || change === 'unchanged' ? change : `to be ${change}`;
}
