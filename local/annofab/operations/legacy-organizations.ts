import { operations } from '../../../lib/annofab/generated/operations.ts';
import { enterOrganizationById } from '../authorization.ts';
import type { HandlerTable } from '../handler.ts';
import { renameOrganization } from './organizations.ts';

export const legacyOrganizations = {
  updateOrganization: ({ body, caller, ...services }) => {
    const record = enterOrganizationById(services, body.organization_id, caller, operations.updateOrganization);
    return renameOrganization(services.state, record, body, services.clock.stamp());
  },
} satisfies HandlerTable;
