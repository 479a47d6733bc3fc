import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of a folder beside this file, unless those of its lock file are installed already. `npm ci` in the
 * project leaves them out, because most people need none of them.
 *
 * @param tools the folder's name
 * @throws Error when npm fails, for example without a network
 */
export function installTools(tools: string): void {
  const folder = join(import.meta.dirname, tools);
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const installed = join(folder, 'node_modules', '.installed.json');
  if (readIfThere(installed) === lock) return;
  console.error(`Installing tools/${tools} (npm ci), which is needed once…`);
  const { error, status, stderr } = npm(['ci', '--prefer-offline'], folder);
  if (status !== 0) {
    throw new Error(
      `tools/${tools} could not be installed. Check that this machine reaches the npm registry, and try again. npm said:\n` +
        (error?.message ?? stderr).trim(),
    );
  }
  writeFileSync(installed, lock);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** The npm that runs the script, if one does. */
function npm(args: readonly string[], cwd: string) {
  const script = process.env['npm_execpath'] ?? '';
  const options: SpawnSyncOptionsWithStringEncoding = { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  if (/npm-cli\.js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  // On Windows npm is a batch file.
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
