import { randomUUID } from 'node:crypto';
import { operations } from '../../../lib/annofab/api-description.ts';
import { isId } from '../../../lib/core/ids.ts';
import { invalidBody, stateMismatch } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { paginate, readInstant, readInteger } from '../core/query.ts';
import { createOrganizationRecord, type OrganizationRecord, type State } from '../core/state.ts';
import { storageOf } from '../files/project-files.ts';
import { filterProjects } from '../projects/project-search.ts';
import { enterOrganizationById, findOrganization } from '../server/authorization.ts';
import type { HandlerTable } from '../server/handler.ts';
import { toOrganizationMember } from './organization-members.ts';

export const organizations = {
  /** The caller becomes its owner. */
  createNewOrganization: ({ state, caller, body, clock }) => {
    assertFree(state, body.organization_name);
    const now = clock.stamp();
    const record = createOrganizationRecord({
      organization_id: randomUUID(),
      organization_name: body.organization_name,
      email: body.organization_email,
      price_plan: 'free',
      summary: {},
      created_datetime: now,
      updated_datetime: now,
    });
    const owner = toOrganizationMember(record, caller, { role: 'owner', status: 'active', now });
    record.members.set(owner.account_id, owner);
    state.organizations.set(record.organization.organization_id, record);
    return record.organization;
  },

  getOrganization: ({ organization }) => organization.organization,
  getOrganizationV2: ({ organization }) => organization.organization,
  getOrganizationByNameV2: ({ organization }) => organization.organization,

  putOrganization: ({ organization: record, state, body, clock }) =>
    renameOrganization(state, record, body, clock.stamp()),

  deleteOrganization: ({ organization: { organization }, state }) => {
    const { organization_id: id, organization_name: name } = organization;
    if ([...state.projects.values()].some(({ project }) => project.organization_id === id)) {
      throw stateMismatch(`The organization ${name} still has projects`);
    }
    state.organizations.delete(id);
    return organization;
  },

  getOrganizationActivity: ({ organization: { organization }, state, clock }) => ({
    organization_id: organization.organization_id,
    created_datetime: clock.stamp(),
    storage_usage_bytes: storageOf(state, organization.organization_id),
  }),

  /** Annofab has no organization jobs yet. */
  getOrganizationJob: ({ query }) => {
    readInteger('limit', query.limit, { fallback: 30, min: 0, max: 200 });
    readInstant('exclusive_start_created_datetime', query.exclusive_start_created_datetime);
    return { list: [], has_next: false };
  },

  /** Contributors see only their own projects. */
  getProjectsOfOrganization: ({ organization, state, caller, query }) => {
    const sees = organization.members.get(caller.account.account_id)?.role !== 'contributor';
    const projects = [...state.projects.values()]
      .filter(({ project }) => project.organization_id === organization.organization.organization_id)
      .filter(({ members }) => sees || members.has(caller.account.account_id))
      .filter(({ members }) => query.account_id === undefined || members.has(query.account_id))
      .filter(({ members }) => query.except_account_id === undefined || !members.has(query.except_account_id))
      .map(({ project }) => project)
      .filter(({ configuration }) => query.plugin_id === undefined || configuration.plugin_id === query.plugin_id);
    return paginate(filterProjects(projects, query), query, 0);
  },

  updateOrganization: ({ body, caller, ...services }) => {
    const record = enterOrganizationById(services, body.organization_id, caller, operations.updateOrganization);
    return renameOrganization(services.state, record, body, services.clock.stamp());
  },
} satisfies HandlerTable;

interface Renaming {
  readonly organization_name: string;
  readonly last_updated_datetime: string;
}

/** @throws Failure 409 for an old lock, 400 for a name that any organization has, also this one */
function renameOrganization(state: State, { organization }: OrganizationRecord, body: Renaming, now: string) {
  checkLock('organization', organization.updated_datetime, body.last_updated_datetime);
  assertFree(state, body.organization_name);
  return Object.assign(organization, { organization_name: body.organization_name, updated_datetime: now });
}

function assertFree(state: State, name: string): void {
  if (!isId(name))
    throw invalidBody('organization_name must be 1 to 256 letters, digits, underscores, hyphens and dots');
  if (findOrganization(state, name)) throw invalidBody(`The organization ${name} exists already`);
}
