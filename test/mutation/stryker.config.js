/** Mutation tests of the rules that the delivery guarantee depends on: `npm run test:mutation`. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [
    'lib/webhooks/webhook-secrets.ts',
    'lib/webhooks/parse-event.ts',
    'lib/webhooks/delivery-key.ts',
    'lib/deliveries/ledger/transitions.ts',
    'lib/annofab/http/retry.ts',
    'lib/deliveries/process/queue-outcome.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['clear-text'],
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: 'node_modules/.cache/stryker',
  allowConsoleColors: false,
  // Stryker would rewrite paths in the tsconfig through an API that TypeScript 7 has removed. Nothing needs it here.
  tsconfigFile: 'none',
  ignorePatterns: ['.serverless', 'bench', 'docs'],
};
