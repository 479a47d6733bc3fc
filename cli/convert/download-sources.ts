import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnnofabClient, NotFoundError } from '../../lib/annofab/index.ts';
import { withAnnofab } from '../annofab-client.ts';
import { bytesText, createProgress, endProgressLine } from '../frame/progress.ts';
import type { ConvertOptions } from './options.ts';

/** Files of a project, as they can be given on the command line. */
export interface Sources extends Pick<ConvertOptions, 'specs' | 'inputs' | 'tasks'> {
  readonly archive: string;
}

/**
 * Downloads what a project is converted from into a folder: the archive as Annofab built it last, the annotation specs, and the
 * list of input data of the last night, if there is one; the list of tasks only for `--split-by`.
 */
export async function downloadSources(
  project_id: string,
  folder: string,
  { splitBy, ...options }: ConvertOptions,
  signal: AbortSignal,
): Promise<Sources> {
  await mkdir(folder, { recursive: true });
  return await withAnnofab(options, async (annofab) => {
    const archive = join(folder, `${project_id}.zip`);
    const progress = createProgress('downloaded', undefined, { format: bytesText });
    const onProgress = ({ bytes, totalBytes }: { bytes: number; totalBytes: number | undefined }) =>
      progress(bytes, totalBytes);
    await annofab.archives.download({ project_id }, archive, { signal, onProgress });
    endProgressLine();
    const specs = join(folder, 'specs.json');
    await writeFile(
      specs,
      JSON.stringify(await annofab.getAnnotationSpecs({ project_id, query: { v: 3 } }, { signal })),
    );
    const inputs = await downloadList(annofab, { project_id, list: 'inputData', folder }, signal);
    const tasks =
      splitBy === undefined ? undefined : await downloadList(annofab, { project_id, list: 'tasks', folder }, signal);
    return { archive, specs, ...(inputs && { inputs }), ...(tasks && { tasks }) };
  });
}

async function downloadList(
  annofab: AnnofabClient,
  { project_id, list, folder }: { project_id: string; list: 'inputData' | 'tasks'; folder: string },
  signal: AbortSignal,
): Promise<string | undefined> {
  const path = join(folder, `${list}.json`);
  try {
    await annofab.lists.download({ project_id, list }, path, { signal });
    return path;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
