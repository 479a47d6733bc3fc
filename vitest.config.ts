import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Tests mostly wait, for processes and for an AWS on this machine: no core has to be kept free.
    maxWorkers: '100%',
    restoreMocks: true,
  },
});
