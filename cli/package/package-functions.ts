/** Reads handlers from standard input, and writes each one's ZIP. bundle-plugin.js calls it. */
import { text } from 'node:stream/consumers';
import { type Artifact, bundleFunctions } from './bundle-functions.ts';

const artifacts: readonly Artifact[] = JSON.parse(await text(process.stdin));
await bundleFunctions(artifacts).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
