import type { OrganizationCacheRecord } from '../../../lib/annofab/api-description.ts';
import { forbidden } from '../core/errors.ts';
import type { OrganizationRecord, ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

/**
 * When the things of version two last changed: a client puts it behind `cache=` to read past CloudFront's cache. The
 * emulator has no cache, every answer is fresh.
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
      statistics: statisticsStamp(record),
      organization: latest(organizationOf(state.organizations, project.organization_id)),
    };
  },

  getOrganizationCacheV2: ({ organization }) => organizationCache(organization),
  getOrganizationCacheByNameV2: ({ organization }) => organizationCache(organization),

  getUserCacheV2: ({ state, params, caller }) => {
    const { account_id } = caller.account;
    if (params.account_id !== account_id) throw forbidden('An account is shown to nobody else');
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

/** Statistics are of the tasks. */
function statisticsStamp({ tasks }: ProjectRecord): string {
  return latest(tasks.values());
}

/** The moment of the last change, as a number; of nothing, 0. */
function latest(things: Iterable<{ readonly updated_datetime?: string | null | undefined }>): string {
  const moments = [...things].map(({ updated_datetime: at }) => Date.parse(at ?? '') || 0);
  return String(Math.max(0, ...moments));
}
