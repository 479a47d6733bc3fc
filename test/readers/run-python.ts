import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Deprecations and files that a package does not close say nothing about our files. */
const WARNINGS = ['-W', 'error', '-W', 'ignore::DeprecationWarning', '-W', 'ignore::ResourceWarning'];

/**
 * Runs a script of this folder.
 *
 * @returns the JSON that it prints
 * @throws Error when it fails or writes a warning
 */
export async function runPython<Result>(python: string, script: string, args: readonly string[]): Promise<Result> {
  const path = join(import.meta.dirname, script);
  const { stdout, stderr } = await promisify(execFile)(python, [...WARNINGS, path, ...args], {
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (stderr !== '') throw new Error(`${script} complained:\n${stderr}`);
  const result: Result = JSON.parse(stdout);
  return result;
}
