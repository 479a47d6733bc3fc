import { describe, expect, it } from 'vitest';
import type { MailKind } from '../../../../local/annofab/core/state.ts';
import { OWNER, startEmulator } from '../emulator.ts';

/** An emulator that answers what Annofab has removed. */
async function startLegacy() {
  const emulator = await startEmulator({ legacy: true, checkContract: true });
  const { annofab, stranger } = emulator;
  const mailed = (kind: MailKind) => {
    const mail = annofab.state.mails.findLast((one) => one.kind === kind);
    if (!mail) throw new Error(`there is no mail about ${kind}`);
    return mail;
  };
  const logsIn = async (user_id: string, password: string) =>
    await stranger.login({ body: { user_id, password } }).then(
      (answer) => 'token' in answer,
      () => false,
    );
  return { ...emulator, mailed, logsIn };
}

it('answers a removed operation only while the setting legacy is on', async () => {
  const { annofab, owner } = await startEmulator();
  const ask = () => owner.getInputDataSetList({ organization_name: 'demo-org' });
  await expect(ask()).rejects.toMatchObject({ status: 404 });
  annofab.settings.legacy = true;
  expect((await ask()).list).toHaveLength(1);
});

describe('signing up', () => {
  const details = {
    user_id: 'newcomer',
    password: 'secret',
    username: 'New',
    lang: 'en-US',
    keylayout: 'en-US',
  } as const;

  it('creates an account with the code from the mail', async () => {
    const { annofab, stranger, mailed, logsIn } = await startLegacy();
    await stranger.initiateSignup({ body: { email: 'new@example.com' } });
    const { account_id, code } = mailed('sign-up');
    const confirm = (confirmation_code: string) =>
      stranger.confirmSignup({ body: { ...details, account_id, confirmation_code } });
    await expect(confirm('wrong')).rejects.toMatchObject({ status: 400 });
    await confirm(code);
    expect(await logsIn('newcomer', 'secret')).toBe(true);
    await expect(confirm(code)).rejects.toMatchObject({ status: 400 });
    await expect(stranger.initiateSignup({ body: { email: 'new@example.com' } })).rejects.toMatchObject({
      status: 400,
    });
    expect(annofab.violations).toEqual([]);
  });

  it('sends a second mail for the same account when it is requested twice', async () => {
    const { stranger, mailed } = await startLegacy();
    await stranger.initiateSignup({ body: { email: 'new@example.com' } });
    const first = mailed('sign-up');
    await stranger.initiateSignup({ body: { email: 'new@example.com' } });
    const second = mailed('sign-up');
    expect(second.account_id).toBe(first.account_id);
    const { account_id, code: confirmation_code } = second;
    await stranger.confirmSignup({ body: { ...details, account_id, confirmation_code } });
  });
});

it('lists mails with their codes over HTTP', async () => {
  const { annofab, raw, stranger, mailed } = await startLegacy();
  await stranger.initiateSignup({ body: { email: 'new@example.com' } });
  const { json } = await raw('GET', '/__emulator/mails', { authorization: null });
  expect(json).toEqual([mailed('sign-up')]);
  expect(annofab.violations).toEqual([]);
});

describe('a password', () => {
  it('is changed with the old password', async () => {
    const { annofab, worker, logsIn } = await startLegacy();
    const change = (old_password: string, new_password = 'new') =>
      worker.changePassword({ body: { user_id: 'demo_worker', old_password, new_password } });
    await expect(change('wrong')).rejects.toMatchObject({ status: 401 });
    await expect(change('demo-worker-password', '')).rejects.toMatchObject({ status: 400 });
    await change('demo-worker-password');
    expect(await logsIn('demo_worker', 'new')).toBe(true);
    expect(await logsIn('demo_worker', 'demo-worker-password')).toBe(false);
    expect(annofab.violations).toEqual([]);
  });

  it('is reset by mail, together with the second factor if requested', async () => {
    const { annofab, stranger, mailed, logsIn } = await startLegacy();
    await stranger.initiatePasswordReset({ body: { email: 'demo_mfa@example.com' } });
    const reset = (confirmation_code: string, user_id = 'demo_mfa') =>
      stranger.confirmResetPassword({ body: { user_id, confirmation_code, new_password: 'new', is_reset_mfa: true } });
    await expect(reset('wrong')).rejects.toMatchObject({ status: 400 });
    await expect(reset(mailed('password-reset').code, 'demo_worker')).rejects.toMatchObject({ status: 400 });
    await reset(mailed('password-reset').code);
    expect(await logsIn('demo_mfa', 'new')).toBe(true);
    expect(annofab.violations).toEqual([]);
  });

  it('is not reset for an unknown address, and the answer does not tell', async () => {
    const { annofab, stranger } = await startLegacy();
    await stranger.initiatePasswordReset({ body: { email: 'nobody@example.com' } });
    expect(annofab.state.mails).toEqual([]);
  });
});

