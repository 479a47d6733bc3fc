import { Command, InvalidArgumentError } from 'commander';
import { addImport, type ImportedProject, importArchive } from '../local/annofab/import-archive.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../local/annofab/index.ts';
import { ZipError } from '../local/annofab/zip-reader.ts';
import { localNames } from '../local/names.ts';

interface Options {
  port: number;
  host: string;
  import?: string;
  json?: true;
}

const owner = {
  user_id: localNames.userId,
  password: localNames.password,
  pat: localNames.personalAccessToken,
};

const program = new Command('emulator')
  .description('Starts an Annofab on this machine, alone, and leaves it running until Ctrl-C.')
  .option('--port <port>', 'port of the API; 0 is a free one', toPort, 0)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--import <archive.zip>', 'make a project out of a Simple annotation archive that Annofab produced')
  .option('--json', 'print one line of JSON when it is ready')
  .action(run);

await program.parseAsync().catch((error: unknown) => {
  console.error(`emulator: ${explain(error)}`);
  process.exitCode = 1;
});

async function run({ port, host, import: archive, json }: Options): Promise<void> {
  // First, so that a bad archive leaves nothing behind that would have to be stopped.
  const imported = archive === undefined ? undefined : await importArchive(archive);
  const annofab = await startAnnofabEmulator({ port, host });
  if (imported) addImport(annofab.state, imported);
  // Before it says that it is ready: whoever reads that may stop it at once.
  const stop = interrupted();
  console.log(json ? JSON.stringify(summary(annofab, imported)) : greeting(annofab, imported));
  await stop;
  await annofab.stop();
}

function summary(annofab: AnnofabEmulator, imported: ImportedProject | undefined) {
  return {
    url: annofab.url,
    files_url: annofab.filesUrl,
    organization: localNames.organization,
    owner,
    projects: [...annofab.state.projects.keys()],
    ...(imported === undefined
      ? {}
      : {
          imported: {
            project_id: imported.projectId,
            tasks: imported.taskIds.length,
            frames: imported.frameCount,
            annotations: imported.annotationCount,
            assumptions: imported.assumptions,
          },
        }),
  };
}

function greeting(annofab: AnnofabEmulator, imported: ImportedProject | undefined): string {
  const projectId = imported?.projectId ?? localNames.project;
  return [
    'An Annofab is running on this machine.',
    '',
    `  API       ${annofab.url}/api/v1`,
    `  files     ${annofab.filesUrl}`,
    `  token     ${owner.pat}   (Authorization: Bearer ${owner.pat})`,
    `  login     ${owner.user_id} / ${owner.password}`,
    `  projects  ${[...annofab.state.projects.keys()].join(', ')}`,
    ...(imported ? ['', ...describeImport(imported)] : []),
    '',
    'Try:',
    `  curl -H 'Authorization: Bearer ${owner.pat}' ${annofab.url}/api/v1/projects/${projectId}/tasks`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

function describeImport({ projectId, taskIds, frameCount, annotationCount, assumptions }: ImportedProject): string[] {
  return [
    `Imported ${projectId}: ${taskIds.length} tasks, ${frameCount} frames, ${annotationCount} annotations. Assumed:`,
    ...assumptions.map((line) => `  - ${line}`),
  ];
}

async function interrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // `on`, not `once`: npm hands Ctrl-C on to a process that has had it from the terminal already.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  await promise;
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

function explain(error: unknown): string {
  if (error instanceof ZipError) return `the archive cannot be imported: ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'the port is taken; choose another one with --port, or 0 for a free one';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; choose one with --host';
  if (code === 'EACCES') return 'the port is not allowed to this user; choose one above 1023 with --port';
  return error.message;
}
