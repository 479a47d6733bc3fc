import type {
  MyNotificationMessage,
  MyOrganization,
  Project,
  ProjectMember,
} from '../../../lib/annofab/api-description.ts';
import { forbidden, invalidBody, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { paginate, wholeList } from '../core/query.ts';
import type { AccountRecord, State } from '../core/state.ts';
import { filterProjects } from '../projects/project-search.ts';
import type { HandlerTable } from '../server/handler.ts';
import { accountByUserId, updateMemberships } from './accounts.ts';

/** The default of Annofab's other lists is 30. */
const DEFAULT_MESSAGES = '20';

export const myAccount = {
  getMyAccount: ({ caller }) => caller.account,

  getMyOrganizations: ({ state, caller }) => wholeList(myOrganizations(state, caller)),

  getMyProjects: ({ state, caller, query }) => {
    const mine = myProjects(state, caller).filter(
      ({ organization_id: id }) => query.organization_id === undefined || id === query.organization_id,
    );
    return paginate(filterProjects(mine, query), query, 0);
  },

  getMyProjectMembers: ({ state, caller }) => myMemberships(state, caller),

  getMyMemberInProject: ({ member }) => member,

  getAccountV2: ({ params, caller }) => assertSelf(caller, params.account_id).account,
  getUserOrganizationsV2: ({ state, params, caller }) =>
    wholeList(myOrganizations(state, assertSelf(caller, params.account_id))),
  getUserProjectMembersV2: ({ state, params, caller }) => myMemberships(state, assertSelf(caller, params.account_id)),

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

/** @throws Failure 403 unless the account is the caller's own */
function assertSelf(caller: AccountRecord, accountId: string): AccountRecord {
  if (caller.account.account_id !== accountId) throw forbidden('Only the account itself may read this');
  return caller;
}

function myMemberships(state: State, { account }: AccountRecord): ProjectMember[] {
  return [...state.projects.values()].flatMap(({ members }) => members.get(account.account_id) ?? []);
}

function myOrganizations(state: State, { account }: AccountRecord): MyOrganization[] {
  return [...state.organizations.values()].flatMap(({ organization, members }): MyOrganization[] => {
    const me = members.get(account.account_id);
    if (!me || me.status === 'inactive') return [];
    const { organization_name: name, ...rest } = organization;
    return [{ ...rest, name, my_role: me.role, my_status: me.status }];
  });
}

function myProjects(state: State, { account }: AccountRecord): Project[] {
  return [...state.projects.values()]
    .filter(({ members }) => members.get(account.account_id)?.member_status === 'active')
    .map(({ project }) => project);
}

function messagesOf(state: State, { account }: AccountRecord): MyNotificationMessage[] {
  return state.notifications.get(account.account_id) ?? [];
}

function findMessage(state: State, caller: AccountRecord, id: string): MyNotificationMessage | undefined {
  return messagesOf(state, caller).find(({ message_id: messageId }) => messageId === id);
}
