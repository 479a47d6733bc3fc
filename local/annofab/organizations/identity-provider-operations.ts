import type { OrganizationOidcIdp } from '../../../lib/annofab/api-description.ts';
import { missing, stateMismatch } from '../core/errors.ts';
import type { OrganizationRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

/** An organization has at most one identity provider. */
export const identityProviders = {
  getOrganizationIdpList: ({ organization }) =>
    [...organization.identityProviders.keys()].map((id) => findProvider(organization, id)),

  putOrganizationIdp: ({ organization: record, params, body, clock }) => {
    const present = record.identityProviders.get(params.id);
    if (!present && record.identityProviders.size > 0) {
      throw stateMismatch('The organization already has its one identity provider');
    }
    const now = clock.stamp();
    record.identityProviders.set(params.id, {
      ...body,
      id: params.id,
      sign_up_url: `https://annofab.com/sign-up/${record.organization.organization_id}/${params.id}`,
      created_datetime: present?.created_datetime ?? now,
      updated_datetime: now,
    });
    return findProvider(record, params.id);
  },

  deleteOrganizationIdp: ({ organization, params }) => {
    const deleted = findProvider(organization, params.id);
    organization.identityProviders.delete(params.id);
    return deleted;
  },
} satisfies HandlerTable;

function findProvider({ organization, identityProviders: all }: OrganizationRecord, id: string): OrganizationOidcIdp {
  const found = all.get(id);
  if (!found) throw missing('identity provider', id);
  return { ...found, organization_name: organization.organization_name };
}
