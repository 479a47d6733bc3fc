/** The parts of the benchmark. A part has a folder; its `index.ts` exports `run`. */
import type { Run } from './figures.ts';

interface Part {
  readonly what: string;
  load(): Promise<{ readonly run: Run }>;
}

export const PARTS: Readonly<Record<string, Part>> = {
  client: { what: 'requests of the client beside bare undici', load: () => import('./client/index.ts') },
  archives: { what: 'reading annotation archives', load: () => import('./archives/index.ts') },
  datasets: { what: 'converting an archive to datasets', load: () => import('./datasets/index.ts') },
  'datasets-scale': {
    what: 'the shards of a large dataset on AWS',
    load: () => import('./datasets-scale/index.ts'),
  },
  init: { what: 'the start of the functions', load: () => import('./init/index.ts') },
  commands: { what: 'the commands that a person waits for', load: () => import('./commands/index.ts') },
  deliveries: { what: 'webhooks and messages beside bare handlers', load: () => import('./deliveries/index.ts') },
  export: { what: 'exports of tasks beside their requests alone', load: () => import('./export/index.ts') },
  mirror: { what: 'the mirror of an archive beside a stream copy', load: () => import('./mirror/index.ts') },
  growth: { what: 'how the work of each job grows', load: () => import('./growth/index.ts') },
  cost: { what: 'what deliveries and mirrored archives cost on AWS', load: () => import('./cost/index.ts') },
  backfill: { what: 'live events during a backfill', load: () => import('./backfill/index.ts') },
  flood: { what: "one project's event while another project floods", load: () => import('./flood/index.ts') },
};
