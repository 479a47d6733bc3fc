import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { AnnofabClient, type Credentials, checkCredentials } from '../../lib/annofab/index.ts';
import { type ChatAddress, parseChatAddress } from '../../lib/automations/notify-task-completed/chat.ts';
import { createSecret } from '../../lib/aws/secret.ts';
import { lazy } from '../../lib/core/async/lazy.ts';
import type { StageSettings } from '../../lib/settings/stage-settings.ts';
import { webhookEvents } from '../../lib/settings/switches.ts';
import { parseWebhookSecrets, type WebhookSecrets } from '../../lib/webhooks/webhook-secrets.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { httpUrl } from '../deployment/http-url.ts';
import { stageSettings } from '../deployment/stage-settings.ts';
import { deploymentOf, openTarget, type Target } from '../deployment/target.ts';
import { knownProjects, type ProjectState, projectStates } from '../projects/known-projects.ts';
import type { DoctorOptions } from './options.ts';

/** A request to Annofab is repeated for as long at most: the check of an Annofab that is down should end soon. */
const MAX_WAIT_MS = 2_000;

/** What the checks look at. Each is loaded by the first check that needs it, and kept. */
export interface DoctorContext {
  readonly target: Target;
  /** How a command names the deployment: `--stage dev`. */
  readonly where: string;
  settings(): Promise<StageSettings>;
  /** The Annofab credential of the deployment. */
  credential(): Promise<Credentials>;
  /** A client with the credential of the deployment. */
  annofab(): Promise<AnnofabClient>;
  secrets(): Promise<WebhookSecrets>;
  /** The address of the chat, with the setting `chatMessages`. */
  chatAddress(): Promise<ChatAddress>;
  /** The address of the HTTP API. */
  url(): Promise<string>;
  projects(): Promise<readonly string[]>;
  /** The projects with the state of their webhooks. */
  states(): Promise<readonly ProjectState[]>;
  deployment(): Promise<Deployment>;
  close(): Promise<void>;
}

/** @throws Error when `--local` finds no stack, or several */
export async function openContext(options: DoctorOptions, signal: AbortSignal): Promise<DoctorContext> {
  const target = await openTarget(options);
  const { stage, service, running } = target;
  const client = lazy(() => new SecretsManagerClient(target.sdk));
  const secret = <T>(name: string, parse: (json: unknown) => T) =>
    createSecret({ secretId: `${service}/${stage}/${name}`, client: client(), parse }).get();
  const settings = lazy(() => stageSettings(stage));
  const credential = lazy(() => secret('credential', checkCredentials));
  const secrets = lazy(() => secret('webhooks', parseWebhookSecrets));
  const chatAddress = lazy(() => secret('chat', parseChatAddress));
  const url = lazy(() => httpUrl(target, options.url, signal));
  const annofab = lazy(async () => {
    const baseUrl = running?.annofab.url ?? options.endpoint ?? (await settings()).annofabEndpointUrl;
    return new AnnofabClient({ baseUrl, credentials: await credential(), maxWaitMs: MAX_WAIT_MS });
  });
  const projects = lazy(
    async () => options.project ?? knownProjects(await annofab(), { secrets: await secrets(), stage }, signal),
  );
  let opened: AnnofabClient | undefined;

  async function loadStates(): Promise<ProjectState[]> {
    const expected = {
      ...{ url: await url(), secrets: await secrets() },
      ...{ stage, eventTypes: webhookEvents(await settings()) },
    };
    return projectStates(await annofab(), await projects(), expected, signal);
  }

  return {
    target,
    where: whereOf(options),
    settings,
    credential,
    annofab: async () => {
      opened = await annofab();
      return opened;
    },
    secrets,
    chatAddress,
    url,
    projects,
    states: lazy(loadStates),
    deployment: lazy(() => deploymentOf(target, options.table)),
    close: async () => opened?.close(),
  };
}

function whereOf({ stage, region, local }: DoctorOptions): string {
  if (local !== undefined) return '--local';
  return region === undefined ? `--stage ${stage}` : `--stage ${stage} --region ${region}`;
}
