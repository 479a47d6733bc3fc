import { defineConfig } from 'vitest/config';

/** The tests that are to notice a mistake in what is mutated: those of pure rules, so that each mutant takes milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/webhooks/webhook-secrets.test.ts',
      'test/webhooks/parse-event.test.ts',
      'test/webhooks/delivery-key.test.ts',
      'test/aws/ledger/transitions.test.ts',
      'test/annofab/retry.test.ts',
      'test/lambda/queue-outcome.test.ts',
    ],
  },
});
