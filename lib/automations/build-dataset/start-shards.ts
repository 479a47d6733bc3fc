import { createHash } from 'node:crypto';
import type { StateMachine } from '../../aws/state-machine.ts';
import type { FormatName } from '../../datasets/index.ts';
import type { Invocation } from '../../runtime/context.ts';
import type { DatasetSettings } from './dataset-settings.ts';
import type { DatasetRequest } from './shards/request.ts';

/** What it needs of an invocation. */
export interface StartContext extends Pick<Invocation, 'signal'> {
  readonly datasetMachine: StateMachine | undefined;
  readonly log: Pick<Invocation['log'], 'info'>;
  readonly event: { readonly project_id: string };
}

/** A version, and those of its formats that do not fit into one invocation. */
export interface LargeVersion {
  readonly version: string;
  readonly inShards: readonly FormatName[];
}

/**
 * Starts the state machine for the formats of a version that do not fit into one invocation. It can be repeated: the same
 * version, formats and settings are one execution.
 *
 * @throws StateMachineError when it was not started
 */
export async function startShards(
  { datasetMachine, event: { project_id }, log, signal }: StartContext,
  { version, inShards }: LargeVersion,
  { formats: _, ...settings }: DatasetSettings,
): Promise<void> {
  if (datasetMachine === undefined || inShards.length === 0) return;
  const formats = [...new Set(inShards)].toSorted();
  const request: DatasetRequest = { project_id, version, formats, settings };
  const execution = executionName(request);
  const result = await datasetMachine.start(execution, request, { signal });
  const what = result === 'started' ? 'Dataset execution started' : 'Dataset execution started before';
  log.info(what, { project_id, version, format: formats.join(' '), execution });
}

/** Of the parts that people read, so that 16 characters of the hash and two dashes fit into 80. */
const PROJECT_CHARACTERS = 29;
const VERSION_CHARACTERS = 33;

/** A name that Step Functions and CloudWatch Logs accept, the same for the same request. */
export function executionName(request: DatasetRequest): string {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16);
  const [project, version] = [request.project_id, request.version].map((id) => id.replaceAll('.', '_'));
  return `${project?.slice(0, PROJECT_CHARACTERS)}-${version?.slice(0, VERSION_CHARACTERS)}-${hash}`;
}
