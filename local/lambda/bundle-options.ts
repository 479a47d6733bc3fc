import type { BuildOptions } from 'esbuild';

const EVERY_BUNDLE = {
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  // A map beside each bundle, which names the place of an unforeseen error in the log. Nothing reads it before; with Node's own
  // --enable-source-maps each cold start would.
  sourcemap: 'external',
  sourcesContent: false,
} satisfies BuildOptions;

/**
 * The bundles that are deployed: one for each function with everything that it uses, the AWS SDK too. CommonJS starts 20 to
 * 30 ms sooner than ESM.
 */
export const DEPLOYED_BUNDLE = {
  ...EVERY_BUNDLE,
  minify: true,
  format: 'cjs',
  target: 'node24',
  outExtension: { '.js': '.cjs' },
  legalComments: 'none',
  // See there: the rest of the SDK's credential chain does not exist in Lambda.
  alias: { '@aws-sdk/credential-provider-node': './lib/aws/environment-credentials.ts' },
} satisfies BuildOptions;

/** The bundles of the local host: chunks for what the handlers share, so that each process reads a few files instead of hundreds. */
export const LOCAL_BUNDLE = {
  ...EVERY_BUNDLE,
  splitting: true,
  format: 'esm',
  target: 'node22',
  outExtension: { '.js': '.mjs' },
  logLevel: 'silent',
  // Packages in CommonJS require modules of Node.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
} satisfies BuildOptions;
