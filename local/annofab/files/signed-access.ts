import { Failure, missing } from '../core/errors.ts';
import type { Services } from '../core/services.ts';
import type { AccountRecord } from '../core/state.ts';
import { enterOrganization, enterOrganizationById, enterProject } from '../server/authorization.ts';

/** Whoever belongs to it at all may read it. */
const ANY_MEMBER = { roles: ['SignedCookieKeyPairId'] };

type Enter = (services: Services, id: string, caller: AccountRecord) => unknown;

/** By what stands behind `/api/v2/`. */
const ENTRANCES = new Map<string, Enter>([
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
 * The path that one signing opens: that of the project, organization or user which the address lies in.
 *
 * @throws Failure 404 for any other address, and for what the caller may not see
 */
export function signablePath(services: Services, address: string, caller: AccountRecord): string {
  const path = URL.canParse(address, 'https://annofab.com') ? new URL(address, 'https://annofab.com').pathname : '';
  const [, root, kind = '', id = ''] = /^(\/api\/v2\/([a-z-]+)\/([^/]+))(?:\/|$)/.exec(path) ?? [];
  const enter = ENTRANCES.get(kind);
  if (root === undefined || !enter) throw missing('path', address);
  try {
    enter(services, id, caller);
  } catch (error) {
    // Annofab knows no 403 here.
    throw error instanceof Failure ? missing('path', address) : error;
  }
  return root;
}
