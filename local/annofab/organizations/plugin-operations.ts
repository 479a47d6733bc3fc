import type { OrganizationPlugin } from '../../../lib/annofab/api-description.ts';
import { invalidBody, invalidPath, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { wholeList } from '../core/query.ts';
import type { OrganizationRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { builtinPlugins } from './builtin-plugins.ts';

export const plugins = {
  getOrganizationPlugins: ({ organization }) => wholeList(allPlugins(organization)),

  getOrganizationPlugin: ({ organization, params }) => {
    const plugin = allPlugins(organization).find(({ plugin_id: id }) => id === params.plugin_id);
    if (!plugin) throw missing('plugin', params.plugin_id);
    return plugin;
  },

  putOrganizationPlugin: ({ organization: record, params, body, clock }) => {
    if (isBuiltin(record, params.plugin_id)) throw invalidBody('A built-in plugin cannot be changed');
    const { last_updated_datetime: lock, project_extra_data_kinds = [], ...fields } = body;
    const present = record.plugins.get(params.plugin_id);
    checkLock('plugin', present?.updated_datetime, lock ?? undefined);
    const now = clock.stamp();
    const plugin: OrganizationPlugin = {
      ...fields,
      organization_id: record.organization.organization_id,
      plugin_id: params.plugin_id,
      is_builtin: false,
      project_extra_data_kinds: project_extra_data_kinds ?? [],
      created_datetime: present?.created_datetime ?? now,
      updated_datetime: now,
    };
    record.plugins.set(params.plugin_id, plugin);
    return plugin;
  },

  deleteOrganizationPlugin: ({ organization, params }) => {
    if (isBuiltin(organization, params.plugin_id)) throw invalidPath('A built-in plugin cannot be deleted');
    const plugin = organization.plugins.get(params.plugin_id);
    if (!plugin) throw invalidPath(`The plugin ${params.plugin_id} does not exist`);
    organization.plugins.delete(params.plugin_id);
    return plugin;
  },
} satisfies HandlerTable;

function allPlugins({ organization, plugins: own }: OrganizationRecord): OrganizationPlugin[] {
  return [...builtinPlugins(organization.organization_id), ...own.values()];
}

function isBuiltin({ organization }: OrganizationRecord, id: string): boolean {
  return builtinPlugins(organization.organization_id).some(({ plugin_id: builtin }) => builtin === id);
}
