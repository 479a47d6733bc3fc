import type { OperationId } from '../../lib/annofab/api-description.ts';
import { AnnofabClient } from '../../lib/annofab/index.ts';
import type { MailKind } from '../../local/annofab/core/state.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { everyTypeSeed } from '../local/annofab/every-type.ts';

/** The demo's project and members, in an emulator that also answers legacy operations. */
export interface World extends AsyncDisposable {
  readonly annofab: AnnofabEmulator;
  readonly owner: AnnofabClient;
  readonly worker: AnnofabClient;
  readonly accepter: AnnofabClient;
  readonly dataUser: AnnofabClient;
  /** An account without organizations and projects. */
  readonly stranger: AnnofabClient;
}

/** Calls an operation through the client, often enough to send all its parameters and fields. */
export type Case = (world: World) => PromiseLike<unknown>;

/** A case for every operation: a missing one does not compile. */
export type Cases = Readonly<Record<OperationId, Case>>;

/** The demo's account ids. */
export const OWNER_ID = '00000000-0000-4000-8000-000000000001';
export const WORKER_ID = '00000000-0000-4000-8000-000000000002';
export const ACCEPTER_ID = '00000000-0000-4000-8000-000000000003';

export const project = { project_id: 'demo-project' };
export const organization = { organization_name: 'demo-org' };
/** In the acceptance phase, `working`. */
export const task = { ...project, task_id: 'task-1' };
/** Its first frame: every type of annotation. */
export const frame = { ...task, input_data_id: 'task-1-frame-1' };
/** Unassigned and not started. */
export const freshTask = { ...project, task_id: 'task-8' };
/** Assigned to the worker, `working`. */
export const workersTask = { ...project, task_id: 'task-5' };

export async function createWorld(): Promise<World> {
  const annofab = await startAnnofabEmulator({ seed: everyTypeSeed, checkContract: true, legacy: true });
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
  if (!mail) throw new Error(`No mail of the kind ${kind} was sent`);
  return mail.code;
}
