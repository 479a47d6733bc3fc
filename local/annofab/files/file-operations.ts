import { randomUUID } from 'node:crypto';
import { Failure, missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import { type AccountRecord, FILE_URI } from '../core/state.ts';
import { enterOrganization, enterOrganizationById, enterProject } from '../server/authorization.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { UPLOADS } from './stored-file.ts';

/** The same lifetime as Annofab's. */
const COOKIE_SECONDS = 84_600;

export const files = {
  getSignedAccessV2: ({ query, caller, ...services }) => {
    if (query.url === undefined) throw missing('path', '');
    const path = signablePath(services, query.url, caller);
    const cookies = services.cookies.sign(path, caller.account.account_id, COOKIE_SECONDS);
    return reply(200, undefined, { 'set-cookie': cookies });
  },

  createTempPath: ({ project, files: server }) => {
    const path = `${UPLOADS}${project.project.project_id}/${randomUUID()}`;
    return { url: server.sign(path, { method: 'PUT' }), path: FILE_URI + path };
  },
} satisfies HandlerTable;

/** Every member has access, whatever the role. */
const ANY_MEMBER = { roles: ['SignedCookieKeyPairId'] };

type Enter = (services: Services, id: string, caller: AccountRecord) => unknown;

/** By the first segment after `/api/v2/`. */
const ACCESS_CHECKS = new Map<string, Enter>([
  ['projects', (services, id, caller) => enterProject(services, id, caller, ANY_MEMBER)],
  ['organizations', (services, id, caller) => enterOrganizationById(services, id, caller, ANY_MEMBER)],
  ['organizations-by-name', (services, name, caller) => enterOrganization(services, name, caller, ANY_MEMBER)],
  [
    'users',
    (_services, id, caller) => {
      if (id !== caller.account.account_id) throw missing('account', id);
    },
  ],
]);

/**
 * The path that the cookies are valid for: the project, organization or user that the address belongs to.
 *
 * @throws Failure 404 for every other address, and without access to it
 */
function signablePath(services: Services, address: string, caller: AccountRecord): string {
  const path = URL.canParse(address, 'https://annofab.com') ? new URL(address, 'https://annofab.com').pathname : '';
  const [, root, kind = '', id = ''] = /^(\/api\/v2\/([a-z-]+)\/([^/]+))(?:\/|$)/.exec(path) ?? [];
  const enter = ACCESS_CHECKS.get(kind);
  if (root === undefined || !enter) throw missing('path', address);
  try {
    enter(services, id, caller);
  } catch (error) {
    // Annofab has no 403 here.
    throw error instanceof Failure ? missing('path', address) : error;
  }
  return root;
}
