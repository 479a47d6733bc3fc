import { InvalidArgumentError } from 'commander';
import { WEBHOOK_PATH } from '../../lib/webhooks/templates.ts';
import { toUrl } from '../options.ts';

/** Refuses an address that includes the webhook path, as other tools print it: the command adds the path itself. */
export function toApiUrl(value: string): string {
  if (value.includes(WEBHOOK_PATH)) {
    throw new InvalidArgumentError(`Leave out ${WEBHOOK_PATH} and what follows: each webhook gets its own path.`);
  }
  const { protocol, hostname } = new URL(toUrl(value));
  if (protocol === 'https:' || hostname === '127.0.0.1') return value;
  throw new InvalidArgumentError('It must begin with https://, because the webhooks carry a secret.');
}
