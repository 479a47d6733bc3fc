/** What a run found, in numbers. */
export interface Findings {
  /** Webhooks that Annofab fired, as far as they were looked at. */
  jobs: number;
  /** Events that had been fired and never came, and were queued now. */
  recovered: number;
  /** Events that no body tells of, concluded from what Annofab shows, and queued now. */
  inferred: number;
  /** Events for which no webhook of ours was fired: reported, and queued only if so set. */
  unfired: number;
  /** Webhooks of ours that Annofab could not deliver. Those that had been told before do not count, here and below. */
  failedFirings: number;
  /** Webhooks of ours whose body is missing or cannot be read. */
  noBody: number;
  /** Webhooks that point elsewhere. */
  elsewhere: number;
  /** Webhooks of ours whose body speaks of another project. */
  otherProject: number;
}

export function noFindings(): Findings {
  return {
    jobs: 0,
    recovered: 0,
    inferred: 0,
    unfired: 0,
    failedFirings: 0,
    noBody: 0,
    elsewhere: 0,
    otherProject: 0,
  };
}

/** Adds what was found in one project to what was found in all. */
export function addFindings(sum: Findings, found: Findings): void {
  sum.jobs += found.jobs;
  sum.recovered += found.recovered;
  sum.inferred += found.inferred;
  sum.unfired += found.unfired;
  sum.failedFirings += found.failedFirings;
  sum.noBody += found.noBody;
  sum.elsewhere += found.elsewhere;
  sum.otherProject += found.otherProject;
}

/** As a log line tells of them. What was refused has lines of its own. */
export function fieldsOfFindings(found: Findings) {
  const { jobs, recovered, inferred, unfired, failedFirings: failed_firings, noBody: no_body, elsewhere } = found;
  return { jobs, recovered, inferred, unfired, failed_firings, no_body, elsewhere };
}
