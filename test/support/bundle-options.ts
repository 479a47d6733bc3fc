import { readFile } from 'node:fs/promises';
import type { BuildOptions } from 'esbuild';
import { parse } from 'yaml';

/** The esbuild options of serverless.yml, so that tests check the bundles that are deployed. */
export async function readBundleOptions(): Promise<BuildOptions> {
  const text = await readFile(new URL('../../serverless.yml', import.meta.url), 'utf8');
  const { custom } = parse(text, { logLevel: 'silent', merge: true });
  // These are options of the plugin, not of esbuild.
  const { outputFileExtension, exclude, concurrency, ...options } = custom.esbuild;
  return options;
}
