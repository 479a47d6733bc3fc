#!/usr/bin/env node
/**
 * The command line: `npx annofab-functions help`.
 *
 * Plain JavaScript, so that an old Node starts it: node.js then launches the one that is installed beside the project.
 */
import { fileURLToPath } from 'node:url';

const MAIN = new URL('./main.ts', import.meta.url);
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= 24 && !process.env['ANNOFAB_FUNCTIONS_NODE']) {
  // In this process, which saves the start of another one. Processes that it starts use the same cache.
  process.env['NODE_COMPILE_CACHE'] ||= fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url));
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(process.env['NODE_COMPILE_CACHE']);
  await import(MAIN.href);
} else {
  process.argv.splice(2, 0, fileURLToPath(MAIN));
  await import('./node.js');
}
