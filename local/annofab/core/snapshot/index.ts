import { type Clock, type ClockPosition, formatDateTime } from '../clock.ts';
import { isRecord } from '../rules.ts';
import type { Settings } from '../settings.ts';
import { assertSettings } from '../settings-check.ts';
import { createState, type State } from '../state.ts';
import { decode, encode } from './encode.ts';
import { endLostJobs } from './lost-jobs.ts';
import { overwrite } from './overwrite.ts';

const FORMAT = 'annofab-emulator-snapshot';

/** Goes up when a state of before could not be read any more. */
const VERSION = 1;

/** What a snapshot holds and restores. Faults, and what the spy saw, belong to a test and not to a state. */
export interface SnapshotParts {
  readonly state: State;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** Everything that the emulator knows, files included, as one JSON text. */
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
 * Puts everything back. Jobs that were in progress are failed ones then, because their work is lost.
 *
 * @throws Error when the text is no snapshot, or one of another version; nothing is changed then
 */
export function loadSnapshot(text: string, { state, clock, settings }: SnapshotParts): void {
  const snapshot = readSnapshot(text);
  Object.assign(settings, snapshot.settings);
  overwrite(state, snapshot.state);
  clock.restore(snapshot.clock);
  endLostJobs(state, clock);
}

function readSnapshot(text: string) {
  const value = parse(text);
  if (!isRecord(value) || value['format'] !== FORMAT) throw new Error('it is no snapshot of an Annofab emulator');
  const { version, clock, settings, state } = value;
  if (version !== VERSION) {
    throw new Error(
      `the snapshot is of version ${JSON.stringify(version)}, and this emulator reads version ${VERSION}`,
    );
  }
  assertPosition(clock);
  assertSettings(settings);
  return { clock, settings, state: readState(state) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('it is no snapshot: it is not JSON', { cause: error });
  }
}

function assertPosition(value: unknown): asserts value is ClockPosition {
  const isGood = isRecord(value) && Number.isFinite(value['offsetMs']) && Number.isFinite(value['frozenAt'] ?? 0);
  if (!isGood) throw new Error("the snapshot's clock is damaged");
}

/** What a snapshot lacks, because it is from before there was such a thing, is empty. */
function readState(value: unknown): State {
  const decoded = decode(value);
  if (!isRecord(decoded)) throw new Error("the snapshot's state is damaged");
  const state = createState();
  for (const [name, empty] of Object.entries(state)) {
    const saved = decoded[name];
    if (saved !== undefined && Object.prototype.toString.call(saved) !== Object.prototype.toString.call(empty)) {
      throw new Error(`the snapshot's state is damaged: ${name} is of another kind`);
    }
  }
  overwrite(state, decoded);
  return state;
}
