import { describe, expect, it } from 'vitest';
import { annofabError, demo, OWNER, PROJECT, startEmulator } from '../emulator.ts';

const MEMBERS = `/api/v2/projects/${PROJECT}/members`;
const EIGHTY_FIVE_THOUSAND_SECONDS_MS = 85_000_000;

type Raw = Awaited<ReturnType<typeof startEmulator>>['raw'];

/** The `Cookie` header that a browser would send. */
async function cookiesFor(raw: Raw, url: string): Promise<string> {
  const { headers } = await raw('GET', `/api/v2/sign-url?url=${encodeURIComponent(url)}`);
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

describe('signed cookies', () => {
  it('sign-url sets three cookies for the project of the address, without Secure because there is no TLS', async () => {
    const { raw } = await startEmulator();
    const answer = await raw('GET', `/api/v2/sign-url?url=${MEMBERS}?cache=1`);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.replace(/=.*/, ''))).toEqual([
      'CloudFront-Key-Pair-Id',
      'CloudFront-Policy',
      'CloudFront-Signature',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(
        new RegExp(`; Path=/api/v2/projects/${PROJECT}; Max-Age=84600; HttpOnly; SameSite=Strict$`),
      );
    }
  });

  it('signed cookies give access to everything of their project, with or without a token', async () => {
    const { raw } = await startEmulator();
    const cookie = await cookiesFor(raw, MEMBERS);
    const paths = [MEMBERS, `${MEMBERS}/demo_worker`, `/api/v2/projects/${PROJECT}/cache`];
    for (const path of paths) {
      expect((await raw('GET', path, { headers: { cookie }, authorization: null })).status).toBe(200);
    }
  });

  it('CloudFront answers 403 without cookies, even when the request has a token', async () => {
    const { annofab } = await startEmulator();
    const response = await fetch(annofab.url + MEMBERS, { headers: { authorization: 'Bearer demo-pat' } });
    expect(response.status).toBe(403);
    expect(response.headers.get('server')).toBe('CloudFront');
    expect(await response.text()).toContain('<Code>MissingKey</Code>');
  });

  it.each([
    ['the cookies of another project', (cookie: string) => cookie, `/api/v2/projects/${PROJECT}2/members`],
    ['an incomplete set of cookies', (cookie: string) => cookie.replace(/CloudFront-Policy=[^;]*;/, ''), MEMBERS],
    ['a forged signature', (cookie: string) => cookie.replace(/Signature=.*/, 'Signature=nothing'), MEMBERS],
  ])('returns 403 for %s', async (_what, change, path) => {
    const { annofab, raw } = await startEmulator();
    const cookie = change(await cookiesFor(raw, MEMBERS));
    const response = await fetch(annofab.url + path, { headers: { cookie } });
    expect([response.status, response.headers.get('server')]).toEqual([403, 'CloudFront']);
  });

  it('signed cookies expire', async () => {
    const { annofab, raw } = await startEmulator({ checkContract: true });
    const cookie = await cookiesFor(raw, MEMBERS);
    annofab.clock.advance(EIGHTY_FIVE_THOUSAND_SECONDS_MS);
    const response = await fetch(annofab.url + MEMBERS, { headers: { cookie } });
    expect([response.status, response.headers.get('server')]).toEqual([403, 'CloudFront']);
    // The page is CloudFront's, so the contract of Annofab's answers does not apply.
    expect(annofab.violations).toEqual([]);
  });

  it.each([
    ['an unknown project', '/api/v2/projects/nothing/members'],
    ['an address of version one', `/api/v1/projects/${PROJECT}`],
    ['another account', '/api/v2/users/00000000-0000-4000-8000-000000000002'],
    ['an empty address', ''],
  ])('sign-url returns 404 for %s', async (_what, url) => {
    const { raw } = await startEmulator();
    expect(await raw('GET', `/api/v2/sign-url?url=${url}`)).toMatchObject(annofabError(404, 'MISSING_RESOURCE'));
  });

  it('sign-url returns 404 to strangers, and 401 without a token', async () => {
    const { raw } = await startEmulator();
    const sign = `/api/v2/sign-url?url=${MEMBERS}`;
    expect(await raw('GET', sign, { authorization: 'Bearer demo-mfa-pat' })).toMatchObject({ status: 404 });
    expect(await raw('GET', sign, { authorization: null })).toMatchObject({ status: 401 });
  });

  it('the cookies of a member who has left the project give no access any more', async () => {
    const { annofab, raw } = await startEmulator();
    const cookie = await cookiesFor(raw, MEMBERS);
    annofab.state.projects.get(PROJECT)?.members.delete(OWNER);
    expect(await raw('GET', MEMBERS, { headers: { cookie } })).toMatchObject(annofabError(403, 'FORBIDDEN_RESOURCE'));
  });
});

describe('version two of the API', () => {
  const org = { organization_name: 'demo-org' };
  const byId = { organization_id: 'demo-org' };

  it('version two has the same answers as version one', async () => {
    const { annofab, owner } = await startEmulator({ checkContract: true });
    const user = { user_id: 'demo_worker' };
    expect(await owner.getProjectMembersV2(demo)).toEqual(await owner.getProjectMembers(demo));
    expect(await owner.getProjectMemberV2({ ...demo, ...user })).toEqual(
      await owner.getProjectMember({ ...demo, ...user }),
    );
    const organization = await owner.getOrganization(org);
    expect(await owner.getOrganizationV2(byId)).toEqual(organization);
    expect(await owner.getOrganizationByNameV2(org)).toEqual(organization);
    expect(await owner.getOrganizationMembersV2(byId)).toEqual(await owner.getOrganizationMembers(org));
    expect(await owner.getOrganizationMemberV2({ ...byId, ...user })).toMatchObject(user);
    const me = { account_id: OWNER };
    expect(await owner.getAccountV2(me)).toEqual(await owner.getMyAccount());
    expect(await owner.getUserOrganizationsV2(me)).toEqual(await owner.getMyOrganizations());
    expect(await owner.getUserProjectMembersV2(me)).toEqual(await owner.getMyProjectMembers());
    expect(annofab.violations).toEqual([]);
  });

  it('the cache records show the times of the last changes', async () => {
    const { annofab, owner } = await startEmulator({ checkContract: true });
    const before = await owner.getProjectCacheV2(demo);
    const { updated_datetime } = await owner.getProjectMember({ ...demo, user_id: 'demo_worker' });
    await owner.putProjectMember({
      ...demo,
      user_id: 'demo_worker',
      body: { member_status: 'active', member_role: 'accepter', last_updated_datetime: updated_datetime },
    });
    const after = await owner.getProjectCacheV2(demo);
    expect(Number(after.members)).toBeGreaterThan(Number(before.members));
    expect({ ...after, members: undefined }).toEqual({ ...before, members: undefined });
    expect(await owner.getOrganizationCacheV2(byId)).toEqual(await owner.getOrganizationCacheByNameV2(org));
    expect(await owner.getUserCacheV2({ account_id: OWNER })).toMatchObject({
      account: expect.stringMatching(/^\d+$/),
    });
    expect(annofab.violations).toEqual([]);
  });

  it('version two lists past members on request', async () => {
    const { annofab, owner } = await startEmulator();
    const member = annofab.state.projects.get(PROJECT)?.members.get('00000000-0000-4000-8000-000000000002');
    if (member) member.member_status = 'inactive';
    expect((await owner.getProjectMembersV2(demo)).list).toHaveLength(3);
    const all = await owner.getProjectMembersV2({ ...demo, query: { include_inactive_member: true } });
    expect(all.list).toHaveLength(4);
  });
});
