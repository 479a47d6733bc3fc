/** AWS's runtime interface client, the program that runs a handler in Lambda. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/aws-lambda-ric');
const PACKAGE = join(CACHE, 'node_modules/aws-lambda-ric');

/**
 * Installs the client at the first use: a package with a native part, for which make, cmake, a C++ compiler and Python compile
 * libcurl for some minutes.
 *
 * @returns the path of the program
 */
export async function installRuntimeClient(): Promise<string> {
  if (!existsSync(join(PACKAGE, 'rapid-client.node'))) {
    console.error('Installing aws-lambda-ric: this compiles for some minutes, once.');
    await mkdir(CACHE, { recursive: true });
    const files = ['package.json', 'package-lock.json'];
    await Promise.all(files.map((name) => copyFile(join(import.meta.dirname, 'ric', name), join(CACHE, name))));
    await promisify(execFile)('npm', ['ci', '--ignore-scripts=false'], { cwd: CACHE, env: compileEnvironment() });
  }
  return join(PACKAGE, 'index.mjs');
}

/** node-gyp downloads the headers of Node unless it is given a folder that has them, as the package of Node does. */
function compileEnvironment(): NodeJS.ProcessEnv {
  const folder = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(folder, 'include/node/node_api.h'));
  return { ...process.env, ...(hasHeaders && { npm_config_nodedir: folder }) };
}
