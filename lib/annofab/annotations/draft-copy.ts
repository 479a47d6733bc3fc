import type { AnnofabApi } from '../api.ts';
import type { AnnotationProblem } from '../errors.ts';
import type {
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationDetailV2Get,
  AnnotationV2Output,
} from '../generated/schemas.ts';
import type { AttributeRelation, LabelRelation, SpecsRelation } from '../specs/specs-relation.ts';
import type { Draft, Drafts, OuterFile } from './draft.ts';

/**
 * The account and date-times of a copy: `own` (default), the caller and the present; `original`, the original creator and
 * date-times; or another account with the original date-times.
 */
export type CopyAccount = 'own' | 'original' | { readonly account_id: string };

export interface CopyPlan {
  /** Undefined when both frames have the same annotation specs: ids stay the same. */
  readonly relation: SpecsRelation | undefined;
  readonly account: CopyAccount;
}

/** The target of an annotation: the counterpart of its label (undefined when ids stay the same), and its new id. */
interface Target {
  readonly label: LabelRelation | undefined;
  readonly label_id: string;
  readonly annotation_id: string;
}

/** New annotation ids by old ones; undefined for annotations that are not copied. */
type NewIds = ReadonlyMap<string, string | undefined>;

interface Outcome {
  readonly draft?: Draft;
  readonly problems: readonly AnnotationProblem[];
}

/**
 * Drafts copies for another frame. An annotation whose label has no counterpart is skipped, and so is an attribute
 * without a counterpart, or whose choice has none. Each is reported as a problem.
 */
export function draftCopy(client: AnnofabApi, { details }: AnnotationV2Output, plan: CopyPlan): Drafts {
  const targets = details.map((detail) => targetFor(detail, plan.relation));
  const ids = new Map(details.map(({ annotation_id }, index) => [annotation_id, targets[index]?.annotation_id]));
  const outcomes = details.map((detail, index) =>
    draftOne(client, detail, { index, target: targets[index], account: plan.account, ids }),
  );
  return {
    drafts: outcomes.flatMap(({ draft }) => (draft ? [draft] : [])),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

function targetFor({ annotation_id, label_id }: AnnotationDetailV2Get, relation: SpecsRelation | undefined) {
  if (!relation) return { label: undefined, label_id, annotation_id };
  const label = relation.labels.get(label_id);
  // Annofab requires a classification, which covers the whole input data, to have the id of its label.
  const id = label?.annotation_type === 'classification' ? label.label_id : annotation_id;
  return label && { label, label_id: label.label_id, annotation_id: id };
}

function draftOne(
  client: AnnofabApi,
  detail: AnnotationDetailV2Get,
  { index, target, account, ids }: { index: number; target: Target | undefined; account: CopyAccount; ids: NewIds },
): Outcome {
  const problem = (field: string, message: string) => ({ index, annotation_id: detail.annotation_id, field, message });
  const body = bodyOf(client, detail);
  if (!target)
    return { problems: [problem('label', `The label ${detail.label_id} has no counterpart in the other project.`)] };
  if (!body) return { problems: [problem('data', 'Annofab gives no URL of its outer file.')] };
  const { label, label_id, annotation_id } = target;
  const { editor_props } = detail;
  const results = detail.additional_data_list.map((data) => ({ data, result: mapAttribute(data, label, ids) }));
  const additional_data_list = results.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));
  return {
    draft: { index, annotation_id, label_id, body, additional_data_list, editor_props, ...originOf(detail, account) },
    problems: results.flatMap(({ data, result }) =>
      // An attribute without a value loses nothing.
      typeof result === 'string' && data.value ? [problem(`additional_data_list.${data.definition_id}`, result)] : [],
    ),
  };
}

/** @returns the reason, as a string, when there is no counterpart */
function mapAttribute(
  data: AdditionalDataV2,
  label: LabelRelation | undefined,
  ids: NewIds,
): AdditionalDataV2 | string {
  const { definition_id, value } = data;
  const attribute = label?.attributes.get(definition_id);
  if (label && !attribute)
    return `The attribute ${definition_id} has no counterpart in the label of the other project.`;
  const mapped = value ? mapValue(value, attribute, ids) : value;
  if (typeof mapped === 'string') return mapped;
  return { definition_id: attribute?.additional_data_definition_id ?? definition_id, ...(mapped && { value: mapped }) };
}

/** @returns the reason, as a string, when there is no counterpart */
function mapValue(
  value: AdditionalDataValue,
  attribute: AttributeRelation | undefined,
  ids: NewIds,
): AdditionalDataValue | string {
  switch (value._type) {
    case 'Link': {
      const { annotation_id } = value;
      if (!ids.has(annotation_id)) return value;
      const id = ids.get(annotation_id);
      if (id === undefined) return `It links to the annotation ${annotation_id}, which is not copied.`;
      return { _type: 'Link', annotation_id: id };
    }
    case 'Choice':
    case 'Select': {
      if (!attribute) return value;
      const choice_id = attribute.choices.get(value.choice_id);
      if (choice_id === undefined) return `The choice ${value.choice_id} has no counterpart in the other project.`;
      return { _type: attribute.type === 'select' ? 'Select' : 'Choice', choice_id };
    }
    case 'Text':
    case 'Comment': {
      const type = attribute ? attribute.type : value._type.toLowerCase();
      return { _type: type === 'text' ? 'Text' : 'Comment', value: value.value };
    }
    default:
      return value;
  }
}

/** A mask is some hundred bytes, a 3D segment some megabytes; larger files would take too much memory. */
const MAX_FILE_BYTES = 128 * 1024 * 1024;

function bodyOf(client: AnnofabApi, { body }: AnnotationDetailV2Get): Draft['body'] | undefined {
  switch (body._type) {
    case 'Inner':
      return { data: body.data };
    case 'InnerUnknown':
      return { data: { _type: 'Unknown', data: body.data } };
    case 'Outer':
      return { read: (signal) => readOuter(client, body, signal) };
    default:
      return undefined;
  }
}

export async function readOuter(
  client: AnnofabApi,
  { url, etag }: { url: string; etag: string },
  signal: AbortSignal | undefined,
): Promise<OuterFile> {
  const { bytes, headers } = await client.files.read(url, { maxBytes: MAX_FILE_BYTES, etag, signal });
  return { bytes, contentType: headers['content-type'] ?? 'application/octet-stream' };
}

function originOf(detail: AnnotationDetailV2Get, account: CopyAccount): Pick<Draft, 'origin'> {
  if (account === 'own') return {};
  const { created_datetime, updated_datetime } = detail;
  const account_id = account === 'original' ? detail.account_id : account.account_id;
  return { origin: { account_id, created_datetime, updated_datetime } };
}
