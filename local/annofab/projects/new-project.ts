import type {
  AnnotationSpecsV3,
  Project,
  ProjectConfigurationGet,
  ProjectConfigurationPut,
  ProjectMember,
  ProjectMemberRole,
} from '../../../lib/annofab/api-description.ts';
import type { AccountRecord } from '../core/state.ts';

const DEFAULT_CONFIGURATION: ProjectConfigurationGet = {
  number_of_inspections: 0,
  assignee_rule_of_resubmitted_task: 'no_assignee',
  task_assignment_type: 'random_and_selection',
  max_tasks_per_member: 10,
  max_tasks_per_member_including_hold: 20,
  input_data_set_id_list: [],
  input_data_max_long_side_length: 4096,
  use_beginner_navigation: false,
};

export type NewProject = Pick<Project, 'project_id' | 'organization_id' | 'title' | 'input_data_type'> & {
  overview?: string | null | undefined;
  configuration?: ProjectConfigurationPut | undefined;
};

/** A new project: active, with its own input data set and Annofab's default settings. */
export function newProject({ overview, configuration = {}, ...fields }: NewProject, at: string): Project {
  return {
    ...fields,
    ...(overview != null && { overview }),
    project_status: 'active',
    configuration: mergeConfiguration(
      { ...DEFAULT_CONFIGURATION, input_data_set_id_list: [`${fields.project_id}-inputs`] },
      structuredClone(configuration),
    ),
    created_datetime: at,
    updated_datetime: at,
    summary: {},
  };
}

/** Settings that are not given are unchanged. */
export function mergeConfiguration(
  present: ProjectConfigurationGet,
  given: ProjectConfigurationPut,
): ProjectConfigurationGet {
  return { ...present, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) };
}

/** Specs without a date-time, because nobody has saved them: the first save has no lock. */
export function emptySpecs(projectId: string): AnnotationSpecsV3 {
  return {
    project_id: projectId,
    labels: [],
    additionals: [],
    restrictions: [],
    inspection_phrases: [],
    format_version: '3.1.0',
    metadata: {},
  };
}

export function newMember(
  projectId: string,
  { account }: Pick<AccountRecord, 'account'>,
  role: ProjectMemberRole,
  at: string,
): ProjectMember {
  const { account_id, user_id, username, biography } = account;
  return {
    project_id: projectId,
    account_id,
    user_id,
    username,
    ...(biography != null && { biography }),
    member_status: 'active',
    member_role: role,
    created_datetime: at,
    updated_datetime: at,
  };
}
