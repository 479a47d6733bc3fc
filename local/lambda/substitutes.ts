import { readFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Modules of packages that a function would only load, and what its bundle has instead. Everything that a function loads costs
 * time at each start: `npm run bench -- init` measures it.
 */
export const SUBSTITUTES: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node/dist-es/index.js': 'environment-credentials.ts',
  '@smithy/core/dist-es/submodules/event-streams/index.js': 'no-event-streams.ts',
  '@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js': 'no-shared-config.ts',
  'undici/index.js': 'undici.cjs',
  'undici/lib/dispatcher/client-h2.js': 'no-http2.cjs',
  'undici/lib/web/fetch/body.js': 'no-form-data.cjs',
  'undici/lib/web/fetch/formdata.js': 'no-form-data.cjs',
  'undici/lib/web/webidl/index.js': 'no-form-data.cjs',
};

const PACKAGES = join(ROOT, 'node_modules');
const FOLDER = join(ROOT, 'lib/lambda/bundle');
const LOADERS: Readonly<Record<string, Loader>> = { '.cjs': 'js', '.ts': 'ts' };

/** Puts the substitutes in the place of their modules, which keep their names in the metafile. */
export const substitutes: Plugin = {
  name: 'substitutes',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, async ({ path }) => {
      const name = SUBSTITUTES[relative(PACKAGES, path).replaceAll('\\', '/')];
      if (name === undefined) return undefined;
      const file = join(FOLDER, name);
      const loader = LOADERS[extname(file)];
      if (loader === undefined) throw new Error(`${file}: a substitute is a .ts or a .cjs file`);
      return { contents: await readFile(file, 'utf8'), loader, resolveDir: dirname(file) };
    });
  },
};
