import { describe, expect, it } from 'vitest';
import { demo, startEmulator, WORKER } from '../emulator.ts';

const org = { organization_name: 'demo-org' };
const refused = (status: number, errorCode: string) => ({ status, errorCode });

describe('organizations', () => {
  it('createNewOrganization makes the caller its owner', async () => {
    const { annofab, stranger } = await startEmulator({ checkContract: true });
    const body = { organization_name: 'new-org', organization_email: 'new@example.com' };
    const made = await stranger.createNewOrganization({ body });
    expect(made).toMatchObject({ organization_name: 'new-org', email: 'new@example.com', price_plan: 'free' });
    expect(await stranger.getOrganization({ organization_name: 'new-org' })).toEqual(made);
    expect((await stranger.getMyOrganizations()).list).toMatchObject([
      { name: 'new-org', my_role: 'owner', my_status: 'active' },
    ]);
    await expect(stranger.createNewOrganization({ body })).rejects.toMatchObject(refused(400, 'INVALID_BODY'));
    expect(annofab.violations).toEqual([]);
  });

  it.each(['', 'with space', '..'])('returns 400 for the organization name %j', async (organization_name) => {
    const { owner } = await startEmulator();
    const body = { organization_name, organization_email: 'a@example.com' };
    await expect(owner.createNewOrganization({ body })).rejects.toMatchObject({ status: 400 });
  });

  it('putOrganization renames with the lock, and the new name finds the organization', async () => {
    const { annofab, owner, worker } = await startEmulator({ checkContract: true });
    const { updated_datetime } = await owner.getOrganization(org);
    const rename = (organization_name: string, last_updated_datetime = updated_datetime) =>
      owner.putOrganization({ ...org, body: { organization_name, last_updated_datetime } });
    await expect(rename('other', '2020-01-01T00:00:00.000+09:00')).rejects.toMatchObject(
      refused(409, 'ALREADY_UPDATED'),
    );
    await expect(rename('demo-org')).rejects.toMatchObject(refused(400, 'INVALID_BODY'));
    expect(await rename('other')).toMatchObject({ organization_id: 'demo-org', organization_name: 'other' });
    expect((await worker.getMyOrganizations()).list).toMatchObject([{ name: 'other' }]);
    await expect(owner.getOrganization(org)).rejects.toMatchObject({ status: 404 });
    expect(annofab.violations).toEqual([]);
  });

  it('returns 403 when a contributor renames the organization', async () => {
    const { owner, worker } = await startEmulator();
    const { updated_datetime: last_updated_datetime } = await owner.getOrganization(org);
    const body = { organization_name: 'mine', last_updated_datetime };
    await expect(worker.putOrganization({ ...org, body })).rejects.toMatchObject({ status: 403 });
  });

  it('returns 409 when the organization to delete has projects', async () => {
    const { owner } = await startEmulator();
    await expect(owner.deleteOrganization(org)).rejects.toMatchObject(refused(409, 'STATE_MISMATCH'));
    await owner.createNewOrganization({ body: { organization_name: 'empty', organization_email: 'a@example.com' } });
    await owner.deleteOrganization({ organization_name: 'empty' });
    await expect(owner.getOrganization({ organization_name: 'empty' })).rejects.toMatchObject({ status: 404 });
  });

  it('an organization reports its storage, and has no jobs', async () => {
    const { annofab, owner } = await startEmulator({ checkContract: true });
    const before = (await owner.getOrganizationActivity(org)).storage_usage_bytes;
    annofab.state.files.set('input-data/demo-project/new', {
      bytes: new Uint8Array(1000),
      contentType: 'image/png',
      etag: '"1"',
      lastModified: new Date(),
    });
    expect((await owner.getOrganizationActivity(org)).storage_usage_bytes).toBe(before + 1000);
    expect(await owner.getOrganizationJob({ ...org, query: { limit: 0 } })).toEqual({ list: [], has_next: false });
    await expect(owner.getOrganizationJob({ ...org, query: { limit: 201 } })).rejects.toMatchObject({ status: 400 });
    expect(annofab.violations).toEqual([]);
  });
});

