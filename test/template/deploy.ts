import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { secrets } from './secrets.ts';

/** A stack in moto. */
export interface DeployedStack {
  /** The created resources by logical id. */
  readonly resources: Readonly<Record<string, DeployedResource>>;
}

export interface DeployedResource {
  /** The value of `Ref`. */
  readonly id: string;
  /** Its properties and attributes by CloudFormation's names; `null` if they cannot be read back. */
  readonly found: Readonly<Record<string, unknown>> | null;
}

/** Deploys the package in the folder to moto, and reads the created resources back. */
export async function deployPackage(o: {
  python: string;
  url: string;
  folder: string;
  region: string;
}): Promise<DeployedStack> {
  const { python, url, folder, region } = o;
  const script = join(import.meta.dirname, 'deploy.py');
  const { stdout } = await promisify(execFile)(python, ['-B', script, url, folder, region, JSON.stringify(secrets)], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return { resources: JSON.parse(stdout) };
}

/** A server of moto. */
export interface Moto extends AsyncDisposable {
  readonly url: string;
}

/** Starts a separate moto on a free port. @param env variables beside those of this process */
export async function startMoto(python: string, env: Readonly<Record<string, string>> = {}): Promise<Moto> {
  const child = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const stop = async () => {
    if (child.exitCode !== null || !child.kill()) return;
    await once(child, 'exit');
  };
  const printed: string[] = [];
  // Read to the end: a full pipe would stop the server.
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, address] = /Running on (http:\S+)/.exec(line) ?? [];
      if (address === undefined) printed.push(line);
      else resolve(address);
    });
    lines.on('close', () => reject(new Error(`moto did not start:\n${printed.join('\n')}`)));
  });
  return { url, [Symbol.asyncDispose]: stop };
}
