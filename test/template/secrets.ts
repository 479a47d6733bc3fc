import { localNames } from '../../local/names.ts';

/** The secrets that the operator stores before the first deployment, by the last part of their names. */
export const secrets = {
  credential: { pat: localNames.personalAccessToken },
  webhooks: { webhook_secrets: [{ secret: localNames.webhookSecret, project_id: localNames.project }] },
  // Only stored: no event is processed with the variant that has a chat.
  chat: { url: 'https://chat.invalid/' },
} as const;
