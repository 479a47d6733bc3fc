import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first; the run of chaos mostly waits. A fresh machine has no times of an earlier run to sort by. */
const LONG = [
  'local/chaos',
  'functions/privacy',
  'local/demo',
  'local/backfill',
  'functions/hostile-requests',
  'local/flood',
  'local/start-cli',
  'cli/deliveries',
  'docs/typescript',
  'docs/shell',
  'cli/node',
].map((name) => `/test/${name}.test.ts`);

/** Starts the longest files first, so that no core is left with one of them at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = LONG.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)));
    return [...new Set([...long, ...sorted])];
  }
}
