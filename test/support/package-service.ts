import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What `npm run package` makes, in a folder that goes when it is disposed of. */
export interface Package extends AsyncDisposable {
  readonly folder: string;
}

const root = join(import.meta.dirname, '..', '..');
const PARTS = ['functions', 'infra', 'lib', 'node_modules', 'package.json', 'tsconfig.json'];

/**
 * Packages the service as on a machine that has no account, no network and no settings for AWS. It is done in a folder
 * of its own, since two packagings in one folder take each other's bundles away.
 *
 * @param params over those of serverless.yml, as `--param` gives them
 */
export async function packageService(params: Readonly<Record<string, string>> = {}): Promise<Package> {
  const service = await mkdtemp(join(tmpdir(), 'annofab-functions-package-'));
  await Promise.all(PARTS.map((part) => symlink(join(root, part), join(service, part))));
  await copyFile(join(root, 'serverless.yml'), join(service, 'serverless.yml')); // osls takes no link for it
  const folder = join(service, 'packaged');
  const args = Object.entries(params).map(([name, value]) => `--param=${name}=${value}`);
  const osls = createRequire(import.meta.url).resolve('serverless/package.json');
  await promisify(execFile)(
    process.execPath,
    [join(dirname(osls), 'bin/serverless.js'), 'package', '--package', folder, ...args],
    {
      cwd: service,
      env: { PATH: process.env['PATH'], HOME: service, SLS_NOTIFICATIONS_MODE: 'off' },
    },
  );
  return { folder, [Symbol.asyncDispose]: () => rm(service, { recursive: true, force: true }) };
}
