import { randomUUID } from 'node:crypto';
import { Failure, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import type { Services } from '../core/services.ts';
import { type AccountRecord, FILE_URI } from '../core/state.ts';
import { isZip, registerInputData, startRegistration } from '../input-data/register-input-data.ts';
import { enterOrganization, enterOrganizationById, enterProject } from '../server/authorization.ts';
import { type HandlerTable, reply } from '../server/handler.ts';
import { UPLOADS } from './stored-file.ts';
import { uploadedFileOrAddress } from './uploads.ts';

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

export const files = {
  createTempPath: ({ project, files: server }) => {
    const path = `${UPLOADS}${project.project.project_id}/${randomUUID()}`;
    return { url: server.sign(path, { method: 'PUT' }), path: FILE_URI + path };
  },

  putInputData: ({ project, params, body, ...services }) => {
    const file = uploadedFileOrAddress('input_data_path', body.input_data_path, services);
    if (isZip(body)) return reply(202, structuredClone(startRegistration(project, body, file, services)));
    checkLock('input data', project.inputData.get(params.input_data_id)?.updated_datetime, body.last_updated_datetime);
    return registerInputData(project, services.state.files, {
      id: params.input_data_id,
      name: body.input_data_name,
      file,
      at: services.clock.stamp(),
      ...(body.sign_required === undefined ? {} : { signRequired: body.sign_required }),
      ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
    });
  },
} satisfies HandlerTable;

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
