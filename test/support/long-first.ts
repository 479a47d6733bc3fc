import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take 10 seconds and more each. */
const LONG = [
  'functions/hostile-requests',
  'functions/privacy',
  'local/chaos',
  'local/backfill',
  'cli/deliveries',
  'docs/shell',
  'docs/typescript',
  'local/demo',
].map((name) => `/test/${name}.test.ts`);

/** Starts the longest files first, so that no core is left with one of them at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