describe('an e-mail address', () => {
  it('changes with the token that was mailed to the new address', async () => {
    const { annofab, worker, stranger, mailed } = await startLegacy();
    await worker.initiateResetEmail({ body: { email: 'sato@example.com' } });
    expect(await worker.getMyAccount()).toMatchObject({ reset_requested_email: 'sato@example.com' });
    const { to, code: token } = mailed('email-reset');
    expect(to).toBe('sato@example.com');
    await expect(stranger.confirmResetEmail({ body: { token: 'wrong' } })).rejects.toMatchObject({ status: 400 });
    await stranger.confirmResetEmail({ body: { token } });
    expect(await worker.getMyAccount()).toMatchObject({ email: 'sato@example.com', reset_requested_email: null });
    await expect(stranger.confirmResetEmail({ body: { token } })).rejects.toMatchObject({ status: 400 });
    expect(annofab.violations).toEqual([]);
  });

  it('cannot be changed to the address of another account', async () => {
    const { worker } = await startLegacy();
    const body = { email: 'demo_owner@example.com' };
    await expect(worker.initiateResetEmail({ body })).rejects.toMatchObject({ status: 400 });
  });

  it('is verified by the code that was mailed', async () => {
    const { annofab, worker, mailed } = await startLegacy();
    const token = { id_token: 'a', access_token: 'b', refresh_token: 'c' };
    await worker.initiateVerifyEmail({ body: { token } });
    const confirm = (confirmation_code: string) => worker.confirmVerifyEmail({ body: { token, confirmation_code } });
    await expect(confirm('wrong')).rejects.toMatchObject({ status: 400 });
    await confirm(mailed('email-verification').code);
    expect(annofab.violations).toEqual([]);
  });
});

describe('an account', () => {
  it('is deleted with the mailed token, and can no longer log in', async () => {
    const { annofab, owner, worker, stranger, mailed, logsIn } = await startLegacy();
    await worker.initiateMyAccountDelete();
    await expect(stranger.confirmMyAccountDelete({ body: { token: 'wrong' } })).rejects.toMatchObject({ status: 400 });
    await stranger.confirmMyAccountDelete({ body: { token: mailed('account-deletion').code } });
    await expect(worker.getMyAccount()).rejects.toMatchObject({ status: 401 });
    expect(await logsIn('demo_worker', 'demo-worker-password')).toBe(false);
    const { list } = await owner.getOrganizationMembers({ organization_name: 'demo-org' });
    expect(list.map(({ user_id }) => user_id)).not.toContain('demo_worker');
    expect(annofab.violations).toEqual([]);
  });

  it('cannot be deleted while it is the only owner of something', async () => {
    const { annofab, owner, mailed } = await startLegacy();
    await owner.initiateMyAccountDelete();
    const confirm = () => owner.confirmMyAccountDelete({ body: { token: mailed('account-deletion').code } });
    await expect(confirm()).rejects.toMatchObject({ status: 409, errorCode: 'STATE_MISMATCH' });
    annofab.state.organizations.clear();
    annofab.state.projects.clear();
    await confirm();
    expect(annofab.state.accounts.has(OWNER)).toBe(false);
  });
});

describe('input data sets', () => {
  const org = { organization_name: 'demo-org' };
  const ofProject = { ...org, input_data_set_id: 'demo-project-inputs' };

  it('list the sets of projects and the ones created explicitly', async () => {
    const { annofab, owner } = await startLegacy();
    const set = { ...org, input_data_set_id: 'mine' };
    const body = { input_data_set_name: 'Mine', input_data_type: 'image' } as const;
    const made = await owner.putInputDataSet({ ...set, body });
    expect(await owner.getInputDataSet(set)).toEqual(made);
    await expect(owner.putInputDataSet({ ...set, body })).rejects.toMatchObject({ status: 409 });
    const last_updated_datetime = made.updated_datetime ?? null;
    await owner.putInputDataSet({ ...set, body: { ...body, last_updated_datetime, input_data_set_name: 'Ours' } });
    const { list } = await owner.getInputDataSetList(org);
    expect(list?.map(({ input_data_set_name: name }) => name)).toEqual(['街角の交通', 'Ours']);
    await expect(owner.getInputDataSet({ ...org, input_data_set_id: 'none' })).rejects.toMatchObject({ status: 404 });
    expect(annofab.violations).toEqual([]);
  });

  it('contain the input data of their project', async () => {
    const { annofab, owner } = await startLegacy();
    const query = { task_id: 'task-1', limit: 2 };
    const { list, total_count } = await owner.getOrganizationInputDataList({ ...ofProject, query });
    expect([list.length, total_count]).toEqual([2, 3]);
    const input = { ...ofProject, input_data_id: 'task-1-frame-1' };
    expect(await owner.getOrganizationInputData(input)).toMatchObject({ input_data_name: '街角/task-1/01.png' });
    await owner.deleteOrganizationInputData(input);
    await expect(owner.getOrganizationInputData(input)).rejects.toMatchObject({ status: 404 });
    await expect(
      owner.getInputData({ project_id: 'demo-project', input_data_id: 'task-1-frame-1' }),
    ).rejects.toMatchObject({ status: 404 });
    expect(annofab.violations).toEqual([]);
  });
});

it('renames an organization by its id', async () => {
  const { annofab, owner, worker } = await startLegacy();
  const { updated_datetime: last_updated_datetime } = await owner.getOrganization({ organization_name: 'demo-org' });
  const body = { organization_id: 'demo-org', organization_name: 'renamed', last_updated_datetime };
  await expect(worker.updateOrganization({ body })).rejects.toMatchObject({ status: 403 });
  expect(await owner.updateOrganization({ body })).toMatchObject({ organization_name: 'renamed' });
  expect(annofab.violations).toEqual([]);
});

it('answers the undocumented labor control operations', async () => {
  const { annofab, owner } = await startLegacy();
  await owner.getLaborControl();
  await owner.putLaborControl({ body: {} });
  await owner.deleteLaborControl({ data_id: 'any' });
  expect(annofab.violations).toEqual([]);
});
