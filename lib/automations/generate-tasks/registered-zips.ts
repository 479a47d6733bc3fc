import type { ProjectJobInfo } from '../../annofab/index.ts';
import type { EventContext } from '../../runtime/context.ts';
import { RetryLater, Skip } from '../../runtime/outcomes.ts';
import type { Services } from '../services.ts';

type Context = EventContext<'input-data-zip-registered', Pick<Services, 'annofab'>>;

/** A ZIP file that Annofab has registered. */
export interface RegisteredZip {
  readonly job_id: string;
  /** The name under which it was registered; the names of its input data start with it. */
  readonly name: string | undefined;
  /** When its registration ended, in milliseconds since 1970. */
  readonly registeredAt: number;
}

/** Counts how often an event came before its job had ended. */
const EARLY = 'early';

/** The clock of the event may differ from that of the job. */
const TOLERANCE_MS = 5_000;

/**
 * The ZIP files that an event can mean, oldest first: those whose registration ended at about its time, or else the last one
 * before it. An event does not name its job, and one ZIP may be registered right after another; each has its own event then, and
 * whichever comes first handles both.
 *
 * @throws RetryLater while a registration is in progress or not there yet: an event may come a little before Annofab shows that its
 * job has ended; Skip when there is none after all, or when it failed
 */
export async function registeredZips(ctx: Context): Promise<RegisteredZip[]> {
  const jobs = await registrations(ctx);
  const running = jobs.find(({ job_status }) => job_status === 'progress');
  const [newest] = jobs;
  if (newest === undefined || running !== undefined) throw notEnded(ctx, running);
  const succeeded = jobs.filter(({ job_status }) => job_status === 'succeeded');
  if (succeeded.length === 0) throw new Skip(`gen-inputs ${newest.job_id} of project ${newest.project_id} failed`);
  return succeeded
    .map((job) => ({ job_id: job.job_id, name: nameIn(job), registeredAt: Date.parse(job.updated_datetime) }))
    .sort((one, other) => one.registeredAt - other.registeredAt);
}

/** Newest first. Annofab runs one at a time in a project, so what ended earlier was also started earlier. */
async function registrations({ annofab, event, signal }: Context): Promise<ProjectJobInfo[]> {
  const { project_id, complete_datetime } = event;
  const at = Date.parse(complete_datetime);
  const jobs: ProjectJobInfo[] = [];
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'gen-inputs' } }, { signal })) {
    if (Date.parse(job.created_datetime) > at + TOLERANCE_MS) continue;
    const isBefore = job.job_status !== 'progress' && Date.parse(job.updated_datetime) < at - TOLERANCE_MS;
    if (isBefore && jobs.length > 0) break;
    jobs.push(job);
    if (isBefore) break;
  }
  return jobs;
}

function notEnded({ event, delivery, settings }: Context, job: ProjectJobInfo | undefined): RetryLater | Skip {
  const reason =
    job === undefined
      ? `project ${event.project_id} has no registration of a ZIP file that fits the event`
      : `gen-inputs ${job.job_id} of project ${event.project_id} is in progress`;
  const seconds = settings.earlyEventRetrySeconds[delivery.deferrals[EARLY] ?? 0];
  if (seconds !== undefined) return new RetryLater(reason, { seconds, counter: EARLY });
  if (job === undefined) return new Skip(reason);
  return new RetryLater(reason, { seconds: settings.jobRunningSeconds, counter: EARLY });
}

function nameIn({ job_detail }: ProjectJobInfo): string | undefined {
  if (!job_detail || !('request' in job_detail) || !('input_data_name' in job_detail.request)) return undefined;
  return job_detail.request.input_data_name;
}
