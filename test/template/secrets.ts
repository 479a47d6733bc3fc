import { localNames } from '../../local/names.ts';

/** The secrets that the operator stores before the first deployment, by the last part of their names. */
export const secrets = {
  credential: { pat: localNames.personalAccessToken },
  webhooks: { webhook_secrets: [{ secret: localNames.webhookSecret, project_id: localNames.project }] },
} as const;
