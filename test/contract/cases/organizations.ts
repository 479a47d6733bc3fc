import { type Cases, codeOf, OWNER_ID, organization } from '../world.ts';

const made = { organization_name: 'made-org' };
const stranger = { ...organization, user_id: 'demo_mfa' };
const plugin = { ...organization, plugin_id: 'assigner' };
const pluginBody = {
  plugin_name: '割り当て',
  description: 'Assigns tasks',
  project_extra_data_kinds: [],
  detail: { _type: 'TaskAssignment' as const, url: 'https://example.com/assign' },
};
const idp = { ...organization, id: 'corporate' };
const idpBody = {
  client_id: 'client',
  client_secret: 'secret',
  attributes_request_method: 'GET',
  endpoints: { _type: 'IssuerOnly', issuer: 'https://idp.example.com' },
  attribute_mapping: { email: 'email', name: 'name' },
} as const;

export const organizations = {
  createNewOrganization: ({ owner }) =>
    owner.createNewOrganization({ body: { ...made, organization_email: 'made@example.com' } }),

  putOrganization: async ({ owner }) => {
    const { updated_datetime: last_updated_datetime } = await owner.getOrganization(organization);
    await owner.putOrganization({ ...organization, body: { organization_name: 'renamed', last_updated_datetime } });
  },

  deleteOrganization: async ({ owner }) => {
    await owner.createNewOrganization({ body: { ...made, organization_email: 'made@example.com' } });
    await owner.deleteOrganization(made);
  },

  getOrganizationActivity: ({ owner }) => owner.getOrganizationActivity(organization),

  inviteOrganizationMember: ({ owner }) =>
    owner.inviteOrganizationMember({ ...stranger, body: { role: 'contributor' } }),

  acceptOrganizationInvitation: async ({ annofab, owner, stranger: invited }) => {
    await owner.inviteOrganizationMember({ ...stranger, body: { role: 'contributor' } });
    const token = codeOf(annofab, 'organization-invitation');
    await invited.acceptOrganizationInvitation({ ...stranger, body: { token } });
  },

  updateOrganizationMemberRole: async ({ owner }) => {
    const worker = { ...organization, user_id: 'demo_worker' };
    const { updated_datetime: last_updated_datetime } = await owner.getOrganizationMember(worker);
    await owner.updateOrganizationMemberRole({ ...worker, body: { role: 'administrator', last_updated_datetime } });
  },

  deleteOrganizationMember: ({ owner }) =>
    owner.deleteOrganizationMember({ ...organization, user_id: 'demo_data_user' }),

  putOrganizationPlugin: async ({ owner }) => {
    const { updated_datetime } = await owner.putOrganizationPlugin({ ...plugin, body: pluginBody });
    await owner.putOrganizationPlugin({ ...plugin, body: { ...pluginBody, last_updated_datetime: updated_datetime } });
  },

  getOrganizationPlugins: ({ owner }) => owner.getOrganizationPlugins(organization),

  getOrganizationPlugin: async ({ owner }) => {
    await owner.putOrganizationPlugin({ ...plugin, body: pluginBody });
    await owner.getOrganizationPlugin(plugin);
  },

  deleteOrganizationPlugin: async ({ owner }) => {
    await owner.putOrganizationPlugin({ ...plugin, body: pluginBody });
    await owner.deleteOrganizationPlugin(plugin);
  },

  putOrganizationIdp: ({ owner }) => owner.putOrganizationIdp({ ...idp, body: idpBody }),

  getOrganizationIdpList: async ({ owner }) => {
    await owner.putOrganizationIdp({ ...idp, body: idpBody });
    await owner.getOrganizationIdpList(organization);
  },

  deleteOrganizationIdp: async ({ owner }) => {
    await owner.putOrganizationIdp({ ...idp, body: idpBody });
    await owner.deleteOrganizationIdp(idp);
  },

  getOrganizationUsageStatusList: ({ owner }) =>
    owner.getOrganizationUsageStatusList({ ...organization, query: { from: '2026-01', to: '2026-03' } }),

  getOrganizationUsageStatus: ({ owner }) =>
    owner.getOrganizationUsageStatus({ ...organization, year_month: '2026-01' }),

  getOrganizationUsageStatusDetail: ({ owner }) =>
    owner.getOrganizationUsageStatusDetail({ ...organization, year_month: '2026-01' }),

  getMyNotificationMessages: ({ owner }) => owner.getMyNotificationMessages({ query: { page: 1, limit: 10 } }),

  getMyNotificationMessage: async ({ owner }) => {
    const { messages } = await owner.getMyNotificationMessages();
    await owner.getMyNotificationMessage({ message_id: messages[0]?.message_id ?? '' });
  },

  putMyNotificationMessageOpened: async ({ owner }) => {
    const { messages } = await owner.getMyNotificationMessages();
    const message_id = messages[0]?.message_id ?? '';
    await owner.putMyNotificationMessageOpened({ message_id, body: { opened: true } });
  },

  getMyNotificationUnreadMessagesCount: ({ owner }) => owner.getMyNotificationUnreadMessagesCount(),

  putMyAccount: async ({ owner }) => {
    const { user_id, username, updated_datetime } = await owner.getMyAccount();
    await owner.putMyAccount({
      body: {
        user_id,
        username,
        lang: 'en-US',
        keylayout: 'en-US',
        biography: 'Annotates streets',
        last_updated_datetime: updated_datetime,
      },
    });
  },

  updateOrganization: async ({ owner }) => {
    const { organization_id, updated_datetime } = await owner.getOrganization(organization);
    await owner.updateOrganization({
      body: { organization_id, organization_name: 'renamed', last_updated_datetime: updated_datetime },
    });
  },

  getOrganizationV2: ({ owner }) => owner.getOrganizationV2({ organization_id: 'demo-org', query: { cache: '1' } }),
  getOrganizationByNameV2: ({ owner }) => owner.getOrganizationByNameV2({ ...organization, query: { cache: '1' } }),
  getOrganizationCacheV2: ({ owner }) => owner.getOrganizationCacheV2({ organization_id: 'demo-org' }),
  getOrganizationCacheByNameV2: ({ owner }) => owner.getOrganizationCacheByNameV2(organization),
  getOrganizationMembersV2: ({ owner }) =>
    owner.getOrganizationMembersV2({ organization_id: 'demo-org', query: { cache: '1' } }),
  getOrganizationMemberV2: ({ owner }) =>
    owner.getOrganizationMemberV2({ organization_id: 'demo-org', user_id: 'demo_worker', query: { cache: '1' } }),
  getSignedAccessV2: ({ owner }) => owner.getSignedAccessV2({ query: { url: `/api/v2/users/${OWNER_ID}` } }),
  getAccountV2: ({ owner }) => owner.getAccountV2({ account_id: OWNER_ID, query: { cache: '1' } }),
  getUserCacheV2: ({ owner }) => owner.getUserCacheV2({ account_id: OWNER_ID }),
  getUserOrganizationsV2: ({ owner }) => owner.getUserOrganizationsV2({ account_id: OWNER_ID, query: { cache: '1' } }),
  getUserProjectMembersV2: ({ owner }) =>
    owner.getUserProjectMembersV2({ account_id: OWNER_ID, query: { cache: '1' } }),
} satisfies Partial<Cases>;
