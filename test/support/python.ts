import { execFile } from 'node:child_process';
import { access, mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Looked up on the PATH; version managers may have others. */
const CANDIDATES = ['python3.13', 'python3.12', 'python3', 'python'];

/**
 * Runs a suite that needs packages of Python. Where they cannot be had, it says so and succeeds, except if they are required. The exit
 * code says whether the suite passed.
 *
 * @param o.name of the environment, and of the suite
 */
export async function runWithPython(
  o: { name: string; packages: readonly string[]; required: boolean },
  run: (python: string) => Promise<boolean>,
): Promise<void> {
  const prepared = await preparePython(o);
  if ('missing' in prepared) console.log(`${o.name}: not run, ${prepared.missing}`);
  const passed = 'missing' in prepared ? !o.required : await run(prepared.python);
  process.exitCode = passed ? 0 : 1;
}

/**
 * Prepares a Python 3.12 or later with the given packages, in a virtual environment under `node_modules/.cache`.
 *
 * @param o.name of the environment
 * @param o.packages each with its version, as pip takes them: `moto[server]==5.2.5`
 * @returns its path, or the reason why there is none
 */
async function preparePython(o: {
  name: string;
  packages: readonly string[];
}): Promise<{ python: string } | { missing: string }> {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `${o.name}-venv`);
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, o.packages.join('_').replaceAll('=', '-'));
  if (await exists(ready)) return { python };
  const base = await findPython();
  if (base === undefined) return { missing: 'there is no Python 3.12 or later' };
  try {
    await run(base, ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...o.packages]);
    await mkdir(ready);
  } catch (error) {
    return { missing: `pip cannot install ${o.packages.join(' and ')}: ${String(error).slice(0, 300)}` };
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
