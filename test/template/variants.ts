/** Settings whose package is checked and deployed. */
export interface Variant {
  readonly name: string;
  /** The content of settings/dev.yml. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether an event can go from the receiver to the bucket. Default true. */
  readonly walks?: false;
}

const ALL_EVENTS = {
  'task-completed': true,
  'annotation-archive-updated': true,
  'input-data-zip-registered': true,
  'project-copy-completed': true,
};

/** Settings that add resources and permissions, and each thing that can be switched off. */
export const VARIANTS: readonly Variant[] = [
  { name: 'without settings' },
  {
    name: 'with all options',
    settings: {
      tracing: true,
      alarmEmail: 'operator@example.com',
      receiverReservedConcurrency: 10,
      webhookUrl: 'https://hooks.example.com',
      closeDefaultAddress: true,
      permissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary',
      tags: { team: 'annotation' },
    },
  },
  { name: 'without task-completed', settings: { events: { 'task-completed': false } }, walks: false },
  { name: 'without annotation-archive-updated', settings: { events: { 'annotation-archive-updated': false } } },
  { name: 'without input-data-zip-registered', settings: { events: { 'input-data-zip-registered': false } } },
  { name: 'without project-copy-completed', settings: { events: { 'project-copy-completed': false } } },
  { name: 'without the receiver', settings: { receiver: false, queueUnfired: true }, walks: false },
  { name: 'without archive updates', settings: { schedules: { 'start-archive-updates': false } } },
  { name: 'without the reconciliation', settings: { schedules: { 'reconcile-deliveries': false } } },
  // An event would need the secret, and a chat.
  { name: 'with chat messages', settings: { chatMessages: 'slack' }, walks: false },
  { name: 'without alarms', settings: { alarms: false } },
  { name: 'without the dashboard', settings: { dashboard: false } },
  {
    name: 'with one event and nothing else',
    settings: {
      events: {
        ...ALL_EVENTS,
        'annotation-archive-updated': false,
        'input-data-zip-registered': false,
        'project-copy-completed': false,
      },
      schedules: { 'start-archive-updates': false, 'reconcile-deliveries': false, 'remove-old-versions': false },
      alarms: false,
      dashboard: false,
    },
  },
  {
    name: 'with moved schedules',
    settings: {
      schedules: {
        'start-archive-updates': { everyMinutes: 120 },
        'reconcile-deliveries': { at: '06:30', timezone: 'Europe/Berlin' },
      },
    },
  },
  {
    name: 'with your own bucket and table',
    settings: { datasetBucket: 'our-annotations', ledgerTable: 'our-ledger' },
    walks: false,
  },
  { name: 'with datasets in shards', settings: { shardConcurrency: 10 } },
  {
    name: 'with datasets in shards and your own bucket',
    settings: { shardConcurrency: 10, datasetBucket: 'our-annotations' },
    walks: false,
  },
  { name: 'with a number of versions', settings: { keepTaskVersions: 3, keepArchives: 5 } },
  {
    name: 'with your own key',
    settings: { kmsKeyArn: 'arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555' },
  },
];
