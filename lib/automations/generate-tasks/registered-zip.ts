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
 * The ZIP file of an event: that of the newest registration that was started before the event, since Annofab runs one at a time
 * in a project. An event may come a little before Annofab shows that its job has ended.
 *
 * @throws RetryLater while the job is in progress or not there yet; Skip when there is none after all, or when it failed
 */
export async function registeredZip(ctx: Context): Promise<RegisteredZip> {
  const job = await registration(ctx);
  if (job === undefined || job.job_status === 'progress') throw notEnded(ctx, job);
  const { project_id, job_id } = job;
  if (job.job_status === 'failed') throw new Skip(`gen-inputs ${job_id} of project ${project_id} failed`);
  return { job_id, name: nameIn(job), registeredAt: Date.parse(job.updated_datetime) };
}

async function registration({ annofab, event, signal }: Context): Promise<ProjectJobInfo | undefined> {
  const { project_id, complete_datetime } = event;
  const until = Date.parse(complete_datetime) + TOLERANCE_MS;
  for await (const job of annofab.jobs.all({ project_id, query: { type: 'gen-inputs' } }, { signal })) {
    if (Date.parse(job.created_datetime) <= until) return job;
  }
  return undefined;
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
