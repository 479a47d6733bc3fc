/**
 * Files at Annofab's own addresses, which stay as they are and ask for the cookies of `sign-headers`: the images of
 * instructions always; input data and the outer files of annotations where the setting `filesBehindCookies` says so.
 * What is left of the project's id in the address is what the cookies are for.
 */
const GUARDED: readonly { readonly stored: RegExp; readonly address: (project: string, rest: string) => string }[] = [
  { stored: /^input-data\/([^/]+)\/(.+)$/, address: (project, rest) => `input_data_set/${project}/${rest}` },
  { stored: /^annotations\/([^/]+)\/(.+)$/, address: (project, rest) => `projects/${project}/annotations/${rest}` },
];

/** The path of the address for a path of the file store; undefined for what is only to be had by a signed URL. */
export function guardedPath(storePath: string): string | undefined {
  for (const { stored, address } of GUARDED) {
    const [, project, rest] = stored.exec(storePath) ?? [];
    if (project !== undefined && rest !== undefined) return address(project, rest);
  }
  return undefined;
}

/** The path in the file store behind the path of an address; undefined when it is no guarded one. */
export function pathBehind(path: string): string | undefined {
  const [, kind, project, rest = ''] = /^(projects|input_data_set)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (kind === undefined || project === undefined) return undefined;
  if (kind === 'input_data_set') return `input-data/${project}/${rest}`;
  return rest.startsWith('annotations/') ? rest.replace('/', `/${project}/`) : path;
}

/** What the cookies of one project's resource open. */
export function guardedRoot(resource: 'project' | 'input_data_set', projectId: string): string {
  return resource === 'project' ? `/projects/${projectId}` : `/input_data_set/${projectId}`;
}
