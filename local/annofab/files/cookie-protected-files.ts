/**
 * Files at permanent addresses of Annofab that need the cookies of `sign-headers`: always the images of instructions;
 * with the setting `filesBehindCookies` also input data and the outer files of annotations. The cookies are valid for
 * the address up to the project id.
 */
const COOKIE_PROTECTED: readonly {
  readonly stored: RegExp;
  readonly address: (project: string, rest: string) => string;
}[] = [
  { stored: /^input-data\/([^/]+)\/(.+)$/, address: (project, rest) => `input_data_set/${project}/${rest}` },
  { stored: /^annotations\/([^/]+)\/(.+)$/, address: (project, rest) => `projects/${project}/annotations/${rest}` },
];

/** The address path of a file in the store; undefined for files that have only signed URLs. */
export function cookieProtectedPath(storePath: string): string | undefined {
  for (const { stored, address } of COOKIE_PROTECTED) {
    const [, project, rest] = stored.exec(storePath) ?? [];
    if (project !== undefined && rest !== undefined) return address(project, rest);
  }
  return undefined;
}

/** The path in the file store for the path of an address; undefined when no cookie protects it. */
export function storePathOfAddress(path: string): string | undefined {
  const [, kind, project, rest = ''] = /^(projects|input_data_set)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (kind === undefined || project === undefined) return undefined;
  if (kind === 'input_data_set') return `input-data/${project}/${rest}`;
  return rest.startsWith('annotations/') ? rest.replace('/', `/${project}/`) : path;
}

/** The path that the cookies of one project's resource are valid for. */
export function cookieProtectedRoot(resource: 'project' | 'input_data_set', projectId: string): string {
  return resource === 'project' ? `/projects/${projectId}` : `/input_data_set/${projectId}`;
}
