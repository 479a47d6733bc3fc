import { missing } from '../core/errors.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { signablePath } from './signed-access.ts';

/** As long as Annofab's. */
const COOKIE_SECONDS = 84_600;

export const signedAccess = {
  getSignedAccessV2: ({ query, caller, ...services }) => {
    if (query.url === undefined) throw missing('path', '');
    const path = signablePath(services, query.url, caller);
    const cookies = services.cookies.sign(path, caller.account.account_id, COOKIE_SECONDS);
    return reply(200, undefined, { 'set-cookie': cookies });
  },
} satisfies HandlerTable;
