import type { OrganizationCacheRecord } from '../../../lib/annofab/api-description.ts';
import { forbidden } from '../core/errors.ts';
import type { OrganizationRecord, ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

/**
 * The times of the last changes, for version two of the API: clients send them as `cache=` to bypass CloudFront's
 * cache. The emulator has no cache.
 */
export const caches = {
  getProjectCacheV2: ({ project: record, state }) => {
    const { project, members, specs, inputData, supplementary, instructions } = record;
    return {
      project: latest([project]),
      members: latest(members.values()),
      specs: latest([specs]),
      input: latest(inputData.values()),
      supplementary: latest([...supplementary.values()].flat()),
      instruction: latest(instructions.map(({ history }) => history)),
      statistics: latest(record.tasks.values()),
      organization: latest(organizationOf(state.organizations, project.organization_id)),
    };
  },

  getOrganizationCacheV2: ({ organization }) => organizationCache(organization),
  getOrganizationCacheByNameV2: ({ organization }) => organizationCache(organization),

  getUserCacheV2: ({ state, params, caller }) => {
    const { account_id } = caller.account;
    if (params.account_id !== account_id) throw forbidden('Only the account itself may read this');
    const ofMine = (records: Iterable<Pick<ProjectRecord | OrganizationRecord, 'members'>>) =>
      latest([...records].flatMap(({ members }) => members.get(account_id) ?? []));
    return {
      account: latest([caller.account]),
      members: ofMine(state.projects.values()),
      organizations: ofMine(state.organizations.values()),
    };
  },
} satisfies HandlerTable;

function organizationCache({ organization, members }: OrganizationRecord): OrganizationCacheRecord {
  return { organization: latest([organization]), members: latest(members.values()) };
}

function organizationOf(organizations: ReadonlyMap<string, OrganizationRecord>, id: string) {
  const record = organizations.get(id);
  return record ? [record.organization] : [];
}

/** The time of the last change in epoch ms; 0 without any. */
function latest(things: Iterable<{ readonly updated_datetime?: string | null | undefined }>): string {
  const moments = [...things].map(({ updated_datetime: at }) => Date.parse(at ?? '') || 0);
  return String(Math.max(0, ...moments));
}
