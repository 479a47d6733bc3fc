import type { AnnofabClient, Token } from '../../../lib/annofab/index.ts';
import { type Cases, codeOf, organization, project } from '../world.ts';

const inputDataSet = { ...organization, input_data_set_id: 'set' };
const inputDataSetBody = { input_data_set_name: '集合', input_data_type: 'image' } as const;
const inputs = { ...organization, input_data_set_id: 'demo-project-inputs' };
const laborControl = { project_id: project.project_id, date: '2026-01-05' };

async function signIn(client: AnnofabClient): Promise<Token> {
  const answer = await client.login({ body: { user_id: 'demo_owner', password: 'demo-password' } });
  if (!('token' in answer)) throw new Error('there is a second factor');
  return answer.token;
}

/** Operations that Annofab has removed. */
export const legacy = {
  initiateSignup: ({ owner }) => owner.initiateSignup({ body: { email: 'new@example.com' } }),

  confirmSignup: async ({ annofab, owner }) => {
    await owner.initiateSignup({ body: { email: 'new@example.com' } });
    const mail = annofab.state.mails.at(-1);
    await owner.confirmSignup({
      body: {
        account_id: mail?.account_id ?? '',
        user_id: 'newcomer',
        password: 'Password-1',
        username: '新人',
        lang: 'ja-JP',
        keylayout: 'ja-JP',
        confirmation_code: mail?.code ?? '',
      },
    });
  },

  changePassword: ({ owner }) =>
    owner.changePassword({
      body: { user_id: 'demo_owner', old_password: 'demo-password', new_password: 'Password-2' },
    }),

  initiatePasswordReset: ({ owner }) => owner.initiatePasswordReset({ body: { email: 'demo_owner@example.com' } }),

  confirmResetPassword: async ({ annofab, owner }) => {
    await owner.initiatePasswordReset({ body: { email: 'demo_owner@example.com' } });
    const confirmation_code = codeOf(annofab, 'password-reset');
    await owner.confirmResetPassword({
      body: { user_id: 'demo_owner', confirmation_code, new_password: 'Password-3', is_reset_mfa: true },
    });
  },

  initiateResetEmail: ({ owner }) => owner.initiateResetEmail({ body: { email: 'changed@example.com' } }),

  confirmResetEmail: async ({ annofab, owner }) => {
    await owner.initiateResetEmail({ body: { email: 'changed@example.com' } });
    await owner.confirmResetEmail({ body: { token: codeOf(annofab, 'email-reset') } });
  },

  initiateVerifyEmail: async ({ owner }) => owner.initiateVerifyEmail({ body: { token: await signIn(owner) } }),

  confirmVerifyEmail: async ({ annofab, owner }) => {
    const token = await signIn(owner);
    await owner.initiateVerifyEmail({ body: { token } });
    const confirmation_code = codeOf(annofab, 'email-verification');
    await owner.confirmVerifyEmail({ body: { token, confirmation_code } });
  },

  initiateMyAccountDelete: ({ stranger }) => stranger.initiateMyAccountDelete(),

  confirmMyAccountDelete: async ({ annofab, stranger }) => {
    await stranger.initiateMyAccountDelete();
    await stranger.confirmMyAccountDelete({ body: { token: codeOf(annofab, 'account-deletion') } });
  },

  getInputDataSetList: ({ owner }) => owner.getInputDataSetList(organization),

  putInputDataSet: async ({ owner }) => {
    const { updated_datetime: last_updated_datetime } = await owner.putInputDataSet({
      ...inputDataSet,
      body: inputDataSetBody,
    });
    const private_storage_arn = 'arn:aws:iam::000000000000:role/annofab';
    await owner.putInputDataSet({
      ...inputDataSet,
      body: { ...inputDataSetBody, private_storage_arn, last_updated_datetime: last_updated_datetime ?? null },
    });
  },

  getInputDataSet: async ({ owner }) => {
    await owner.putInputDataSet({ ...inputDataSet, body: inputDataSetBody });
    await owner.getInputDataSet(inputDataSet);
  },

  getOrganizationInputDataList: ({ owner }) => {
    const [from, to] = ['2020-01-01T00:00:00.000+09:00', '2999-01-01T00:00:00.000+09:00'];
    const search = { input_data_id: 'task', input_data_name: '街角', input_data_path: 's3', task_id: 'task-1' };
    return owner.getOrganizationInputDataList({ ...inputs, query: { ...search, from, to, page: 1, limit: 20 } });
  },

  getOrganizationInputData: ({ owner }) =>
    owner.getOrganizationInputData({ ...inputs, input_data_id: 'task-1-frame-1' }),

  deleteOrganizationInputData: async ({ owner }) => {
    const unused = { input_data_id: 'unused' };
    const body = { input_data_name: 'unused.png', input_data_path: 'https://example.com/unused.png' };
    await owner.putInputData({ ...project, ...unused, body });
    await owner.deleteOrganizationInputData({ ...inputs, ...unused });
  },

  getAccountStatistics: ({ owner }) => owner.getAccountStatistics(project),
  getInspectionStatistics: ({ owner }) => owner.getInspectionStatistics(project),
  getTaskPhaseStatistics: ({ owner }) => owner.getTaskPhaseStatistics(project),
  getTaskStatistics: ({ owner }) => owner.getTaskStatistics(project),
  getWorktimeStatistics: ({ owner }) => owner.getWorktimeStatistics(project),

  getLaborControl: ({ owner }) => owner.getLaborControl(),
  putLaborControl: ({ owner }) => owner.putLaborControl({ body: [laborControl] }),
  deleteLaborControl: ({ owner }) => owner.deleteLaborControl({ data_id: 'labor-1' }),
} satisfies Partial<Cases>;
