/** What Annofab's clients send although its API description does not know it. The emulator, like Annofab, ignores it. */
export const KNOWN_DIFFERENCES: ReadonlySet<string> = new Set([
  'request getProjectsOfOrganization: query user_id is unknown',
  'request getProjectJob: query page is unknown',
]);
