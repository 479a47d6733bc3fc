import type { MyNotificationMessage } from '../../../lib/annofab/api-description.ts';
import { invalidBody, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { paginate } from '../core/query.ts';
import type { AccountRecord, State } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { accountByUserId, updateMemberships } from './accounts.ts';

/** Annofab's other lists give 30. */
const DEFAULT_MESSAGES = '20';

export const myAccount = {
  putMyAccount: ({ state, caller, body, clock }) => {
    const { last_updated_datetime: lock, ...fields } = body;
    if (lock !== undefined) checkLock('account', caller.account.updated_datetime, lock);
    const owner = accountByUserId(state, body.user_id);
    if (owner && owner !== caller) throw invalidBody(`The user id ${body.user_id} is taken`);
    Object.assign(caller.account, fields, { updated_datetime: clock.stamp() });
    updateMemberships(state, caller);
    return caller.account;
  },

  /** Newest first. */
  getMyNotificationMessages: ({ state, caller, query }) => {
    const messages = messagesOf(state, caller).toReversed();
    const { list, page_no, total_page_no, total_count, over_limit } = paginate(messages, {
      page: query.page,
      limit: query.limit ?? DEFAULT_MESSAGES,
    });
    return {
      messages: list,
      opened: messages.filter(({ opened }) => opened).length,
      total: total_count,
      page: page_no,
      page_total: total_page_no,
      over_limit,
    };
  },

  getMyNotificationMessage: ({ state, caller, params }) => {
    const message = findMessage(state, caller, params.message_id);
    if (!message) throw missing('notification message', params.message_id);
    return message;
  },

  putMyNotificationMessageOpened: ({ state, caller, params, body }) => {
    const message = findMessage(state, caller, params.message_id);
    if (!message) throw invalidBody(`There is no notification message ${params.message_id}`);
    if (body.opened !== undefined) message.opened = body.opened;
    return undefined;
  },

  getMyNotificationUnreadMessagesCount: ({ state, caller }) => ({
    unread: messagesOf(state, caller).filter(({ opened }) => !opened).length,
  }),
} satisfies HandlerTable;

function messagesOf(state: State, { account }: AccountRecord): MyNotificationMessage[] {
  return state.notifications.get(account.account_id) ?? [];
}

function findMessage(state: State, caller: AccountRecord, id: string): MyNotificationMessage | undefined {
  return messagesOf(state, caller).find(({ message_id: messageId }) => messageId === id);
}
