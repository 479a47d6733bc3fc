import type { BuildOptions } from 'esbuild';
import { awsSdkSources } from './bundle/aws-sdk-sources.ts';
import { lazyModules } from './bundle/lazy-modules.ts';
import { operationTable } from './bundle/operation-table.ts';
import { requiredHttp } from './bundle/required-http.ts';
import { substitutes } from './bundle/substitutes.ts';

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
  // Undici's own switch, for the build that is part of Node: it leaves out an experimental second parser of HTTP.
  define: { esbuildDetection: 'true' },
  plugins: [substitutes, awsSdkSources, lazyModules, operationTable],
} satisfies BuildOptions;

/** The bundles of the local host: chunks for what the handlers share, so that each process reads a few files instead of hundreds. */
export const LOCAL_BUNDLE = {
  ...EVERY_BUNDLE,
  splitting: true,
  format: 'esm',
  target: 'node22',
  outExtension: { '.js': '.mjs' },
  logLevel: 'silent',
  plugins: [requiredHttp],
  // Packages in CommonJS require modules of Node.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);",
  },
} satisfies BuildOptions;
