/** Parameters that Annofab's clients send although the API description lacks them. The emulator ignores them, as Annofab does. */
export const KNOWN_DIFFERENCES: ReadonlySet<string> = new Set([
  'request getProjectsOfOrganization: query user_id is unknown',
  'request getProjectJob: query page is unknown',
]);
