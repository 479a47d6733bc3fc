import type { OperationId } from '../../lib/annofab/api-description.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import type { MailKind } from '../../local/annofab/core/state.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';

/** The demo's project and people, in an emulator of its own that also answers what Annofab no longer does. */
export interface World extends AsyncDisposable {
  readonly annofab: AnnofabEmulator;
  readonly owner: AnnofabClient;
  readonly worker: AnnofabClient;
  readonly accepter: AnnofabClient;
  readonly dataUser: AnnofabClient;
  /** Has an account, and is in no organization and no project. */
  readonly stranger: AnnofabClient;
}

/** Brings an operation about through the client, as often as it takes to send everything that it can be sent. */
export type Case = (world: World) => PromiseLike<unknown>;

/** A case for every operation: one that is forgotten does not compile. */
export type Cases = Readonly<Record<OperationId, Case>>;

/** The demo's account ids. */
export const OWNER_ID = '00000000-0000-4000-8000-000000000001';
export const WORKER_ID = '00000000-0000-4000-8000-000000000002';
export const ACCEPTER_ID = '00000000-0000-4000-8000-000000000003';

export const project = { project_id: 'demo-project' };
export const organization = { organization_name: 'demo-org' };
/** In phase acceptance, its accepter at work. */
export const task = { ...project, task_id: 'task-1' };
/** Its first frame: every type of annotation. */
export const frame = { ...task, input_data_id: 'task-1-frame-1' };
/** Assigned to nobody, not begun. */
export const freshTask = { ...project, task_id: 'task-8' };
/** The worker is at it. */
export const workersTask = { ...project, task_id: 'task-5' };

export async function createWorld(): Promise<World> {
  const annofab = await startAnnofabEmulator({ checkContract: true, legacy: true });
  const client = (pat: string) => new AnnofabClient({ credentials: { pat }, baseUrl: annofab.url, maxWaitMs: 0 });
  const clients = {
    owner: client('demo-pat'),
    worker: client('demo-worker-pat'),
    accepter: client('demo-accepter-pat'),
    dataUser: client('demo-data-user-pat'),
    stranger: client('demo-mfa-pat'),
  };
  return {
    annofab,
    ...clients,
    [Symbol.asyncDispose]: async () => {
      await annofab.stop();
      await Promise.all(Object.values(clients).map((each) => each.close()));
    },
  };
}

/** The code or token in the last mail of a kind. */
export function codeOf({ state }: AnnofabEmulator, kind: MailKind): string {
  const mail = state.mails.findLast((one) => one.kind === kind);
  if (!mail) throw new Error(`there is no mail of the kind ${kind}`);
  return mail.code;
}
