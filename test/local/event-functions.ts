/** The functions of the two events that are off until a project has a setting, with settings for every project. */
export const EVENT_FUNCTIONS = Object.fromEntries(
  ['on-input-data-zip-registered', 'on-project-copy-completed'].map((name) => [
    name,
    { handler: `test/local/fixtures/functions/${name}.handler` },
  ]),
);

/** The waits for jobs, as short as they can be. */
export const SHORT_WAITS = { EARLY_EVENT_RETRY_SECONDS: '1,1,1', JOB_RUNNING_SECONDS: '1' };
