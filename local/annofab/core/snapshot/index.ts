import {
  anyObject,
  explain,
  isJsonObject,
  literal,
  numberWhere,
  object,
  optional,
  parseJson,
} from '../../../../lib/core/json.ts';
import { type Clock, formatDateTime } from '../clock.ts';
import { errorBody } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { settingsShape } from '../settings-check.ts';
import { createState, type State } from '../state.ts';
import { decode, encode } from './encode.ts';
import { overwrite } from './overwrite.ts';

const FORMAT = 'annofab-emulator-snapshot';

/** Raised when states of the version before can no longer be read. */
const VERSION = 1;

/** What a snapshot holds and restores. Faults and recordings belong to a test, not to the state. */
export interface SnapshotParts {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** The whole state, files included, as one JSON text. */
export function saveSnapshot({ state, clock, settings }: SnapshotParts): string {
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    saved_datetime: formatDateTime(clock.now()),
    clock: clock.position(),
    settings,
    state: encode(state),
  });
}

/**
 * Restores a state. Jobs that were in progress have failed, because their work is lost.
 *
 * @throws Error when the text is not a snapshot, or one of another version; nothing is changed then
 */
export function loadSnapshot(text: string, { state, clock, settings }: SnapshotParts): void {
  const snapshot = readSnapshot(text);
  Object.assign(settings, snapshot.settings);
  overwrite(state, snapshot.state);
  clock.restore(snapshot.clock);
  endLostJobs(state, clock);
}

const finite = numberWhere(Number.isFinite, 'a number');

const shape = object(
  {
    version: literal(VERSION),
    clock: object({ offsetMs: finite, frozenAt: optional(finite) }),
    settings: settingsShape,
    state: anyObject,
  },
  { unknown: 'ignore' },
);

function readSnapshot(text: string) {
  const value = parseJson(text);
  if (value === undefined) throw new Error('it is not a snapshot: it is not JSON');
  if (!isJsonObject(value) || value['format'] !== FORMAT)
    throw new Error('it is not a snapshot of an Annofab emulator');
  const read = shape.read(value);
  if (!read.ok) throw new Error(`the snapshot cannot be loaded: ${explain(read.problems)}`);
  return { ...read.value, state: readState(read.value.state) };
}

/** A part that an older snapshot does not have is empty. */
function readState(value: unknown): State {
  const decoded = decode(value);
  if (!isJsonObject(decoded)) throw new Error("the snapshot's state is damaged");
  const state = createState();
  for (const [name, empty] of Object.entries(state)) {
    const saved = decoded[name];
    if (saved !== undefined && Object.prototype.toString.call(saved) !== Object.prototype.toString.call(empty)) {
      throw new Error(`the snapshot's state is damaged: ${name} has another type`);
    }
  }
  overwrite(state, decoded);
  return state;
}

/** Fails jobs in progress, because a snapshot does not hold their work. The destination of a project copy becomes active. */
function endLostJobs(state: State, clock: Clock): void {
  const jobs = [...state.projects.values()].flatMap((project) => project.jobs);
  for (const job of jobs.filter(({ job_status }) => job_status === 'progress')) {
    const message = 'The emulator was stopped while the job was in progress';
    job.job_status = 'failed';
    job.errors = errorBody('INTERNAL_SERVER_ERROR', message, job.job_id, job.job_type);
    job.updated_datetime = clock.stamp();
    if (job.job_detail?._type === 'CopyProject') release(state, job.job_detail.request.dest_project_id);
  }
}

function release(state: State, projectId: string): void {
  const copy = state.projects.get(projectId)?.project;
  if (copy?.project_status === 'initializing') copy.project_status = 'active';
}
