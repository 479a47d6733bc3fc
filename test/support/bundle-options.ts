import { readFile } from 'node:fs/promises';
import type { BuildOptions } from 'esbuild';
import { parse } from 'yaml';

/** The options of esbuild that serverless.yml bundles the functions with, so that tests look at what is deployed. */
export async function readBundleOptions(): Promise<BuildOptions> {
  const text = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  const { custom } = parse(text, { logLevel: 'silent', merge: true });
  // Options of the plugin, not of esbuild.
  const { outputFileExtension, exclude, concurrency, ...options } = custom.esbuild;
  return options;
}
