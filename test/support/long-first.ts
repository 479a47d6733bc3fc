import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The longest first; the run of chaos mostly waits. A fresh machine has no times of an earlier run to sort by. The first test of each
 * package makes it, and so begins before the other tests that need it.
 */
const LONG = [
  'local/chaos/chaos',
  'cli/package/package',
  'functions/least-privilege',
  'functions/privacy',
  'local/start/start-cli',
  'cli/pilot',
  'local/demo/demo',
  'automations/datasets/shards',
  'docs/typescript',
  'annofab/package',
  'docs/commands',
  'annofab/archives/map-frames',
  'local/backfill',
  'cli/deliveries/deliveries',
  'functions/receive-webhook',
  'functions/hostile-keys',
  'functions/hostile-requests',
  'docs/shell',
  'local/least-privilege',
  'local/flood',
  'cli/node',
].map((name) => `/test/${name}.test.ts`);

/**
 * The projects whose tests wait for processes come first, and the short tests that compute come last: they fill the cores while
 * others wait. A worker serves one project, so that files of different projects do not alternate.
 */
const PROJECTS = ['slow', 'package', 'fast'];

/** Starts the longest files first, so that no core is left with one of them at the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = LONG.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(name)));
    const rank = ({ project }: TestSpecification) => PROJECTS.indexOf(project.name);
    return [...new Set([...long, ...sorted.toSorted((a, b) => rank(a) - rank(b))])];
  }
}
