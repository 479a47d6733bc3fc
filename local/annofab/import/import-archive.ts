import { basename } from 'node:path';
import {
  ArchiveError,
  type ArchiveLimits,
  describeOtherFiles,
  openZip,
} from '../../../lib/annofab/archives/zip/index.ts';
import { localNames } from '../../names.ts';
import type { State } from '../core/state.ts';
import { readFrames } from './frames.ts';
import { type ImportedProject, makeProject } from './project.ts';

export type { ImportedProject } from './project.ts';

export interface ImportOptions {
  /** The time of what the archive gives no time for. Now, unless told otherwise. */
  now?: Date;
  /** Guards against ZIP bombs. */
  limits?: Partial<ArchiveLimits>;
}

/** The emulator keeps every file in memory. */
export const EMULATOR_LIMITS: Partial<ArchiveLimits> = { maxTotalBytes: 2 * 2 ** 30 };

/**
 * Makes a project out of any Simple annotation archive that Annofab produced. Each entry's text is kept, so that the
 * Simple API answers it to the byte, and a rebuilt archive holds it again.
 *
 * @param source the ZIP file's path, or its bytes
 * @throws ArchiveError with one line that says what is wrong with the archive
 *
 * @example
 * const imported = await importArchive('simple.zip');
 * addImport(state, imported);
 * for (const line of imported.assumptions) console.log(line);
 */
export async function importArchive(
  source: string | Uint8Array,
  options: ImportOptions = {},
): Promise<ImportedProject> {
  const zip = await openZip(source, { ...EMULATOR_LIMITS, ...options.limits });
  try {
    const { frames, notes } = await readFrames(zip);
    const [problem] = notes.unreadable;
    if (problem !== undefined && frames.every(({ annotations }) => annotations.length === 0)) {
      throw new ArchiveError(problem);
    }
    if (frames.length === 0) throw new ArchiveError(describeOtherFiles(zip.paths));
    const title = typeof source === 'string' ? basename(source) : 'Imported archive';
    return makeProject(frames, notes, title, options.now ?? new Date());
  } finally {
    await zip.close();
  }
}

/** Who owns an imported project, and in which organization it is. */
interface Home {
  readonly owner?: string;
  readonly organization?: string;
}

/**
 * The option `prepare` of an emulator that starts with an imported project. A reset reads the archive again, because the
 * project that was added has been worked on.
 *
 * @param archive the path of the archive that was imported
 */
export function addsImport(archive: string, imported: ImportedProject, homeOf: (state: State) => Home = () => ({})) {
  let unused: ImportedProject | undefined = imported;
  return async (state: State): Promise<void> => {
    const project = unused ?? (await importArchive(archive));
    unused = undefined;
    addImport(state, project, homeOf(state));
  };
}

/**
 * Puts an imported project into a state: into the organization, and with `owner` as its owner. It takes the place of a
 * project with the same id, so that an archive of the demo project can be imported, too.
 *
 * @throws Error when the state has no such account or organization
 */
export function addImport(
  state: State,
  { record, files }: ImportedProject,
  { owner = localNames.userId, organization = localNames.organization }: Home = {},
): void {
  const account = [...state.accounts.values()].find(({ account: { user_id } }) => user_id === owner)?.account;
  const home = [...state.organizations.values()].find((one) => one.organization.organization_name === organization);
  if (!account || !home) throw new Error(`there is no account ${owner} or organization ${organization} to import for`);
  const { project } = record;

  const { account_id, user_id, username } = account;
  const { organization_id } = home.organization;
  project.organization_id = organization_id;
  for (const input of record.inputData.values()) input.organization_id = organization_id;
  for (const task of record.tasks.values()) if (task.status !== 'not_started') task.account_id = account_id;
  for (const { details } of record.annotations.values()) for (const detail of details) detail.account_id = account_id;
  record.members.set(account_id, {
    project_id: project.project_id,
    account_id,
    user_id,
    username,
    member_status: 'active',
    member_role: 'owner',
    created_datetime: project.created_datetime,
    updated_datetime: project.created_datetime,
  });
  state.projects.set(project.project_id, record);
  for (const [path, file] of files) state.files.set(path, file);
}
