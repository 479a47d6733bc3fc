import type { InputData, InputDataSet } from '../../../lib/annofab/api-description.ts';
import { invalidBody, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { paginate, wholeList } from '../core/query.ts';
import type { OrganizationRecord, ProjectRecord, State } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { removeInputData } from './input-data-operations.ts';
import { searchInputData, withUrl } from './input-data-search.ts';

/** Input data once belonged to sets of the organization; today every project has its own set. */
export const legacyInputDataSets = {
  getInputDataSetList: ({ organization, state }) => wholeList([...allSets(state, organization).values()]),

  getInputDataSet: ({ organization, params, state }) => findSet(state, organization, params.input_data_set_id),

  putInputDataSet: ({ organization: record, params, body, clock }) => {
    if (!body) throw invalidBody('The body is missing');
    const { last_updated_datetime: lock, ...fields } = body;
    const present = record.inputDataSets.get(params.input_data_set_id);
    checkLock('input data set', present?.updated_datetime ?? undefined, lock ?? undefined);
    const set: InputDataSet = {
      ...fields,
      input_data_set_id: params.input_data_set_id,
      organization_id: record.organization.organization_id,
      updated_datetime: clock.stamp(),
    };
    record.inputDataSets.set(params.input_data_set_id, set);
    return set;
  },

  getOrganizationInputDataList: ({ organization, params, query, state, files }) => {
    findSet(state, organization, params.input_data_set_id);
    const projects = projectsOf(state, organization);
    const inputs = projects.flatMap((project) => searchInputData(project, query));
    const ofSet = inputs.filter(({ input_data_set_id: id }) => id === params.input_data_set_id);
    const page = paginate(ofSet, query);
    return { ...page, list: page.list.map((input) => withUrl(input, files)) };
  },

  getOrganizationInputData: ({ organization, params, state, files }) =>
    withUrl(findInput(state, organization, params).input, files),

  deleteOrganizationInputData: ({ organization, params, state }) => {
    const { project, input } = findInput(state, organization, params);
    return removeInputData(project, state, input.input_data_id);
  },
} satisfies HandlerTable;

function projectsOf({ projects }: State, { organization }: OrganizationRecord): ProjectRecord[] {
  return [...projects.values()].filter(({ project }) => project.organization_id === organization.organization_id);
}

/** By id: the sets of the projects, and those that were created by request. */
function allSets(state: State, record: OrganizationRecord): Map<string, InputDataSet> {
  const sets = projectsOf(state, record).flatMap(({ project }) =>
    (project.configuration.input_data_set_id_list ?? []).map((id): [string, InputDataSet] => [id, setOf(project, id)]),
  );
  return new Map([...sets, ...record.inputDataSets]);
}

function setOf({ organization_id, title, input_data_type, created_datetime }: ProjectRecord['project'], id: string) {
  return {
    input_data_set_id: id,
    input_data_set_name: title,
    organization_id,
    input_data_type,
    updated_datetime: created_datetime,
  };
}

function findSet(state: State, record: OrganizationRecord, id: string): InputDataSet {
  const set = allSets(state, record).get(id);
  if (!set) throw missing('input data set', id);
  return set;
}

function findInput(
  state: State,
  organization: OrganizationRecord,
  params: { readonly input_data_set_id: string; readonly input_data_id: string },
): { project: ProjectRecord; input: InputData } {
  for (const project of projectsOf(state, organization)) {
    const input = project.inputData.get(params.input_data_id);
    if (input?.input_data_set_id === params.input_data_set_id) return { project, input };
  }
  throw missing('input data', params.input_data_id);
}
