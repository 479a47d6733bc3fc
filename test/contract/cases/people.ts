import { type Cases, organization, project, type World } from '../world.ts';

const login = { user_id: 'demo_worker', password: 'demo-worker-password' };
const mfaLogin = { user_id: 'demo_mfa', password: 'demo-mfa-password' };

async function tokens({ stranger }: World) {
  const answer = await stranger.login({ body: login });
  if (!('token' in answer)) throw new Error('there is a second factor');
  return answer.token;
}

export const people = {
  login: ({ owner }) => owner.login({ body: login }),

  loginRespondToAuthChallenge: async ({ owner }) => {
    const answer = await owner.login({ body: mfaLogin });
    if (!('session' in answer)) throw new Error('the login has no second factor');
    const { session } = answer;
    await owner.loginRespondToAuthChallenge({ body: { user_id: 'demo_mfa', mfa_code: '123456', session } });
  },

  refreshToken: async (world) => {
    const { refresh_token } = await tokens(world);
    await world.owner.refreshToken({ body: { refresh_token } });
  },

  logout: async (world) => world.owner.logout({ body: await tokens(world) }),

  issuePersonalAccessToken: ({ owner }) =>
    owner.issuePersonalAccessToken({
      body: { id: 'nightly', note: 'Nightly export', expiration: 86_400_000, permissions: [{ _type: 'All' }] },
    }),

  getPersonalAccessTokens: ({ owner }) => owner.getPersonalAccessTokens(),

  revokePersonalAccessToken: async ({ owner }) => {
    const [token] = await owner.getPersonalAccessTokens();
    await owner.revokePersonalAccessToken({ body: { id: token?.id ?? '' } });
  },

  getMyAccount: ({ owner }) => owner.getMyAccount(),

  getMyOrganizations: ({ owner }) => owner.getMyOrganizations(),

  getMyProjects: ({ owner }) =>
    owner.getMyProjects({
      query: {
        page: 1,
        limit: 10,
        organization_id: 'demo-org',
        title: '街角',
        status: 'active',
        input_data_type: 'image',
        sort_by: 'date',
      },
    }),

  getMyProjectMembers: ({ owner }) => owner.getMyProjectMembers(),

  getMyMemberInProject: ({ owner }) => owner.getMyMemberInProject(project),

  getOrganization: ({ owner }) => owner.getOrganization(organization),

  getOrganizationMembers: ({ owner }) => owner.getOrganizationMembers(organization),

  getOrganizationMember: ({ owner }) => owner.getOrganizationMember({ ...organization, user_id: 'demo_worker' }),

  getProjectsOfOrganization: ({ owner }) =>
    owner.getProjectsOfOrganization({
      ...organization,
      query: {
        page: 1,
        limit: 10,
        account_id: 'a',
        except_account_id: 'b',
        title: '街角',
        status: 'active',
        plugin_id: 'p',
        input_data_type: 'image',
        sort_by: 'date',
      },
    }),
} satisfies Partial<Cases>;
