import type { AnnofabEmulator } from '../annofab/index.ts';
import type { StateFolder } from './state-folder.ts';

/** Saves Annofab's state while it runs, so that little is lost when the process is killed. */
export interface AnnofabSaver {
  /** Saves the state a last time. @throws Error when it cannot be saved */
  stop(): Promise<void>;
}

const SAVE_EVERY_MS = 1_000;
/** A large state is saved less often, so that saving takes a tenth of the time. */
const REST = 10;

/** @param onFailure called once when the state cannot be saved any more */
export function startSaving(
  annofab: Pick<AnnofabEmulator, 'save'>,
  folder: Pick<StateFolder, 'saveSnapshot'>,
  onFailure: (error: unknown) => void,
): AnnofabSaver {
  let saved = '';
  let failed = false;
  let stopped = false;
  let timer = setTimeout(tick, SAVE_EVERY_MS).unref();
  let working = Promise.resolve();

  function tick(): void {
    working = save().catch((error: unknown) => {
      if (!failed) onFailure(error);
      failed = true;
    });
  }

  async function save(): Promise<void> {
    const began = performance.now();
    const text = annofab.save();
    const content = withoutTime(text);
    if (content !== saved) await folder.saveSnapshot(text);
    saved = content;
    if (!stopped) timer = setTimeout(tick, Math.max(SAVE_EVERY_MS, (performance.now() - began) * REST)).unref();
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
      await folder.saveSnapshot(annofab.save());
    },
  };
}

/** A snapshot without the time at which it was taken. */
function withoutTime(snapshot: string): string {
  return snapshot.replace(/"saved_datetime":"[^"]+",/, '');
}
