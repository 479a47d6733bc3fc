import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { DEPLOYED_BUNDLE } from '../../local/lambda/bundle-options.ts';

const root = join(import.meta.dirname, '..', '..');

let built: ReturnType<typeof bundleAll> | undefined;

/** The files in a function's bundle, without those that tree shaking removed completely. */
export async function filesInBundle(name: string): Promise<string[]> {
  built ??= bundleAll();
  const { outputs } = (await built).metafile;
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === `functions/${name}.ts`);
  if (output === undefined) throw new Error(`there is no bundle of ${name}`);
  return Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
}

/** In one build, as the package is made: esbuild reads each file once. */
async function bundleAll() {
  return await build({
    entryPoints: (await readdir(join(root, 'functions'))).map((file) => join(root, 'functions', file)),
    absWorkingDir: root,
    ...DEPLOYED_BUNDLE,
    outdir: join(root, '.serverless'),
    metafile: true,
    sourcemap: false,
    write: false,
    logLevel: 'silent',
  });
}
