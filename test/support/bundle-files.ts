import { join } from 'node:path';
import { build } from 'esbuild';
import { DEPLOYED_BUNDLE } from '../../local/lambda/bundle-options.ts';

const root = join(import.meta.dirname, '..', '..');

/** The files in a function's bundle, without those that tree shaking removed completely. */
export async function filesInBundle(name: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, 'functions', `${name}.ts`)],
    absWorkingDir: root,
    ...DEPLOYED_BUNDLE,
    metafile: true,
    sourcemap: false,
    write: false,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}
