import type { Marker } from '../../../lib/annofab/api-description.ts';
import { type Cases, OWNER_ID, organization, project } from '../world.ts';

const madeProject = { project_id: 'made-project' };
const AT = '2026-01-05T10:00:00.000+09:00';
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
    owner.getWorktimeDailyStatisticsByAccount({ ...project, account_id: OWNER_ID, query: range }),

  getMarkers: ({ owner }) => owner.getMarkers(project),

  putMarkers: async ({ owner }) => {
    const markers: Marker[] = [{ marker_id: 'start', title: '開始', graph_type: 'task_progress', marked_at: AT }];
    const { updated_datetime } = await owner.putMarkers({ ...project, body: { markers } });
    await owner.putMarkers({ ...project, body: { markers, last_updated_datetime: updated_datetime ?? null } });
  },

  getProjectExtraData: ({ owner }) =>
    owner.getProjectExtraData({ ...project, kind_id: 'emulator-both', query: { user_scope: true } }),

  putProjectExtraData: async ({ owner }) => {
    const extra = { ...project, kind_id: 'emulator-both', query: { user_scope: true } };
    const { value } = await owner.putProjectExtraData({ ...extra, body: { value: { theme: 'dark' } } });
    const last_updated_datetime = 'updated_datetime' in value ? value.updated_datetime : null;
    await owner.putProjectExtraData({ ...extra, body: { value: {}, last_updated_datetime } });
  },

  getAnnotationSpecsV2: async ({ owner }) => {
    const [history] = await owner.getAnnotationSpecsHistories(project);
    await owner.getAnnotationSpecsV2({ ...project, query: { cache: '1', v: 3, history_id: history?.history_id } });
  },
  getProjectCacheV2: ({ owner }) => owner.getProjectCacheV2(project),
  getProjectMembersV2: ({ owner }) =>
    owner.getProjectMembersV2({ ...project, query: { include_inactive_member: true, cache: '1' } }),
  getProjectMemberV2: ({ owner }) =>
    owner.getProjectMemberV2({ ...project, user_id: 'demo_worker', query: { cache: '1' } }),
  getProjectTaskCountV2: ({ owner }) => owner.getProjectTaskCountV2({ ...project, organization_id: 'demo-org' }),
  getLabelStatisticsV2: ({ owner }) => owner.getLabelStatisticsV2({ ...project, query: { cache: '1' } }),
  getTaskDailyStatisticsV2: ({ owner }) => owner.getTaskDailyStatisticsV2({ ...project, query: range }),
  getPhaseDailyStatisticsV2: ({ owner }) => owner.getPhaseDailyStatisticsV2({ ...project, query: range }),
  getInspectionDailyStatisticsV2: ({ owner }) => owner.getInspectionDailyStatisticsV2({ ...project, query: range }),
  getAccountDailyStatisticsV2: ({ owner }) => owner.getAccountDailyStatisticsV2({ ...project, query: range }),
  getWorktimeDailyStatisticsV2: ({ owner }) => owner.getWorktimeDailyStatisticsV2({ ...project, query: range }),
  getWorktimeDailyStatisticsByAccountV2: ({ owner }) =>
    owner.getWorktimeDailyStatisticsByAccountV2({ ...project, account_id: OWNER_ID, query: range }),
} satisfies Partial<Cases>;
