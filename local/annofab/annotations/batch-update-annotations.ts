import type { AdditionalDataListV2, ProjectMember, SingleAnnotation } from '../../../lib/annofab/api-description.ts';
import { invalidBody, missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { frameKey, type ProjectRecord, type StoredDetail } from '../core/state.ts';
import type { HandlerContext } from '../server/handler.ts';
import { findLabel } from '../specs/specs-lookup.ts';
import { findFrame } from '../tasks/task.ts';
import { saveFrame } from './annotation-history.ts';
import type { FoundAnnotation } from './annotation-search.ts';
import { readAdditionalV1 } from './annotation-v1.ts';
import { assertMayBatchUpdate } from './edit-permissions.ts';
import { toSingleAnnotation } from './editor-annotation.ts';
import { checkAttributes, labelOf } from './put-annotation.ts';

type Context = HandlerContext<'batchUpdateAnnotations'>;

type Item = Context['body'][number];

/** The annotation that an item changes, and the lock of its frame. */
interface Target {
  readonly project_id: string;
  readonly task_id: string;
  readonly input_data_id: string;
  readonly annotation_id: string;
  readonly updated_datetime: string;
}

/**
 * Applies the items of a batch in order. Not atomic: the items before the first failure stay applied. All items of one
 * frame carry the lock that the frame had before the batch.
 *
 * @returns the changed annotations, and the deleted ones as they were
 * @throws Failure 400 for an invalid item, 403 for an accepted task, 404 for an unknown annotation, 409 for an old lock
 */
export function updateAnnotations(context: Context): SingleAnnotation[] {
  const { project, params, query, body, clock } = context;
  const locks = new Map<string, string | undefined>();
  const at = clock.stamp();
  return body.map((item) => {
    const target = item._type === 'Delete' ? item : item.data;
    const { detail, replace } = findForUpdate(context, target, locks, at);
    const changed = item._type === 'Delete' ? undefined : changedDetail(project, detail, item, at);
    replace(changed);
    const { task_id: taskId, input_data_id: inputDataId } = target;
    const found: FoundAnnotation = { taskId, inputDataId, detail: changed ?? detail, updatedDatetime: at };
    return toSingleAnnotation(context, params.project_id, found, query.v);
  });
}

function findForUpdate(
  { project, params, member }: { project: ProjectRecord; params: { project_id: string }; member: ProjectMember },
  target: Target,
  locks: Map<string, string | undefined>,
  at: string,
) {
  if (target.project_id !== params.project_id) throw invalidBody('project_id differs from the one in the path');
  const task = findFrame(project, target);
  const key = frameKey(task.task_id, target.input_data_id);
  const { details = [], updated_datetime } = project.annotations.get(key) ?? {};
  const detail = details.find(({ annotation_id: id }) => id === target.annotation_id);
  if (!detail) throw missing('annotation', target.annotation_id);
  assertMayBatchUpdate(task, member);
  if (!locks.has(key)) locks.set(key, updated_datetime);
  checkLock('annotation', locks.get(key), target.updated_datetime);
  const replace = (changed: StoredDetail | undefined): void => {
    const kept = details.flatMap((other) => (other === detail ? (changed ?? []) : other));
    saveFrame(project, task, target.input_data_id, { details: kept, updated_datetime: at });
  };
  return { detail, replace };
}

function changedDetail(
  project: ProjectRecord,
  detail: StoredDetail,
  item: Exclude<Item, { _type: 'Delete' }>,
  at: string,
): StoredDetail {
  const list: AdditionalDataListV2 =
    item._type === 'PutV2'
      ? item.data.additional_data_list
      : item.data.additional_data_list.map((data) => readAdditionalV1(data, project.specs));
  checkAttributes({ project }, list);
  if (item.data.label_id !== detail.label_id) assertMayRelabel(project, detail, item.data.label_id);
  return { ...detail, label_id: item.data.label_id, additional_data_list: list, updated_datetime: at };
}

/** Annotations of these types depend on their label: a classification has its id, and `segmentation_v2` is unique per label. */
const FIXED_TYPES: ReadonlySet<string> = new Set(['classification', 'segmentation_v2']);

function assertMayRelabel(project: ProjectRecord, { label_id: before }: StoredDetail, after: string): void {
  const [from, to] = [findLabel(project.specs, before)?.annotation_type, labelOf({ project }, after).annotation_type];
  if (FIXED_TYPES.has(to)) throw invalidBody(`The label of a ${to} cannot be changed`);
  if (from !== undefined && from !== to) throw invalidBody(`The label of a ${from} cannot become one of a ${to}`);
}
