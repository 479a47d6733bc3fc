import { SECRET_HEADER } from '../../../lib/webhooks/templates.ts';
import { localNames, secretNames } from '../../names.ts';
import type { Stack } from '../../stack.ts';

/** The secrets that are rotated during traffic. */
export type Rotated = 'credential' | 'webhook-secret';

/**
 * Rotates the functions' credential and the webhook secret as an operator does: the old and the new one are valid between
 * `begin` and `end`.
 */
export interface Credentials {
  begin(what: Rotated): void;
  end(what: Rotated): void;
  /** How many rotations have begun. */
  readonly rotations: number;
}

/** Gives the functions their own token first, so that the one of the local stack stays valid for the run itself. */
export function createCredentials(stack: Pick<Stack, 'annofab' | 'aws'>): Credentials {
  const pairs: Readonly<Record<Rotated, { current: string; old?: string }>> = {
    credential: { current: 'functions-pat' },
    'webhook-secret': { current: localNames.webhookSecret },
  };
  let rotations = 0;
  useToken(stack, pairs.credential.current);

  return {
    get rotations() {
      return rotations;
    },
    begin(what) {
      rotations += 1;
      const pair = pairs[what];
      const old = pair.current;
      pair.old = old;
      pair.current = `${old.replace(/-\d+$/, '')}-${rotations}`;
      if (what === 'credential') useToken(stack, pair.current);
      else {
        acceptWebhookSecrets(stack, [old, pair.current]);
        sendWebhookSecret(stack, pair.current);
      }
    },
    end(what) {
      const { old, current } = pairs[what];
      if (what === 'webhook-secret') acceptWebhookSecrets(stack, [current]);
      else if (old !== undefined) stack.annofab.state.logins.personalAccessTokens.delete(old);
    },
  };
}

function useToken({ annofab, aws }: Pick<Stack, 'annofab' | 'aws'>, token: string): void {
  const { personalAccessTokens } = annofab.state.logins;
  const known = personalAccessTokens.get(localNames.personalAccessToken);
  if (known === undefined) throw new Error('The owner has no token to copy');
  personalAccessTokens.set(token, { ...known, id: token, token });
  aws.secrets.put(secretNames.credential, { pat: token });
}

function acceptWebhookSecrets({ aws }: Pick<Stack, 'aws'>, secrets: readonly string[]): void {
  aws.secrets.put(secretNames.webhooks, { webhook_secrets: secrets.map((secret) => ({ secret })) });
}

function sendWebhookSecret({ annofab }: Pick<Stack, 'annofab'>, value: string): void {
  const updated_datetime = annofab.clock.stamp();
  for (const { webhooks } of annofab.state.projects.values()) {
    for (const webhook of webhooks.values()) {
      const headers = webhook.headers.map((header) => (header.name === SECRET_HEADER ? { ...header, value } : header));
      Object.assign(webhook, { headers, updated_datetime });
    }
  }
}
