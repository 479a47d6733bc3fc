import { describe, expect, it } from 'vitest';
import { demo, startEmulator } from '../emulator.ts';

describe('my account', () => {
  const body = { user_id: 'demo_worker', username: '佐藤 次郎', lang: 'en-US', keylayout: 'en-US' } as const;

  it('putMyAccount changes the account and its memberships in projects and organizations', async () => {
    const { annofab, owner, worker } = await startEmulator({ checkContract: true });
    const changed = await worker.putMyAccount({ body: { ...body, biography: 'Annotator' } });
    expect(changed).toMatchObject({ ...body, biography: 'Annotator' });
    expect(await worker.getMyAccount()).toEqual(changed);
    const shown = { username: '佐藤 次郎', biography: 'Annotator' };
    expect(await owner.getProjectMember({ ...demo, user_id: 'demo_worker' })).toMatchObject(shown);
    const member = { organization_name: 'demo-org', user_id: 'demo_worker' };
    expect(await owner.getOrganizationMember(member)).toMatchObject(shown);
    expect(annofab.violations).toEqual([]);
  });

  it('putMyAccount accepts an unused user id, which then works for login', async () => {
    const { owner, worker } = await startEmulator();
    await expect(worker.putMyAccount({ body: { ...body, user_id: 'demo_owner' } })).rejects.toMatchObject({
      status: 400,
      errorCode: 'INVALID_BODY',
    });
    await worker.putMyAccount({ body: { ...body, user_id: 'sato' } });
    const login = { user_id: 'sato', password: 'demo-worker-password' };
    expect(await owner.login({ body: login })).toMatchObject({ token: { id_token: expect.any(String) } });
  });

  it('putMyAccount returns 409 when the account has changed since it was read', async () => {
    const { worker } = await startEmulator();
    const { updated_datetime: last_updated_datetime } = await worker.getMyAccount();
    await worker.putMyAccount({ body: { ...body, last_updated_datetime } });
    await expect(worker.putMyAccount({ body: { ...body, last_updated_datetime } })).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('notifications of my account', () => {
  const message_id = 'welcome';

  it('counts and reads notifications, and marks them as read and unread', async () => {
    const { annofab, owner } = await startEmulator({ checkContract: true });
    expect(await owner.getMyNotificationUnreadMessagesCount()).toEqual({ unread: 1 });
    expect(await owner.getMyNotificationMessage({ message_id })).toMatchObject({ title: 'Welcome', opened: false });
    await owner.putMyNotificationMessageOpened({ message_id, body: { opened: true } });
    expect(await owner.getMyNotificationMessages()).toMatchObject({
      messages: [{ message_id, opened: true }],
      opened: 1,
      total: 1,
      page: 1,
      page_total: 1,
      over_limit: false,
    });
    expect(await owner.getMyNotificationUnreadMessagesCount()).toEqual({ unread: 0 });
    await owner.putMyNotificationMessageOpened({ message_id, body: { opened: false } });
    expect(await owner.getMyNotificationUnreadMessagesCount()).toEqual({ unread: 1 });
    expect(annofab.violations).toEqual([]);
  });

  it('lists only my own notifications, newest first, 20 per page by default', async () => {
    const { annofab, owner, worker } = await startEmulator();
    const [{ account_id }, [sample]] = [
      await owner.getMyAccount(),
      (await owner.getMyNotificationMessages()).messages,
    ] as const;
    if (!sample) throw new Error('there is no notification');
    const many = Array.from({ length: 45 }, (_, index) => ({ ...sample, message_id: `message-${index + 1}` }));
    annofab.state.notifications.set(account_id, many);
    const first = await owner.getMyNotificationMessages();
    expect(first.messages.map(({ message_id: id }) => id)).toEqual(
      many
        .slice(-20)
        .reverse()
        .map(({ message_id: id }) => id),
    );
    expect(first).toMatchObject({ total: 45, page_total: 3 });
    expect((await owner.getMyNotificationMessages({ query: { page: 3, limit: 20 } })).messages).toHaveLength(5);
    expect((await worker.getMyNotificationMessages()).total).toBe(1);
    await expect(worker.getMyNotificationMessage({ message_id: 'message-1' })).rejects.toMatchObject({ status: 404 });
    await expect(owner.getMyNotificationMessages({ query: { limit: 201 } })).rejects.toMatchObject({ status: 400 });
  });

  it('returns 400 when the notification to mark does not exist', async () => {
    const { owner } = await startEmulator();
    const marking = owner.putMyNotificationMessageOpened({ message_id: 'nothing', body: { opened: true } });
    await expect(marking).rejects.toMatchObject({ status: 400 });
  });
});
