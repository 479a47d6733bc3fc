import { authorizePlugin } from '../accounts/plugin-authorization.ts';
import { invalidPath, invalidQuery } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { cookieProtectedRoot } from '../files/cookie-protected-files.ts';
import type { ApiRequest } from './answer-request.ts';
import { authenticate, enterProject } from './authorization.ts';
import { reply } from './handler.ts';

/** @throws Failure when the request is refused */
export type UnlistedAnswer = (services: Services, call: ApiRequest) => unknown;

/** GET requests of real clients and browsers that the API description does not have. */
export const unlistedRoutes: readonly { readonly path: string; readonly answer: UnlistedAnswer }[] = [
  { path: '/api/internal/projects/{project_id}/sign-headers', answer: signHeaders },
  { path: '/project/{project_id}/authorize-plugin', answer: authorizationPage },
];

/** The same lifetime as in version two. */
const COOKIE_SECONDS = 84_600;

/** The cookies for the files of a project. */
function signHeaders(services: Services, { params, query, authorization }: ApiRequest) {
  const caller = authenticate(services, authorization);
  const projectId = projectIn(params);
  enterProject(services, projectId, caller, { roles: ['AllProjectMember'] });
  const resource = query['resource'] ?? 'project';
  if (resource !== 'project' && resource !== 'input_data_set') {
    throw invalidQuery('resource must be project or input_data_set');
  }
  const path = cookieProtectedRoot(resource, projectId);
  const cookies = services.cookies.sign(path, caller.account.account_id, COOKIE_SECONDS);
  return reply(200, undefined, { 'set-cookie': cookies });
}

/** The page on which a user authorizes a plugin. The emulator does not ask, and redirects the browser at once. */
function authorizationPage(services: Services, { params, query }: ApiRequest) {
  const location = authorizePlugin(services, {
    projectId: projectIn(params),
    pluginType: query['plugin_type'],
    codeChallenge: query['code_challenge'],
    userId: query['user_id'],
  });
  return reply(302, undefined, { location });
}

function projectIn({ project_id: id }: ApiRequest['params']): string {
  if (id === undefined) throw invalidPath('project_id is missing');
  return id;
}
