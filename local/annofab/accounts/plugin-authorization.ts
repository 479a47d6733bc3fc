import { forbidden, invalidQuery, missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord, OrganizationRecord, ProjectRecord } from '../core/state.ts';
import { enterProject } from '../server/authorization.ts';
import { randomToken, secondsFromNow } from './issue-tokens.ts';

const CODE_LIFE_SECONDS = 10 * 60;

/** The plugin types that a user can authorize, and the field of a project's configuration that names the plugin. */
const CONFIGURED_AS = new Map<string, 'plugin_id' | 'custom_specs_plugin_id'>([
  ['AnnotationEditor', 'plugin_id'],
  ['AnnotationSpecs', 'custom_specs_plugin_id'],
]);

export interface PluginAuthorization {
  readonly projectId: string;
  readonly pluginType: string | undefined;
  readonly codeChallenge: string | undefined;
  /** The user who authorizes: Annofab reads it from the browser's session. Default: the owner of the project. */
  readonly userId: string | undefined;
}

/**
 * What the page `/project/{project_id}/authorize-plugin` does when its user consents.
 *
 * @returns the plugin's redirect URL with a `code`, valid for ten minutes, for `requestPluginToken`
 * @throws Failure 400 for a type or a plugin that cannot be authorized, 403 to strangers, 404 for an unknown project
 */
export function authorizePlugin(services: Services, request: PluginAuthorization): string {
  const { state, clock } = services;
  const project = state.projects.get(request.projectId);
  if (!project) throw missing('project', request.projectId);
  if (!request.codeChallenge) throw invalidQuery('code_challenge is required');
  const redirect = new URL(redirectUrl(services, project, request.pluginType));
  const user = userOf(services, project, request.userId);
  enterProject(services, request.projectId, user, { roles: ['AllProjectMember'] });
  const code = randomToken();
  state.logins.pluginCodes.set(code, {
    accountId: user.account.account_id,
    expires: secondsFromNow(clock, CODE_LIFE_SECONDS),
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
    throw invalidQuery(`The project has no ${pluginType} plugin with an auth_redirect_url`);
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
  if (!user)
    throw forbidden(`The project has no member ${userId ?? 'with the role owner'} who could authorize the plugin`);
  return user;
}
