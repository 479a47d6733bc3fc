import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/long-first.ts';

/** A test file that imports this packages the service. */
const PACKAGES = /'[./]+\/support\/package-service\.ts'/;
/** A test file that imports one of these starts processes: commands, or functions. */
const STARTS_PROCESSES =
  /'(node:child_process|[./]+\/(local\/(stack|lambda\/index|backfill\/run-backfill|demo\/run-demo|chaos\/run-chaos|flood\/run-flood)|(cli\/)?recorded-stack|support\/terminal)\.ts)'/;
/** These load the functions under an environment of their own, or call every operation. */
const SLOW_FOLDER = /^(functions|contract|upgrade)\b/;

/** These use the AWS clients that a process makes once, at the addresses of its environment. */
const AWS_FOLDER = /^(automations|aws|deliveries|lambda)\b/;
/** In those folders, the tests of pure functions import neither the local stack nor the support that starts it. */
const STARTS_AWS = /'[./]+[^']*(local\/|support|queue-world|reconcile-world|ledger-table|functions\/)[^']*'/;

/** A process for several files; each loads the modules of this project again. */
const SHARED_PROCESS = { isolate: false, setupFiles: './test/support/reset-process.ts' };

const HANGS_AFTER_MS = 300_000;

const folder = join(import.meta.dirname, 'test');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const packaging = files.filter((file) => PACKAGES.test(textOf(file)));
const needsAws = (file: string) => AWS_FOLDER.test(file) && STARTS_AWS.test(textOf(file));
const slow = files.filter(
  (file) =>
    !packaging.includes(file) && (SLOW_FOLDER.test(file) || STARTS_PROCESSES.test(textOf(file)) || needsAws(file)),
);
const fast = files.filter((file) => ![...packaging, ...slow].includes(file));

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    // Tests that wait, for processes and for an AWS on this machine, leave a core to others; more files at once only take memory and time.
    maxWorkers: availableParallelism() + 2,
    // Only to end what hangs: a test waits for the thing itself, however busy the machine is.
    testTimeout: HANGS_AFTER_MS,
    hookTimeout: HANGS_AFTER_MS,
    expect: { poll: { timeout: HANGS_AFTER_MS } },
    restoreMocks: true,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: inTest(fast),
          // Loading the modules again for each file would take as long as the tests.
          isolate: false,
          setupFiles: './test/support/reset-environment.ts',
        },
      },
      { extends: true, test: { name: 'slow', include: inTest(slow), ...SHARED_PROCESS } },
      {
        extends: true,
        test: {
          name: 'package',
          include: inTest(packaging),
          globalSetup: './test/support/install-osls.ts',
          ...SHARED_PROCESS,
        },
      },
    ],
  },
});

function inTest(paths: readonly string[]): string[] {
  return paths.map((path) => `test/${path.replaceAll('\\', '/')}`);
}
