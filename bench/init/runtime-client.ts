/** AWS's runtime interface client, the program that runs a handler in Lambda. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installTools } from '../../tools/install-tools.ts';

/**
 * Installs the client at the first use: a package with a native part, for which make, cmake, a C++ compiler and Python compile
 * libcurl for some minutes.
 *
 * @returns the path of the program
 */
export function installRuntimeClient(): string {
  // node-gyp downloads the headers of Node unless it is given a folder that has them, as the package of Node does.
  const folder = dirname(dirname(process.execPath));
  if (existsSync(join(folder, 'include/node/node_api.h'))) process.env['npm_config_nodedir'] ??= folder;
  installTools('lambda-runtime');
  return join(import.meta.dirname, '../../tools/lambda-runtime/node_modules/aws-lambda-ric/index.mjs');
}
