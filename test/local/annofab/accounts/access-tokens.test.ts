import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AnnofabClient } from '../../../../lib/annofab/index.ts';
import type { AnnofabEmulator } from '../../../../local/annofab/index.ts';
import { annofabError, demo, PROJECT, startEmulator } from '../emulator.ts';

const HOUR_MS = 3_600_000;

async function as<T>(annofab: AnnofabEmulator, token: string, use: (client: AnnofabClient) => Promise<T>): Promise<T> {
  await using client = new AnnofabClient({ credentials: { pat: token }, baseUrl: annofab.url, maxWaitMs: 0 });
  return await use(client);
}

describe('guest tokens of a project', () => {
  const profile = { user_id: 'visitor', user_name: 'A visitor', lang: 'en-US', key_layout: 'en-US' } as const;
  const guest = { ...demo, app_token: 'an-app', role: 'worker', profile } as const;

  it('a project token gives a guest an access token for that project only', async () => {
    const { annofab, owner, stranger } = await startEmulator({ checkContract: true });
    const issued = await owner.issueProjectToken({ body: { ...demo, description: 'For the fair' } });
    const tokens = await stranger.issueProjectGuestUserToken({ body: { ...guest, project_token: issued.token } });
    await as(annofab, tokens.access_token, async (visitor) => {
      expect(await visitor.getMyMemberInProject(demo)).toMatchObject({ user_id: 'visitor', member_role: 'worker' });
      expect(await visitor.getMyAccount()).toMatchObject({ account_type: 'project_guest', username: 'A visitor' });
      await expect(visitor.getOrganization({ organization_name: 'demo-org' })).rejects.toMatchObject({ status: 403 });
    });
    expect(annofab.violations).toEqual([]);
  });

  it('a second token for the same user id keeps the guest account and changes its role', async () => {
    const { annofab, owner, stranger } = await startEmulator();
    const { token: project_token } = await owner.issueProjectToken({ body: { ...demo, description: '' } });
    await stranger.issueProjectGuestUserToken({ body: { ...guest, project_token } });
    await stranger.issueProjectGuestUserToken({ body: { ...guest, project_token, role: 'accepter' } });
    const { list } = await owner.getProjectMembers(demo);
    expect(list.filter(({ user_id }) => user_id === 'visitor')).toMatchObject([{ member_role: 'accepter' }]);
    expect([...annofab.state.accounts.values()].filter(({ account }) => account.user_id === 'visitor')).toHaveLength(1);
  });

  it('returns 400 when the project token is revoked, unknown, or of another project', async () => {
    const { annofab, owner, stranger } = await startEmulator({ checkContract: true });
    const { token: project_token } = await owner.issueProjectToken({ body: { ...demo, description: '' } });
    const issue = (body: object) => stranger.issueProjectGuestUserToken({ body: { ...guest, project_token, ...body } });
    await expect(issue({ project_token: 'made-up' })).rejects.toMatchObject({ status: 400 });
    await expect(issue({ project_id: 'other' })).rejects.toMatchObject({ status: 400 });
    await expect(issue({ profile: { ...profile, user_id: 'demo_worker' } })).rejects.toMatchObject({ status: 400 });
    expect(await owner.revokeProjectToken({ body: { ...demo, project_token } })).toMatchObject({
      token: project_token,
    });
    await expect(issue({})).rejects.toMatchObject({ status: 400 });
    expect(await owner.listProjectToken({ body: demo })).toEqual([]);
    await expect(owner.revokeProjectToken({ body: { ...demo, project_token } })).rejects.toMatchObject({ status: 400 });
    expect(annofab.violations).toEqual([]);
  });

  it('issuing a guest token records the time of use on the project token', async () => {
    const { annofab, owner, stranger } = await startEmulator();
    const { token: project_token, info } = await owner.issueProjectToken({ body: { ...demo, description: '' } });
    annofab.clock.advance(HOUR_MS);
    await stranger.issueProjectGuestUserToken({ body: { ...guest, project_token } });
    const [listed] = await owner.listProjectToken({ body: demo });
    expect(listed?.info.created_date_time).toBe(info.created_date_time);
    expect(Date.parse(listed?.info.last_used_date_time ?? '')).toBeGreaterThan(Date.parse(info.last_used_date_time));
  });

  it('returns 403 when a member who is not an owner issues or lists project tokens', async () => {
    const { worker, stranger } = await startEmulator();
    const body = { ...demo, description: '' };
    await expect(worker.issueProjectToken({ body })).rejects.toMatchObject({ status: 403 });
    await expect(stranger.listProjectToken({ body: demo })).rejects.toMatchObject({ status: 403 });
  });
});

