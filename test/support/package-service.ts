import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { stringify } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const CACHE = join(root, 'node_modules/.cache/packages');
const OSLS = join(root, 'tools/deploy/node_modules/serverless/bin/serverless.js');
/** What a package is made of; the lock files stand for the `node_modules`. */
const SOURCES = [
  'cli/package',
  'cli/package/package-functions.ts',
  'cli/package/check-package.ts',
  'cli/package/print-settings.ts',
  'functions',
  'infra',
  'lib',
  'local/lambda/bundle',
  'local/lambda/bundle-options.ts',
  'serverless.yml',
  'package-lock.json',
  'tools/deploy/package-lock.json',
  'tsconfig.json',
];
const LINKED = ['cli', 'functions', 'infra', 'lib', 'node_modules', 'package.json', 'tsconfig.json'];
/** Settings that add something, so that the files that test one of them share a package. */
export const MANY_SETTINGS = {
  chatMessages: 'slack',
  tracing: true,
  receiverReservedConcurrency: 5,
  alarmEmail: 'team@example.com',
  webhookUrl: 'https://hooks.example.com',
  closeDefaultAddress: true,
  oldVersionDays: 7,
  keepArchives: 5,
  shardConcurrency: 5,
} as const;

const WAIT_MS = 200;
/** Packaging never takes this long: the process that held the lock has died. */
const STALE_LOCK_MS = 110_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Packages the service as `npm run package` does, on a machine without an account, a network and settings for AWS. Test files
 * that ask for the same package share it, also from one run to the next while its sources stay the same.
 *
 * @param settings the content of settings/dev.yml; without one there is no such file
 * @returns the folder of the package
 */
export async function packageService(settings?: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = join(CACHE, await hashOf(settings));
  const lock = `${folder}.lock`;
  await mkdir(CACHE, { recursive: true });
  while (!existsSync(folder)) {
    if (await isFirst(lock)) await build(folder, settings).finally(() => rm(lock, { recursive: true, force: true }));
    else await sleep(WAIT_MS);
  }
  return folder;
}

async function hashOf(settings: object | undefined): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings ?? null));
  for (const source of SOURCES) {
    const isFolder = (await stat(join(root, source))).isDirectory();
    const names = isFolder ? await readdir(join(root, source), { recursive: true }) : [''];
    for (const path of names.sort().map((name) => join(root, source, name))) {
      if ((await stat(path)).isFile()) hash.update(path).update(await readFile(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Whether this process got the lock. */
async function isFirst(lock: string): Promise<boolean> {
  if (await isOlder(lock, STALE_LOCK_MS)) await rm(lock, { recursive: true, force: true });
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}

async function isOlder(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < Date.now() - ms;
}

/** Builds in a folder of its own, since two packagings in one folder delete each other's bundles. */
async function build(folder: string, settings: object | undefined): Promise<void> {
  if (existsSync(folder)) return;
  if (!existsSync(OSLS)) throw new Error('osls is not installed: run `npm run package` once with a network');
  for (const name of await readdir(CACHE)) {
    if (await isOlder(join(CACHE, name), KEPT_MS)) await rm(join(CACHE, name), { recursive: true, force: true });
  }
  const service = await mkdtemp(join(tmpdir(), 'annofab-functions-package-'));
  try {
    await Promise.all(LINKED.map((part) => symlink(join(root, part), join(service, part))));
    await copyFile(join(root, 'serverless.yml'), join(service, 'serverless.yml')); // osls takes no link for it
    const output = `${folder}.new`;
    if (settings !== undefined) {
      await mkdir(join(service, 'settings'));
      await writeFile(join(service, 'settings/dev.yml'), stringify(settings));
    }
    await promisify(execFile)(process.execPath, [OSLS, 'package', '--package', output], {
      cwd: service,
      env: { PATH: process.env['PATH'], HOME: service, TMPDIR: service, SLS_NOTIFICATIONS_MODE: 'off' },
    }).catch(({ stdout }) => Promise.reject(new Error(stdout))); // there osls says why it refuses
    await rename(output, folder);
  } finally {
    await rm(service, { recursive: true, force: true });
  }
}
