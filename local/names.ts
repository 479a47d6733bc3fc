/** The names of the local stack. They are fixed, so that other tools can rely on them. */
export const localNames = {
  organization: 'demo-org',
  userId: 'demo_owner',
  password: 'demo-password',
  personalAccessToken: 'demo-pat',
  project: 'demo-project',
  webhookSecret: 'demo-webhook-secret',
} as const;

/** The stage that the functions of serverless.yml run in. */
export const LOCAL_STAGE = 'local';

/** The names of the secrets for this stage, as an operator creates them. */
export const secretNames = {
  credential: `annofab-functions/${LOCAL_STAGE}/credential`,
  webhooks: `annofab-functions/${LOCAL_STAGE}/webhooks`,
  /** The local stack stores it when chat messages are switched on. */
  chat: `annofab-functions/${LOCAL_STAGE}/chat`,
} as const;
