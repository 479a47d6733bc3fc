import { operations } from '../../../lib/annofab/api-description.ts';
import { enterOrganizationById } from '../server/authorization.ts';
import type { HandlerTable } from '../server/handler.ts';
import { renameOrganization } from './organization-operations.ts';

export const legacyOrganizations = {
  updateOrganization: ({ body, caller, ...services }) => {
    const record = enterOrganizationById(services, body.organization_id, caller, operations.updateOrganization);
    return renameOrganization(services.state, record, body, services.clock.stamp());
  },
} satisfies HandlerTable;
