import { checkAlarms, checkConcurrency, checkIdentity, checkSchedules } from './aws-checks.ts';
import type { Check } from './check.ts';
import type { DoctorContext } from './context.ts';
import {
  checkAddress,
  checkChatSecret,
  checkCredential,
  checkDeadLetters,
  checkNode,
  checkQueues,
  checkReachable,
  checkSettings,
  checkSignIn,
  checkToken,
  checkWebhookSecret,
} from './deployment-checks.ts';
import { checkDeliveries, checkRoles, checkWebhooks } from './project-checks.ts';

/** All checks, in their order. */
export const CHECKS: readonly Check[] = [
  {
    name: 'Node.js',
    run: checkNode,
    cure: () => 'install Node.js 22.19 or later; on Linux, npm ci installs one beside the project',
  },
  {
    name: 'settings',
    run: checkSettings,
    cure: ({ target }) => `correct settings/${target.stage}.yml: docs/settings.md describes each setting`,
  },
  {
    name: 'AWS credentials',
    run: checkIdentity,
    cure: ({ target }) =>
      isLocal(target)
        ? 'start it: npm start'
        : 'set AWS_PROFILE, or log in again: aws sso login. AWS_REGION or --region names the region',
  },
  {
    name: 'Lambda concurrency',
    needs: ['settings', 'AWS credentials'],
    run: checkConcurrency,
    cure: () =>
      'let the role call lambda:GetAccountSettings, or change what the message names: docs/deploy.md#4-package-and-deploy',
  },
  {
    name: 'credential secret',
    needs: ['AWS credentials'],
    run: checkCredential,
    cure: ({ target: { service, stage } }) =>
      `annofab-functions init --stage ${stage}, or store {"pat": "…"} in ${service}/${stage}/credential: docs/deploy.md#2-create-the-two-secrets`,
  },
  {
    name: 'webhook secret',
    needs: ['AWS credentials'],
    run: checkWebhookSecret,
    cure: ({ target: { service, stage } }) =>
      `annofab-functions init --stage ${stage}, or correct ${service}/${stage}/webhooks: docs/deploy.md#2-create-the-two-secrets`,
  },
  {
    name: 'chat secret',
    needs: ['settings', 'AWS credentials'],
    run: checkChatSecret,
    cure: ({ target: { service, stage } }) =>
      `store {"url": "…"} in ${service}/${stage}/chat: docs/add-an-automation.md#9-deploy-it`,
  },
  {
    name: 'Annofab sign-in',
    needs: ['settings', 'credential secret'],
    run: checkSignIn,
    cure: () => 'store a credential that is valid: docs/operations.md#credential-refused',
  },
  {
    name: 'project roles',
    needs: ['Annofab sign-in', 'webhook secret'],
    run: checkRoles,
    cure: () => 'let an owner of the project make the account an owner, or remove the project from the webhook secret',
  },
  {
    name: 'address of the HTTP API',
    needs: ['settings'],
    run: checkAddress,
    cure: () => 'give --url: the deployment printed it as WebhookUrl',
  },
  {
    name: 'webhooks',
    needs: ['Annofab sign-in', 'webhook secret', 'address of the HTTP API'],
    run: checkWebhooks,
    cure: ({ where }) =>
      `annofab-functions projects add ${where} --project <id>, with --replace if the url is different`,
  },
  {
    name: 'HTTP API',
    needs: ['address of the HTTP API'],
    run: checkReachable,
    cure: (ctx) => `check the address, its domain and its firewall; or ${deployAgain(ctx)}`,
  },
  {
    name: 'test delivery',
    needs: ['Annofab sign-in', 'webhook secret', 'address of the HTTP API', 'HTTP API'],
    run: checkDeliveries,
    cure: ({ where }) =>
      `annofab-functions projects add ${where} --project <id>, if the status is 401; else see the log of receive-webhook`,
  },
  {
    name: 'queues and ledger',
    needs: ['settings', 'AWS credentials'],
    run: checkQueues,
    cure: (ctx) => `check the stage and the region; or ${deployAgain(ctx)}`,
  },
  {
    name: 'dead letters',
    needs: ['queues and ledger'],
    run: checkDeadLetters,
    cure: ({ where }) => `annofab-functions deliveries list ${where}, then deliveries resend or dismiss`,
  },
  {
    name: 'schedules',
    needs: ['settings', 'AWS credentials'],
    run: checkSchedules,
    cure: (ctx) => `let the role call scheduler:ListSchedules, or ${deployAgain(ctx)}`,
  },
  {
    name: 'alarms',
    needs: ['settings', 'AWS credentials'],
    run: checkAlarms,
    cure: () =>
      'docs/operations.md#alarms has a section for each; the role must be able to call cloudwatch:DescribeAlarms',
  },
  {
    name: 'personal access token',
    needs: ['Annofab sign-in'],
    run: checkToken,
    cure: () => 'issue a new token and store it: docs/operations.md#rotation-of-credentials',
  },
];

function deployAgain({ target, where }: DoctorContext): string {
  return isLocal(target) ? 'start the local stack again' : `deploy again: npm run deploy -- ${where}`;
}

function isLocal({ sdk }: DoctorContext['target']): boolean {
  return 'endpoint' in sdk;
}