describe('organization members', () => {
  const newcomer = { ...org, user_id: 'demo_mfa' };

  it('a user accepts an invitation with the token from the mail', async () => {
    const { annofab, owner, stranger } = await startEmulator({ checkContract: true });
    const invited = await owner.inviteOrganizationMember({ ...newcomer, body: { role: 'administrator' } });
    expect(invited).toMatchObject({ role: 'administrator', status: 'waiting_response' });
    await expect(stranger.getOrganization(org)).rejects.toMatchObject({ status: 403 });
    const mail = annofab.state.mails.at(-1);
    expect(mail).toMatchObject({ kind: 'organization-invitation', to: 'demo_mfa@example.com' });
    const accept = (token: string) => stranger.acceptOrganizationInvitation({ ...newcomer, body: { token } });
    await expect(accept('made-up')).rejects.toMatchObject(refused(400, 'INVALID_BODY'));
    await accept(mail?.code ?? '');
    expect(await stranger.getOrganizationMember(newcomer)).toMatchObject({ role: 'administrator', status: 'active' });
    await expect(accept(mail?.code ?? '')).rejects.toMatchObject(refused(400, 'INVALID_BODY'));
    expect(annofab.violations).toEqual([]);
  });

  it('returns 400 when another user accepts the invitation', async () => {
    const { annofab, owner, worker } = await startEmulator();
    await owner.inviteOrganizationMember({ ...newcomer, body: { role: 'owner' } });
    const token = annofab.state.mails.at(-1)?.code ?? '';
    await expect(worker.acceptOrganizationInvitation({ ...newcomer, body: { token } })).rejects.toMatchObject({
      status: 400,
    });
  });

  it('returns 400 for an invitation of an unknown user or a member, and 403 for one by a contributor', async () => {
    const { owner, worker } = await startEmulator();
    const invite = (client: typeof owner, user_id: string) =>
      client.inviteOrganizationMember({ ...org, user_id, body: { role: 'contributor' } });
    await expect(invite(owner, 'nobody')).rejects.toMatchObject({ status: 400 });
    await expect(invite(owner, 'demo_worker')).rejects.toMatchObject({ status: 400 });
    await expect(invite(worker, 'demo_mfa')).rejects.toMatchObject({ status: 403 });
  });

  it('only owners change the role of a member, with its lock', async () => {
    const { annofab, owner, worker } = await startEmulator({ checkContract: true });
    const user = { ...org, user_id: 'demo_worker' };
    const { updated_datetime: last_updated_datetime } = await owner.getOrganizationMember(user);
    const body = { role: 'administrator', last_updated_datetime } as const;
    await expect(worker.updateOrganizationMemberRole({ ...user, body })).rejects.toMatchObject({ status: 403 });
    expect(await owner.updateOrganizationMemberRole({ ...user, body })).toMatchObject({ role: 'administrator' });
    await expect(owner.updateOrganizationMemberRole({ ...user, body })).rejects.toMatchObject({ status: 409 });
    await expect(worker.updateOrganizationMemberRole({ ...user, body })).rejects.toMatchObject({ status: 403 });
    expect(annofab.violations).toEqual([]);
  });

  it('a removed member stays inactive on record, and gets 403 from the organization', async () => {
    const { annofab, owner, worker } = await startEmulator({ checkContract: true });
    const user = { ...org, user_id: 'demo_worker' };
    expect(await owner.deleteOrganizationMember(user)).toMatchObject({ account_id: WORKER, status: 'inactive' });
    const { list } = await owner.getOrganizationMembers(org);
    expect(list.map(({ user_id }) => user_id)).not.toContain('demo_worker');
    expect((await worker.getMyOrganizations()).list).toEqual([]);
    await expect(worker.getOrganization(org)).rejects.toMatchObject({ status: 403 });
    await expect(owner.deleteOrganizationMember(user)).rejects.toMatchObject({ status: 400 });
    expect(annofab.violations).toEqual([]);
  });

  it('the last owner of an organization can neither be removed nor change role', async () => {
    const { owner } = await startEmulator();
    const me = { ...org, user_id: 'demo_owner' };
    const { updated_datetime: last_updated_datetime } = await owner.getOrganizationMember(me);
    await expect(owner.deleteOrganizationMember(me)).rejects.toMatchObject({ status: 400 });
    const body = { role: 'contributor', last_updated_datetime } as const;
    await expect(owner.updateOrganizationMemberRole({ ...me, body })).rejects.toMatchObject({ status: 409 });
  });
});

describe('organization plugins', () => {
  const plugin = { ...org, plugin_id: 'my-editor' };
  const detail = { _type: 'AnnotationEditor', url: 'https://example.com', compatible_input_data_types: ['image'] };

  it('a plugin is created, changed with its lock, and deleted', async () => {
    const { annofab, owner, raw } = await startEmulator({ checkContract: true });
    const path = '/api/v1/organizations/demo-org/plugins/my-editor';
    const made = await raw('PUT', path, { body: { detail }, headers: { 'content-type': 'application/json' } });
    expect(made).toMatchObject({ status: 200, json: { is_builtin: false, detail } });
    expect(await raw('PUT', path, { body: { detail } })).toMatchObject({ status: 409 });
    const { updated_datetime } = await owner.getOrganizationPlugin(plugin);
    const body = { plugin_name: 'Mine', detail, last_updated_datetime: updated_datetime };
    await raw('PUT', path, { body, headers: { 'content-type': 'application/json' } });
    expect((await owner.getOrganizationPlugins(org)).list).toContainEqual(
      expect.objectContaining({ plugin_id: 'my-editor', plugin_name: 'Mine' }),
    );
    await owner.deleteOrganizationPlugin(plugin);
    await expect(owner.getOrganizationPlugin(plugin)).rejects.toMatchObject({ status: 404 });
    await expect(owner.deleteOrganizationPlugin(plugin)).rejects.toMatchObject({ status: 400 });
    expect(annofab.violations).toEqual([]);
  });

  it('built-in plugins are listed, and cannot be changed', async () => {
    const { owner } = await startEmulator();
    const { list } = await owner.getOrganizationPlugins(org);
    expect(list.map(({ is_builtin }) => is_builtin)).toEqual([true, true]);
    for (const { plugin_id } of list) {
      await expect(owner.deleteOrganizationPlugin({ ...org, plugin_id })).rejects.toMatchObject({ status: 400 });
    }
  });
});

