import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PACKAGES = join(ROOT, 'node_modules');
const FOLDER = join(ROOT, 'lib/lambda/substitutes');
const LOADERS: Readonly<Record<string, Loader>> = { '.cjs': 'js', '.ts': 'ts' };

/**
 * Modules of packages that a function would only load, and what its bundle has instead. Each substitute says why. Everything that
 * a function loads costs time at each start: `npm run bench -- init` measures it.
 */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node/dist-es/index.js': 'environment-credentials.ts',
  '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js': 'no-shared-config.ts',
  '@smithy/core/dist-es/submodules/event-streams/index.js': 'no-event-streams.ts',
  'undici/index.js': 'undici.cjs',
  'undici/lib/core/tree.js': 'no-header-tree.cjs',
  'undici/lib/dispatcher/client-h2.js': 'no-http2.cjs',
  'undici/lib/llhttp/llhttp-wasm.js': 'no-wasm.cjs',
  'undici/lib/web/fetch/body.js': 'no-form-data.cjs',
  'undici/lib/web/fetch/formdata.js': 'no-form-data.cjs',
  'undici/lib/web/webidl/index.js': 'no-form-data.cjs',
};

/** Puts the substitutes in the place of their modules, which keep their names in the metafile. */
export const substitutes: Plugin = {
  name: 'substitutes',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, async ({ path }) => {
      const name = SUBSTITUTES[relative(PACKAGES, path).replaceAll('\\', '/')];
      return name === undefined ? undefined : loadSubstitute(name);
    });
    const assert = join(FOLDER, 'assert.cjs');
    build.onResolve({ filter: /^node:assert$/ }, ({ importer }) =>
      importer === assert ? undefined : { path: assert },
    );
  },
};

async function loadSubstitute(name: string) {
  const file = join(FOLDER, name);
  const loader = LOADERS[extname(file)];
  if (loader === undefined) throw new Error(`${file}: a substitute is a .ts or a .cjs file`);
  return { contents: await readFile(file, 'utf8'), loader, resolveDir: FOLDER };
}
