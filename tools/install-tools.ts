import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Without a network, npm's own waits between its tries are more than a minute. */
const CI = ['ci', '--prefer-offline', '--fetch-retry-mintimeout=2000'];
const NPM_FILES = ['.npmrc', 'package.json', 'package-lock.json'];

/**
 * Installs the packages of a folder beside this file, unless those of its lock file are installed already. `npm ci` in the
 * project leaves them out, because most people need none of them.
 *
 * @param tools the folder's name
 * @throws Error when npm fails, for example without a network
 */
export function installTools(tools: string): void {
  const folder = join(import.meta.dirname, tools);
  if (isInstalled(folder)) return;
  console.error(`Installing tools/${tools} (npm ci), which is needed once…`);
  // Beside the folder's own packages, because another script may install or use them at the same time.
  const fresh = mkdtempSync(join(folder, '.install-'));
  try {
    for (const file of NPM_FILES) copyFileSync(join(folder, file), join(fresh, file));
    const { error, status, stderr } = npm(CI, fresh);
    if (status !== 0) throw new Error(notInstalled(tools, error?.message ?? stderr));
    copyFileSync(join(fresh, 'package-lock.json'), lockOfInstalled(fresh));
    if (!isInstalled(folder)) replaceModules(folder, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function isInstalled(folder: string): boolean {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  try {
    return readFileSync(lockOfInstalled(folder), 'utf8') === lock;
  } catch {
    return false;
  }
}

/** A copy of the lock file as it was installed. */
function lockOfInstalled(folder: string): string {
  return join(folder, 'node_modules', '.installed-lock.json');
}

function replaceModules(folder: string, fresh: string): void {
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  renameSync(join(fresh, 'node_modules'), join(folder, 'node_modules'));
}

function notInstalled(tools: string, reason: string): string {
  return `tools/${tools} could not be installed. Check that this machine reaches the npm registry, and try again. npm said:\n${reason.trim()}`;
}

/** Runs the npm that runs the script, if one does. */
function npm(args: readonly string[], cwd: string) {
  const script = process.env['npm_execpath'] ?? '';
  const options: SpawnSyncOptionsWithStringEncoding = { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  if (/npm-cli\.js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  // On Windows npm is a batch file.
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
