import { access, constants, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { addsImport, type ImportedProject, importArchive } from '../../local/annofab/import/import-archive.ts';
import { type AnnofabEmulator, type State, startAnnofabEmulator } from '../../local/annofab/index.ts';
import { interrupted } from '../frame/signals.ts';
import { readOptions } from './emulator-options.ts';
import { explaining } from './explain.ts';
import { describeImport, summarizeImport } from './imported.ts';
import type { EmulatorArguments } from './options.ts';

/** Runs the emulator until it is interrupted. */
export function runEmulator(given: EmulatorArguments): Promise<void> {
  return explaining('emulator', () => run(given));
}

async function run(given: EmulatorArguments): Promise<void> {
  // Files are read first, so that an error leaves nothing running.
  const options = await readOptions(given);
  const { import: archive, saveOnExit, json } = given;
  if (saveOnExit !== undefined) await assertCanSave(saveOnExit);
  const imported = archive === undefined ? undefined : await importArchive(archive);
  const prepare = archive !== undefined && imported ? { prepare: addsImport(archive, imported, homeOf) } : {};
  const annofab = await startAnnofabEmulator({ ...options, ...prepare });
  // Handles signals before the ready line is printed: a program that reads it may stop the emulator at once.
  const stop = interrupted();
  console.log(json ? JSON.stringify(summary(annofab, imported)) : greeting(annofab, imported));
  await stop;
  try {
    if (saveOnExit !== undefined) await save(annofab, saveOnExit);
  } finally {
    await annofab.stop();
  }
}

function homeOf(state: State) {
  const [home] = state.organizations.values();
  const owner = [...(home?.members.values() ?? [])].find(({ role }) => role === 'owner');
  if (!home || !owner) throw new Error('the archive cannot be imported: the seed has no organization with an owner');
  return { owner: owner.user_id, organization: home.organization.organization_name };
}

/** Checks before the start that the snapshot can be written, and not when it would be lost. */
async function assertCanSave(file: string): Promise<void> {
  const folder = dirname(file);
  await access(folder, constants.W_OK).catch((error: unknown) => {
    throw new Error(`--save-on-exit ${file}: the folder ${folder} is not writable`, { cause: error });
  });
}

/** Writes the snapshot atomically. */
async function save(annofab: AnnofabEmulator, file: string): Promise<void> {
  await writeFile(`${file}.new`, annofab.save());
  await rename(`${file}.new`, file);
}

function summary(annofab: AnnofabEmulator, imported: ImportedProject | undefined) {
  return {
    url: annofab.url,
    files_url: annofab.filesUrl,
    organization: [...annofab.state.organizations.values()][0]?.organization.organization_name,
    owner: firstUser(annofab.state),
    projects: [...annofab.state.projects.keys()],
    ...(imported && { imported: summarizeImport(imported) }),
  };
}

/** The account of the first personal access token, or the first account if there is no token. */
function firstUser({ accounts, logins }: State) {
  const [token] = logins.personalAccessTokens.values();
  const record = token ? accounts.get(token.account_id) : [...accounts.values()][0];
  return record && { user_id: record.account.user_id, password: record.password, ...(token && { pat: token.token }) };
}

function greeting(annofab: AnnofabEmulator, imported: ImportedProject | undefined): string {
  const { url, filesUrl, state } = annofab;
  const user = firstUser(state);
  const projectId = imported?.projectId ?? [...state.projects.keys()][0];
  return [
    'The Annofab emulator is running on this machine.',
    '',
    `  API       ${url}/api/v1`,
    `  files     ${filesUrl}`,
    `  control   ${url}/__emulator`,
    ...(user?.pat === undefined ? [] : [`  token     ${user.pat}   (Authorization: Bearer ${user.pat})`]),
    ...(user ? [`  login     ${user.user_id} / ${user.password}`] : []),
    `  projects  ${[...state.projects.keys()].join(', ')}`,
    ...(imported ? ['', ...describeImport(imported)] : []),
    ...(user?.pat === undefined || projectId === undefined
      ? []
      : ['', 'Try:', `  curl -H 'Authorization: Bearer ${user.pat}' ${url}/api/v1/projects/${projectId}/tasks`]),
    '',
    'Press Ctrl-C to stop it.',
  ].join('\n');
}
