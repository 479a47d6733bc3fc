import { Command } from 'commander';
import { addImport, type ImportedProject, importArchive } from '../local/annofab/import-archive.ts';
import { type AnnofabEmulator, startAnnofabEmulator } from '../local/annofab/index.ts';
import { localNames } from '../local/names.ts';
import { explain } from './explain.ts';
import { describeImport, summarizeImport } from './imported.ts';
import { interrupted } from './interrupted.ts';
import { toPort } from './port.ts';

interface Options {
  port: number;
  host: string;
  import?: string;
  legacy: boolean;
  json?: true;
}

const owner = {
  user_id: localNames.userId,
  password: localNames.password,
  pat: localNames.personalAccessToken,
};

const program = new Command('npm run emulator --')
  .description('Starts an Annofab on this machine, alone, and leaves it running until Ctrl-C.')
  .option('--port <port>', 'port of the API; 0 is a free one', toPort, 0)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--import <archive.zip>', 'make a project out of a Simple annotation archive that Annofab produced')
  .option('--legacy', 'answer the operations that Annofab has removed, too', false)
  .option('--json', 'print one line of JSON when it is ready')
  .action(run);

await program.parseAsync().catch((error: unknown) => {
  console.error(`emulator: ${explain(error)}`);
  process.exitCode = 1;
});

async function run({ port, host, import: archive, legacy, json }: Options): Promise<void> {
  // First, so that a bad archive leaves nothing behind that would have to be stopped.
  const imported = archive === undefined ? undefined : await importArchive(archive);
  const annofab = await startAnnofabEmulator({ port, host, legacy });
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
    ...(imported && { imported: summarizeImport(imported) }),
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
