import type { ProjectExtraData, ProjectExtraDataKind } from '../../../lib/annofab/api-description.ts';
import { PLUGINS_3D } from '../../../lib/annofab/api-description.ts';
import { invalidBody, invalidQuery, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { readBoolean } from '../core/query.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { EDITOR_3D_KIND } from './extra-data-kinds.ts';

export const extraData = {
  getProjectExtraDataKinds: ({ project }) => kindsOf(project),

  getProjectExtraData: ({ project, params, query, caller }) =>
    answer(project, place(project, params.kind_id, query.user_scope, caller.account.account_id)),

  putProjectExtraData: ({ project, params, query, body, caller, clock }) => {
    const where = place(project, params.kind_id, query.user_scope, caller.account.account_id);
    checkLock('extra data', project.extraData.get(where.key)?.updated_datetime, body.last_updated_datetime);
    if (body.value === null) throw invalidBody('value must not be null');
    project.extraData.set(where.key, { _type: 'Saved', value: body.value, updated_datetime: clock.stamp() });
    return answer(project, where);
  },
} satisfies HandlerTable;

/** Some kinds belong to the plugin that the project uses. */
function kindsOf({ project, extraDataKinds }: ProjectRecord): ProjectExtraDataKind[] {
  return project.configuration.plugin_id === PLUGINS_3D.editor ? [...extraDataKinds, EDITOR_3D_KIND] : extraDataKinds;
}

interface Place {
  readonly kind: ProjectExtraDataKind;
  readonly key: string;
  /** The owner of a user's value; undefined for the project's value. */
  readonly accountId?: string;
}

/** @throws Failure 404 for an unknown kind, 400 for a scope that the kind does not allow */
function place(project: ProjectRecord, kindId: string, userScope: string | undefined, accountId: string): Place {
  const kind = kindsOf(project).find(({ id }) => id === kindId);
  if (!kind) throw missing('kind of extra data', kindId);
  const scope = readBoolean('user_scope', userScope) ? 'user' : 'project';
  if (kind.scope !== 'both' && kind.scope !== scope) {
    throw invalidQuery(`Extra data of the kind ${kindId} has the scope ${kind.scope}: user_scope must match it`);
  }
  return scope === 'user' ? { kind, key: `${kindId}/${accountId}`, accountId } : { kind, key: kindId };
}

function answer({ project, extraData: saved }: ProjectRecord, { kind, key, accountId }: Place): ProjectExtraData {
  const { default_value: value } = kind;
  return {
    project_id: project.project_id,
    kind_id: kind.id,
    ...(accountId !== undefined && { account_id: accountId }),
    value: saved.get(key) ?? (value == null ? { _type: 'Empty' } : { _type: 'Default', value }),
  };
}
