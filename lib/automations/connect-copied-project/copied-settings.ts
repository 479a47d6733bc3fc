import type { ProjectConfigurationPut, ProjectMember } from '../../annofab/index.ts';
import type { Invocation } from '../../runtime/context.ts';
import { NonRetryableError } from '../../runtime/outcomes.ts';
import type { Services } from '../services.ts';
import type { ProjectCopySettings } from './project-copy-settings.ts';

type Context = Invocation & Pick<Services, 'annofab'> & { readonly project_id: string };
type Role = NonNullable<ProjectCopySettings['members']>[string];

/**
 * Sets the roles of members, one after the other, each under the lock of its membership.
 *
 * @returns how many were written
 * @throws NonRetryableError when the project would lose its last owner
 */
export async function setMembers(
  { annofab, project_id, signal }: Context,
  roles: Readonly<Record<string, Role>>,
): Promise<number> {
  const wanted = Object.entries(roles);
  if (wanted.length === 0) return 0;
  const present = await annofab.members.list({ project_id, query: { include_inactive_member: true } }, { signal });
  const byUserId = new Map(present.map((member) => [member.user_id, member]));
  // New owners first, so that the project always has one.
  const ordered = wanted.toSorted(([, one], [, other]) => Number(other === 'owner') - Number(one === 'owner'));
  assertOwnerLeft(present, roles, project_id);
  let written = 0;
  for (const [user_id, role] of ordered) {
    const member = byUserId.get(user_id);
    if (isAlready(member, role)) continue;
    const { updated_datetime, sampling_inspection_rate, sampling_acceptance_rate } = member ?? {};
    const body = {
      member_status: role === 'inactive' ? 'inactive' : 'active',
      member_role: role === 'inactive' ? (member?.member_role ?? 'worker') : role,
      sampling_inspection_rate,
      sampling_acceptance_rate,
      last_updated_datetime: updated_datetime,
    } as const;
    await annofab.putProjectMember({ project_id, user_id, body }, { signal });
    written += 1;
  }
  return written;
}

/** An account that is not a member does not have to be made inactive. */
function isAlready(member: ProjectMember | undefined, role: Role): boolean {
  if (role === 'inactive') return member?.member_status !== 'active';
  return member?.member_status === 'active' && member.member_role === role;
}

function assertOwnerLeft(
  present: readonly ProjectMember[],
  roles: Readonly<Record<string, Role>>,
  project_id: string,
): void {
  const stays = present.some(({ user_id, member_role, member_status }) => {
    return member_status === 'active' && member_role === 'owner' && !Object.hasOwn(roles, user_id);
  });
  if (stays || Object.values(roles).includes('owner')) return;
  throw new NonRetryableError(
    `the settings leave the copied project ${project_id} without an owner: name one in members`,
  );
}

/**
 * Changes fields of a project's configuration, and nothing else of the project.
 *
 * @returns whether anything was written
 */
export async function setConfiguration(
  { annofab, project_id, signal }: Context,
  configuration: ProjectConfigurationPut,
): Promise<boolean> {
  if (Object.keys(configuration).length === 0) return false;
  const project = await annofab.getProject({ project_id }, { signal });
  const present: Readonly<Record<string, unknown>> = { ...project.configuration };
  const differs = Object.entries(configuration).some(
    ([name, value]) => JSON.stringify(present[name] ?? null) !== JSON.stringify(value ?? null),
  );
  if (!differs) return false;
  const body = {
    title: project.title,
    overview: project.overview,
    status: project.project_status,
    configuration: { ...project.configuration, ...configuration },
    last_updated_datetime: project.updated_datetime,
  };
  await annofab.putProject({ project_id, query: { v: 2 }, body }, { signal });
  return true;
}
