import { createHash } from 'node:crypto';
import { type Cases, OWNER_ID, project, type World } from '../world.ts';

const description = { ...project, description: 'Guests of the spring campaign' };

async function projectToken({ owner }: World): Promise<string> {
  return (await owner.issueProjectToken({ body: description })).token;
}

export const tokens = {
  issueProjectToken: ({ owner }) => owner.issueProjectToken({ body: description }),

  listProjectToken: ({ owner }) => owner.listProjectToken({ body: project }),

  revokeProjectToken: async (world) => {
    await world.owner.revokeProjectToken({ body: { ...project, project_token: await projectToken(world) } });
  },

  issueProjectGuestUserToken: async (world) => {
    const profile = { user_id: 'guest', user_name: '客', lang: 'ja-JP', key_layout: 'ja-JP' } as const;
    const project_token = await projectToken(world);
    await world.owner.issueProjectGuestUserToken({
      body: { ...project, app_token: 'app', project_token, role: 'worker', profile },
    });
  },

  requestPluginToken: async ({ annofab, owner }) => {
    const code_verifier = 'verifier';
    annofab.state.logins.pluginCodes.set('code', {
      accountId: OWNER_ID,
      expires: new Date('2999-01-01'),
      codeChallenge: createHash('sha256').update(code_verifier).digest('base64url'),
    });
    const { refresh_token } = await owner.requestPluginToken({
      body: { _type: 'AuthorizationCode', authorization_code: 'code', code_verifier },
    });
    await owner.requestPluginToken({ body: { _type: 'RefreshToken', refresh_token } });
  },
} satisfies Partial<Cases>;
