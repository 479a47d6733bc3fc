import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What only some of the code in a bundle needs, and takes more than a millisecond to load. */
const LAZY = /^((node:)?(fs\/promises|zlib)|yauzl)$/;

/** Loads these modules when something of them is used for the first time, and not when the function starts. */
export const lazyModules: Plugin = {
  name: 'lazy-modules',
  setup(build) {
    build.onResolve({ filter: LAZY }, ({ path, namespace }) =>
      namespace === 'lazy-module' ? undefined : { path, namespace: 'lazy-module' },
    );
    build.onLoad({ filter: LAZY, namespace: 'lazy-module' }, ({ path }) => ({
      // As a prototype, because esbuild gives what it makes of a module's exports the same prototype, and copies the rest.
      contents: `module.exports = Object.create(new Proxy({}, { get: (_, name) => require('${path}')[name] }));`,
      resolveDir: ROOT,
    }));
  },
};
