import type { OrganizationOidcIdp } from '../../../lib/annofab/api-description.ts';
import { missing, stateMismatch } from '../core/errors.ts';
import type { OrganizationRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

/** An organization has one at most. */
export const identityProviders = {
  getOrganizationIdpList: ({ organization }) =>
    [...organization.identityProviders.keys()].map((id) => named(organization, id)),

  putOrganizationIdp: ({ organization: record, params, body, clock }) => {
    const present = record.identityProviders.get(params.id);
    if (!present && record.identityProviders.size > 0) {
      throw stateMismatch('The organization has an identity provider already, and can have no other');
    }
    const now = clock.stamp();
    record.identityProviders.set(params.id, {
      ...body,
      id: params.id,
      sign_up_url: `https://annofab.com/sign-up/${record.organization.organization_id}/${params.id}`,
      created_datetime: present?.created_datetime ?? now,
      updated_datetime: now,
    });
    return named(record, params.id);
  },

  deleteOrganizationIdp: ({ organization, params }) => {
    const deleted = named(organization, params.id);
    organization.identityProviders.delete(params.id);
    return deleted;
  },
} satisfies HandlerTable;

function named({ organization, identityProviders: all }: OrganizationRecord, id: string): OrganizationOidcIdp {
  const found = all.get(id);
  if (!found) throw missing('identity provider', id);
  return { ...found, organization_name: organization.organization_name };
}
