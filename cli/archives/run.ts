import type { AnnofabClient } from '../../lib/annofab/index.ts';
import { withAnnofab } from '../annofab-client.ts';
import { bytesText, createProgress, endProgressLine } from '../frame/progress.ts';
import { interruptible } from '../frame/signals.ts';
import type { ArchivesOptions, DownloadOptions, UpdateOptions, WaitOptions } from './options.ts';

const JOB_TYPE = 'gen-annotation';

/** What a subcommand prints. */
interface Printed {
  readonly json: object;
  readonly text: string;
}

/** Starts the update of an archive, and waits for its end. A job that is running already is joined. */
export function runUpdate(options: UpdateOptions): Promise<void> {
  return printing(options, async (annofab, signal) => {
    const { project: project_id } = options;
    if (!options.wait) {
      const { job } = await annofab.postAnnotationArchiveUpdate({ project_id }, { signal });
      return jobText(job);
    }
    return jobText(await annofab.archives.update({ project_id }, waitOf(options, signal)));
  });
}

export function runWait(options: WaitOptions): Promise<void> {
  return printing(options, async (annofab, signal) => {
    const { project: project_id } = options;
    const [job] = await annofab.jobs.running({ project_id, job_type: JOB_TYPE }, { signal });
    if (job !== undefined) return jobText(await annofab.jobs.wait(job, waitOf(options, signal)));
    return { json: { project_id, job_status: 'none' }, text: 'No update of the archive is running.' };
  });
}

export function runDownload(options: DownloadOptions): Promise<void> {
  return printing(options, async (annofab, signal) => {
    const { project: project_id, to = `${project_id}.zip`, format } = options;
    const progress = createProgress('downloaded', undefined, { format: bytesText });
    const { size, headers } = await annofab.archives.download({ project_id }, to, {
      ...waitOf(options, signal),
      format,
      onProgress: ({ bytes, totalBytes }) => progress(bytes, totalBytes),
    });
    const { etag, 'last-modified': last_modified } = headers;
    return { json: { project_id, file: to, bytes: size, etag, last_modified }, text: `${to}: ${bytesText(size)}` };
  });
}

async function printing(
  options: ArchivesOptions,
  work: (annofab: AnnofabClient, signal: AbortSignal) => Promise<Printed>,
): Promise<void> {
  const { json, text } = await interruptible(
    (signal) => withAnnofab(options, (annofab) => work(annofab, signal)),
    'A job of Annofab goes on.',
  );
  endProgressLine();
  console.log(options.json ? JSON.stringify(json) : text);
}

function waitOf({ timeout }: WaitOptions, signal: AbortSignal) {
  return { signal, deadlineMs: timeout * 60_000 };
}

function jobText({
  project_id,
  job_id,
  job_status,
}: {
  project_id: string;
  job_id: string;
  job_status: string;
}): Printed {
  return { json: { project_id, job_id, job_status }, text: `Update of the archive (job ${job_id}): ${job_status}` };
}
