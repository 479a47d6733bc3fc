/** Annofab's Python client as a peer, where a Python has it. */
import { spawnSync } from 'node:child_process';

const VERSION = 'import importlib.metadata; print(importlib.metadata.version("annofabapi"))';

export interface Python {
  readonly program: string;
  /** `annofabapi 1.8.1` */
  readonly client: string;
}

/**
 * The Python of `ANNOFAB_PYTHON`, or `python3`, if it has annofabapi.
 *
 * @param part says on the terminal that it is measured without, if there is none
 */
export function findPython(part: string): Python | undefined {
  const program = process.env['ANNOFAB_PYTHON'] ?? 'python3';
  const { status, stdout } = spawnSync(program, ['-c', VERSION], { encoding: 'utf8' });
  if (status === 0) return { program, client: `annofabapi ${stdout.trim()}` };
  console.error(
    `${part}: Annofab's Python client is left out, because ${program} does not have it. To measure it: ` +
      'python3 -m venv .venv && .venv/bin/pip install annofabapi, and ' +
      'ANNOFAB_PYTHON=.venv/bin/python before the command.',
  );
  return undefined;
}
