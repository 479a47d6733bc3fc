import { type Cases, organization, ownerId, project } from '../world.ts';

const madeProject = { project_id: 'made-project' };
const range = { from: '2026-01-01', to: '2026-01-31' };

export const projects = {
  getProject: ({ owner }) => owner.getProject(project),

  putProject: async ({ owner }) => {
    const { updated_datetime, configuration } = await owner.getProject(project);
    const body = { title: '交差点', overview: 'Crossings', status: 'active', input_data_type: 'image' } as const;
    await owner.putProject({
      ...madeProject,
      query: { v: 2 },
      body: { ...body, ...organization, configuration: { number_of_inspections: 1 } },
    });
    const change = { ...body, configuration, last_updated_datetime: updated_datetime, force_suspend: true };
    await owner.putProject({ ...project, query: { v: 2 }, body: { ...change, status: 'suspended' } });
  },

  deleteProject: async ({ owner }) => {
    const { title, configuration, updated_datetime: last_updated_datetime } = await owner.getProject(project);
    const body = { title, configuration, last_updated_datetime, status: 'suspended', force_suspend: true } as const;
    await owner.putProject({ ...project, query: { v: 2 }, body });
    await owner.deleteProject(project);
  },

  initiateProjectCopy: ({ owner }) =>
    owner.initiateProjectCopy({
      ...project,
      body: {
        dest_project_id: 'copy',
        dest_title: '写し',
        dest_overview: 'A copy',
        copy_inputs: true,
        copy_tasks: true,
        copy_annotations: true,
        copy_webhooks: true,
        copy_supplementary_data: true,
        copy_instructions: true,
      },
    }),

  getOrganizationOfProject: ({ owner }) => owner.getOrganizationOfProject(project),

  getProjectMembers: ({ owner }) => owner.getProjectMembers({ ...project, query: { include_inactive_member: true } }),

  getProjectMember: ({ owner }) => owner.getProjectMember({ ...project, user_id: 'demo_worker' }),

  putProjectMember: async ({ owner }) => {
    const member = { ...project, user_id: 'demo_worker' };
    const { updated_datetime: last_updated_datetime } = await owner.getProjectMember(member);
    const rates = { sampling_inspection_rate: 50, sampling_acceptance_rate: 20 };
    const body = { member_status: 'active', member_role: 'worker', last_updated_datetime, ...rates } as const;
    await owner.putProjectMember({ ...member, body });
  },

  getProjectTasksUrl: ({ owner }) => owner.getProjectTasksUrl(project),
  getProjectInputsUrl: ({ owner }) => owner.getProjectInputsUrl(project),
  getProjectCommentsUrl: ({ owner }) => owner.getProjectCommentsUrl(project),
  getProjectInspectionsUrl: ({ owner }) => owner.getProjectInspectionsUrl(project),
  getProjectTaskHistoriesUrl: ({ owner }) => owner.getProjectTaskHistoriesUrl(project),
  getProjectTaskHistoryEventsUrl: ({ owner }) => owner.getProjectTaskHistoryEventsUrl(project),
  postProjectTasksUpdate: ({ owner }) => owner.postProjectTasksUpdate(project),
  postProjectInputsUpdate: ({ owner }) => owner.postProjectInputsUpdate(project),

  getProjectExtraDataKinds: ({ owner }) => owner.getProjectExtraDataKinds(project),

  getStatisticsAvailableDates: ({ owner }) => owner.getStatisticsAvailableDates(project),
  getLabelStatistics: ({ owner }) => owner.getLabelStatistics(project),
  getTaskDailyStatistics: ({ owner }) => owner.getTaskDailyStatistics({ ...project, query: range }),
  getPhaseDailyStatistics: ({ owner }) => owner.getPhaseDailyStatistics({ ...project, query: range }),
  getInspectionDailyStatistics: ({ owner }) => owner.getInspectionDailyStatistics({ ...project, query: range }),
  getAccountDailyStatistics: ({ owner }) => owner.getAccountDailyStatistics({ ...project, query: range }),
  getWorktimeDailyStatistics: ({ owner }) => owner.getWorktimeDailyStatistics({ ...project, query: range }),
  getWorktimeDailyStatisticsByAccount: ({ owner }) =>
    owner.getWorktimeDailyStatisticsByAccount({ ...project, account_id: ownerId, query: range }),

  getMarkers: ({ owner }) => owner.getMarkers(project),
} satisfies Partial<Cases>;
