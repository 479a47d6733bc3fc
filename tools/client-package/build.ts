/** Builds lib/annofab as an npm package in dist/client, and checks it as its users would find it: `npm run build:client`. */
import { fileURLToPath } from 'node:url';
import { buildPackage, run } from './package.ts';

const target = fileURLToPath(new URL('../../dist/client', import.meta.url));

await buildPackage(target);
console.log(await run('publint', ['--strict', target]));
// ESM only, and so not to be found by the module resolution that Node 10 had, nor by require() before Node 22.
console.log(await run('attw', ['--pack', target, '--profile', 'esm-only']));
console.log('The package is in dist/client');
