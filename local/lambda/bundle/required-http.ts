import type { Plugin } from 'esbuild';

const HTTP = /^(node:)?https?$/;

/**
 * Loads Node's HTTP modules by `require`. To import one, Node reads each of its exports, and so loads its own copy of undici, which no
 * function uses.
 */
export const requiredHttp: Plugin = {
  name: 'required-http',
  setup(build) {
    build.onResolve({ filter: HTTP }, ({ path, kind }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'required-http' },
    );
    build.onLoad({ filter: HTTP, namespace: 'required-http' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};
