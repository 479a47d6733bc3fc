/** The names that the pages' TypeScript blocks use without declaring them, so that each block compiles by itself. */
type Client = import('../../lib/annofab/index.ts').AnnofabClient;
type ArchiveEntryError = import('../../lib/annofab/index.ts').ArchiveEntryError;
type Specs = Awaited<ReturnType<Client['specs']['load']>>;
type Archive = Awaited<ReturnType<Client['archives']['openSimple']>>;

declare const AnnofabClient: typeof import('../../lib/annofab/index.ts').AnnofabClient;
declare const annofab: Client;
declare const specs: Specs;
declare const frame: ReturnType<Archive['frames']> extends AsyncIterable<infer Frame> ? Frame : never;
declare const pat: string;
declare const user_id: string;
declare const password: string;
declare const project_id: string;
declare const task_id: string;
declare const input_data_id: string;
declare const label_id: string;
declare const annotation_id: string;
declare const attribute_id: string;
declare const choice_id: string;
declare const other_project_id: string;
declare const other_task_id: string;
declare const other_input_data_id: string;
declare const target: import('node:stream').Writable;
declare const terminal: import('node:readline/promises').Interface;
declare const readFile: typeof import('node:fs/promises').readFile;
declare function readFromYourSecretStore(options: { fresh: boolean }): Promise<{ pat: string }>;
