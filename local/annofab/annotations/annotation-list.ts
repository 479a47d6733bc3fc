import type { CountResult, SingleAnnotation, SingleAnnotationV1 } from '../../../lib/annofab/api-description.ts';
import { countBy } from '../core/aggregations.ts';
import { comparison, type SortKey } from '../core/sorting.ts';
import { linkOf, toOutput, type World } from './annotation-answers.ts';
import type { FoundAnnotation } from './annotation-query.ts';
import { toAdditionalV1 } from './annotation-v1.ts';

const SORT_KEYS = new Map<string, SortKey<FoundAnnotation>>([
  ['task_id', ({ taskId }) => taskId],
  ['input_data_id', ({ inputDataId }) => inputDataId],
  ['detail.annotation_id', ({ detail }) => detail.annotation_id],
  ['detail.account_id', ({ detail }) => detail.account_id],
  ['detail.label_id', ({ detail }) => detail.label_id],
  ['detail.data_holding_type', ({ detail }) => holdingTypeOf(detail)],
  ['detail.created_datetime', ({ detail }) => detail.created_datetime],
  ['detail.updated_datetime', ({ detail }) => detail.updated_datetime],
]);

/** @throws Failure 400 for an unknown sort key */
export function sortAnnotations(found: readonly FoundAnnotation[], sort: string | undefined): FoundAnnotation[] {
  return found.toSorted(comparison(sort, (name) => SORT_KEYS.get(name)));
}

/** How many annotations have each label and each attribute, and how many there are in each frame, as far as asked for. */
export function annotationCounts(
  found: readonly FoundAnnotation[],
  query: { aggregate_by_task_and_input?: string | undefined; no_aggregate_label_and_input?: string | undefined },
): CountResult[] {
  const byFrame = (): CountResult =>
    countBy(
      found,
      'task_id',
      ({ taskId }) => taskId,
      (group) => [countBy(group, 'input_data_id', ({ inputDataId }) => inputDataId)],
    );
  const byLabel = (): CountResult[] => [
    countBy(found, 'detail.label_id', ({ detail }) => detail.label_id),
    countBy(found, 'detail.additional_data_list.additional_data_definition_id', ({ detail }) =>
      detail.additional_data_list.flatMap(({ definition_id, value }) => (value ? [definition_id] : [])),
    ),
  ];
  return [
    ...(isTrue(query.no_aggregate_label_and_input) ? [] : byLabel()),
    ...(isTrue(query.aggregate_by_task_and_input) ? [byFrame()] : []),
  ];
}

/** Python writes it `True`. */
function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === 'true';
}

/** An annotation as lists and batches answer it. Any version but 2 is 1. */
export function toSingleAnnotation(
  world: World,
  projectId: string,
  { taskId, inputDataId, detail, updatedDatetime }: FoundAnnotation,
  version: string | undefined,
): SingleAnnotation {
  const frame = { project_id: projectId, task_id: taskId, input_data_id: inputDataId };
  if (version !== '2') return { ...frame, detail: toSingleV1(world, detail), updated_datetime: updatedDatetime };
  const { _type, editor_props: _, ...fields } = detail;
  return { ...frame, detail: { ...fields, body: toOutput(world, detail.body) }, updated_datetime: updatedDatetime };
}

/** Unlike the editor's version 1 it has data in the form of version 2. */
function toSingleV1(world: World, detail: FoundAnnotation['detail']): SingleAnnotationV1['detail'] {
  const { annotation_id, account_id, label_id, body, additional_data_list, created_datetime, updated_datetime } =
    detail;
  return {
    annotation_id,
    account_id,
    label_id,
    data_holding_type: holdingTypeOf(detail),
    ...(body._type === 'Inner' && { data: body.data }),
    ...(body._type === 'InnerUnknown' && { data: { _type: 'Unknown', data: body.data } }),
    ...linkOf(world, body),
    additional_data_list: additional_data_list.flatMap(toAdditionalV1),
    created_datetime,
    updated_datetime,
  };
}

function holdingTypeOf({ body }: FoundAnnotation['detail']): 'inner' | 'outer' {
  return body._type === 'Outer' ? 'outer' : 'inner';
}
