import { defineConfig } from 'vitest/config';

/** The tests that should detect mutants: those of pure rules, so that each mutant takes milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/webhooks/webhook-secrets.test.ts',
      'test/webhooks/parse-event.test.ts',
      'test/webhooks/delivery-key.test.ts',
      'test/deliveries/ledger/transitions.test.ts',
      'test/annofab/http/retry.test.ts',
      'test/deliveries/process/queue-outcome.test.ts',
    ],
  },
});
