import { forbidden, invalidQuery, missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord } from '../core/state.ts';
import { enterProject } from '../server/authorization.ts';
import { random } from './issue-tokens.ts';

const CODE_LIFE_MS = 10 * 60 * 1000;

/** The plugin types that a user can let in, and where a project's configuration names its plugin. */
const CONFIGURED_AS = new Map<string, 'plugin_id' | 'custom_specs_plugin_id'>([
  ['AnnotationEditor', 'plugin_id'],
  ['AnnotationSpecs', 'custom_specs_plugin_id'],
]);

export interface PluginAuthorization {
  readonly projectId: string;
  readonly pluginType: string | undefined;
  readonly codeChallenge: string | undefined;
  /** Who lets the plugin in. Annofab knows it by the browser's session; the owner of the project unless told otherwise. */
  readonly userId: string | undefined;
}

/**
 * What the page `/project/{project_id}/authorize-plugin` does when its user agrees.
 *
 * @returns the plugin's own address with a `code`, which `requestPluginToken` takes within ten minutes
 * @throws Failure 400 for a type or a plugin that cannot be let in, 403 to strangers, 404 without the project
 */
export function authorizePlugin(services: Services, request: PluginAuthorization): string {
  const { state, clock } = services;
  const project = state.projects.get(request.projectId);
  if (!project) throw missing('project', request.projectId);
  if (!request.codeChallenge) throw invalidQuery('code_challenge is required');
  const redirect = new URL(redirectUrl(services, project, request.pluginType));
  const user = userOf(services, project, request.userId);
  enterProject(services, request.projectId, user, { roles: ['AllProjectMember'] });
  const code = random();
  state.logins.pluginCodes.set(code, {
    accountId: user.account.account_id,
    expires: new Date(clock.now().getTime() + CODE_LIFE_MS),
    codeChallenge: request.codeChallenge,
  });
  redirect.searchParams.set('code', code);
  return redirect.href;
}

function redirectUrl({ state }: Services, { project }: ProjectRecord, pluginType = ''): string {
  const field = CONFIGURED_AS.get(pluginType);
  if (!field) throw invalidQuery(`plugin_type must be one of ${[...CONFIGURED_AS.keys()].join(', ')}`);
  const organization = state.organizations.get(project.organization_id);
  const detail = pluginDetail(organization, project.configuration[field]);
  const url = detail && 'auth_redirect_url' in detail ? detail.auth_redirect_url : undefined;
  if (!url || !URL.canParse(url)) {
    throw invalidQuery(`The project has no ${pluginType} plugin with an auth_redirect_url to go back to`);
  }
  return url;
}

function pluginDetail(organization: OrganizationRecord | undefined, pluginId: string | null | undefined) {
  return organization?.plugins.get(pluginId ?? '')?.detail;
}

function userOf({ state }: Services, { members }: ProjectRecord, userId: string | undefined): AccountRecord {
  const member = [...members.values()].find((one) =>
    userId === undefined ? one.member_role === 'owner' : one.user_id === userId,
  );
  const user = member && state.accounts.get(member.account_id);
  if (!user) throw forbidden(`${userId ?? 'Nobody'} is a member of the project who could let the plugin in`);
  return user;
}
