/** The names of the local stack. They are fixed, so that outside tools can rely on them. */
export const localNames = {
  organization: 'demo-org',
  userId: 'demo_owner',
  password: 'demo-password',
  personalAccessToken: 'demo-pat',
  project: 'demo-project',
  webhookSecret: 'demo-webhook-secret',
} as const;