describe('identity providers', () => {
  const idp = { ...org, id: 'company' };
  const body = {
    client_id: 'annofab',
    client_secret: 'secret',
    attributes_request_method: 'GET',
    endpoints: { _type: 'IssuerOnly', issuer: 'https://login.example.com' },
    attribute_mapping: { email: 'email', name: 'name' },
  } as const;

  it('returns 409 for a second identity provider', async () => {
    const { annofab, owner } = await startEmulator({ checkContract: true });
    expect(await owner.getOrganizationIdpList(org)).toEqual([]);
    const made = await owner.putOrganizationIdp({ ...idp, body });
    expect(made).toMatchObject({ ...body, id: 'company', organization_name: 'demo-org' });
    const changed = await owner.putOrganizationIdp({ ...idp, body: { ...body, client_id: 'other' } });
    expect(changed.created_datetime).toBe(made.created_datetime);
    await expect(owner.putOrganizationIdp({ ...org, id: 'second', body })).rejects.toMatchObject(
      refused(409, 'STATE_MISMATCH'),
    );
    expect(await owner.getOrganizationIdpList(org)).toEqual([changed]);
    expect(await owner.deleteOrganizationIdp(idp)).toEqual(changed);
    await expect(owner.deleteOrganizationIdp(idp)).rejects.toMatchObject({ status: 404 });
    expect(annofab.violations).toEqual([]);
  });
});

describe('usage of an organization', () => {
  const start = new Date('2026-03-10T03:00:00+09:00');

  /** The worker works on task 5 for two more hours. */
  async function afterTwoHours() {
    const emulator = await startEmulator({ checkContract: true, now: () => start });
    const { annofab, worker } = emulator;
    const task = { ...demo, task_id: 'task-5' };
    const begun = await worker.getTask(task);
    const paused = await worker.operateTask({
      ...task,
      body: { status: 'break', account_id: WORKER, last_updated_datetime: begun.updated_datetime },
    });
    await worker.operateTask({
      ...task,
      body: { status: 'working', account_id: WORKER, last_updated_datetime: paused.updated_datetime },
    });
    annofab.clock.advance(2 * 3_600_000);
    const working = await worker.getTask(task);
    await worker.operateTask({
      ...task,
      body: { status: 'break', account_id: WORKER, last_updated_datetime: working.updated_datetime },
    });
    return emulator;
  }

  it('usage counts work by day and month, and has a CSV file with details', async () => {
    const { annofab, owner } = await afterTwoHours();
    const days = await owner.getOrganizationUsageStatus({ ...org, year_month: '2026-03' });
    expect(days.map(({ date }) => date)).toHaveLength(10);
    expect(days.at(-1)).toMatchObject({
      date: '2026-03-10',
      aggregation_period_from: '2026-03-10T00:00:00.000+09:00',
      aggregation_period_to: '2026-03-11T00:00:00.000+09:00',
    });
    const hours = days.flatMap(({ editor_usage }) => editor_usage).reduce((sum, { value }) => sum + value, 0);
    expect(hours).toBeGreaterThanOrEqual(2);
    const months = await owner.getOrganizationUsageStatusList({ ...org, query: { from: '2026-01', to: '2026-12' } });
    expect(months.map(({ year_month }) => year_month)).toEqual(['2026-03']);
    const { url } = await owner.getOrganizationUsageStatusDetail({ ...org, year_month: '2026-03' });
    const lines = (await (await fetch(url)).text()).trim().split('\n');
    expect(lines[0]).toBe('date,editorName,projectId,accountId,editorUsageTime');
    expect(lines.slice(1).some((line) => line.includes(`image_editor,demo-project,${WORKER},`))).toBe(true);
    expect(annofab.violations).toEqual([]);
  });

  it('usage returns 403 to contributors, and 400 for an invalid month', async () => {
    const { owner, worker, raw } = await startEmulator();
    const month = { ...org, year_month: '2026-03' };
    await expect(worker.getOrganizationUsageStatus(month)).rejects.toMatchObject({ status: 403 });
    await expect(owner.getOrganizationUsageStatus({ ...org, year_month: '2026-13' })).rejects.toMatchObject({
      status: 400,
    });
    expect(await raw('GET', '/api/v1/organizations/demo-org/usage-status?from=march')).toMatchObject({ status: 400 });
  });
});