describe('authorization of a plugin', () => {
  const verifier = 'a-secret-of-the-plugin-that-is-long-enough';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const page = `/project/${PROJECT}/authorize-plugin?plugin_type=AnnotationEditor&code_challenge=${challenge}`;

  async function withPlugin() {
    const emulator = await startEmulator();
    const { annofab, raw } = emulator;
    const detail = {
      _type: 'AnnotationEditor',
      auth_redirect_url: 'https://editor.example.com/back?from=annofab',
      compatible_input_data_types: ['image'],
    };
    await raw('PUT', '/api/v1/organizations/demo-org/plugins/editor', { body: { detail } });
    Object.assign(annofab.state.projects.get(PROJECT)?.project.configuration ?? {}, { plugin_id: 'editor' });
    const authorize = (address = page) => fetch(annofab.url + address, { redirect: 'manual' });
    const codeOf = async (address = page) =>
      new URL((await authorize(address)).headers.get('location') ?? '').searchParams.get('code') ?? '';
    const exchange = (body: object) => raw('POST', '/api/v1/plugin-token', { body, authorization: null });
    const redeem = (authorization_code: string, code_verifier = verifier) =>
      exchange({ _type: 'AuthorizationCode', authorization_code, code_verifier });
    return { ...emulator, authorize, codeOf, exchange, redeem };
  }

  function tokensOf(json: unknown): { access_token: string; refresh_token: string } {
    const token = (name: string) => String(typeof json === 'object' && json !== null && Reflect.get(json, name));
    return { access_token: token('access_token'), refresh_token: token('refresh_token') };
  }

  it('authorizing a plugin redirects to it with a code, and its token acts for the user', async () => {
    const { annofab, authorize, codeOf, redeem } = await withPlugin();
    const { status, headers } = await authorize();
    expect(status).toBe(302);
    expect(headers.get('location')).toMatch(/^https:\/\/editor\.example\.com\/back\?from=annofab&code=[\w-]+$/);
    const answer = await redeem(await codeOf(`${page}&user_id=demo_accepter`));
    expect(answer.status).toBe(200);
    await as(annofab, tokensOf(answer.json).access_token, async (plugin) => {
      expect(await plugin.getMyAccount()).toMatchObject({ user_id: 'demo_accepter' });
    });
  });

  it('returns 400 when the verifier does not match, or the code is used or expired', async () => {
    const { annofab, codeOf, redeem } = await withPlugin();
    const code = await codeOf();
    expect(await redeem(code, 'guessed')).toMatchObject(annofabError(400, 'INVALID_BODY'));
    expect(await redeem(code)).toMatchObject({ status: 200 });
    expect(await redeem(code)).toMatchObject(annofabError(400, 'INVALID_BODY'));
    const late = await codeOf();
    annofab.clock.advance(HOUR_MS);
    expect(await redeem(late)).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('a refresh token gives a plugin new tokens after the access token has expired', async () => {
    const { annofab, raw, codeOf, redeem, exchange } = await withPlugin();
    const first = tokensOf((await redeem(await codeOf())).json);
    annofab.clock.advance(2 * HOUR_MS);
    const authorization = `Bearer ${first.access_token}`;
    expect(await raw('GET', '/api/v1/my/account', { authorization })).toMatchObject(annofabError(401, 'EXPIRED_TOKEN'));
    const refresh = () => exchange({ _type: 'RefreshToken', refresh_token: first.refresh_token });
    const second = tokensOf((await refresh()).json);
    const renewed = { authorization: `Bearer ${second.access_token}` };
    expect(await raw('GET', '/api/v1/my/account', renewed)).toMatchObject({ status: 200 });
    expect(await refresh()).toMatchObject(annofabError(400, 'INVALID_BODY'));
  });

  it('only members can authorize a plugin, and only one that the project uses', async () => {
    const { authorize } = await withPlugin();
    expect((await authorize(`${page}&user_id=demo_mfa`)).status).toBe(403);
    expect((await authorize(page.replace('AnnotationEditor', 'AnnotationSpecs'))).status).toBe(400);
    expect((await authorize(page.replace('AnnotationEditor', 'Other'))).status).toBe(400);
    expect((await authorize(page.replace(challenge, ''))).status).toBe(400);
    expect((await authorize(page.replace(PROJECT, 'nothing'))).status).toBe(404);
  });
});
