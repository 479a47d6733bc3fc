import { execFile } from 'node:child_process';
import { access, mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Annofab's own clients, as they are on PyPI. */
const PACKAGES = ['annofabapi==1.8.1', 'annofabcli==1.144.0'];

/** The command line wants 3.12 or later. A version manager may have one that is not on the PATH. */
const CANDIDATES = ['python3.13', 'python3.12', 'python3', 'python'];

/**
 * A Python that has Annofab's clients, in a virtual environment of its own under `node_modules/.cache`.
 *
 * @returns its path, or why there is none
 */
export async function preparePython(root: string): Promise<{ python: string } | { missing: string }> {
  const folder = join(root, 'node_modules', '.cache', 'peers-venv');
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, PACKAGES.join('_').replaceAll('=', '-'));
  if (await exists(ready)) return { python };
  const base = await findPython();
  if (base === undefined) return { missing: 'there is no Python 3.12 or later' };
  try {
    await run(base, ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
    await mkdir(ready);
  } catch (error) {
    return { missing: `pip cannot install ${PACKAGES.join(' and ')}: ${String(error).slice(0, 300)}` };
  }
  return { python };
}

async function findPython(): Promise<string | undefined> {
  for (const candidate of [...CANDIDATES, ...(await pyenvPythons())]) {
    const check = 'import sys, venv; sys.exit(sys.version_info < (3, 12))';
    const fits = await run(candidate, ['-c', check]).then(
      () => true,
      () => false,
    );
    if (fits) return candidate;
  }
  return undefined;
}

async function pyenvPythons(): Promise<string[]> {
  const versions = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const names = await readdir(versions).catch(() => []);
  return names
    .sort()
    .reverse()
    .map((name) => join(versions, name, 'bin', 'python'));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
