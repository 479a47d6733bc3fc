/** Builds lib/annofab as an npm package in dist/client, and checks it as a user would install it: `npm run build:client`. */
import { fileURLToPath } from 'node:url';
import { buildPackage, run } from './package.ts';

const target = fileURLToPath(new URL('../../dist/client', import.meta.url));
/** Where publint and attw are installed. */
const CHECKS = 'tools/checks';

await buildPackage(target);
console.log(await run('publint', ['--strict', target], CHECKS));
// ESM only: the module resolution of Node 10, and require() before Node 22, cannot find it.
console.log(await run('attw', ['--pack', target, '--profile', 'esm-only'], CHECKS));
console.log('The package is in dist/client');
