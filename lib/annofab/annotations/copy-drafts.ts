import type { AnnofabClient } from '../client.ts';
import type { AnnotationProblem } from '../errors.ts';
import type {
  AdditionalDataV2,
  AdditionalDataValue,
  AnnotationDetailV2Get,
  AnnotationV2Output,
} from '../generated/schemas.ts';
import type { AttributeRelation, LabelRelation, SpecsRelation } from '../specs/relation.ts';
import type { Draft, Drafts, OuterDraft } from './draft.ts';

/**
 * As whom a copy is written: `own` (the default) as the caller, now; `original` as its maker, with the date-times of its
 * making and of its last change; or as somebody else, with these date-times.
 */
export type CopyAccount = 'own' | 'original' | { readonly account_id: string };

export interface CopyPlan {
  /** Undefined where both frames have the same annotation specs: ids stay what they are. */
  readonly relation: SpecsRelation | undefined;
  readonly account: CopyAccount;
}

/** An annotation whose label has a partner. */
interface Mapped {
  readonly index: number;
  readonly detail: AnnotationDetailV2Get;
  readonly label: LabelRelation | undefined;
  readonly label_id: string;
  readonly annotation_id: string;
}

/**
 * Makes annotations for another frame. One whose label has no partner is left out, and of one that has an attribute or a
 * choice without partner the attribute; all are problems.
 */
export function draftCopy(client: AnnofabClient, source: AnnotationV2Output, plan: CopyPlan): Drafts {
  const problems: AnnotationProblem[] = [];
  const report = (
    { index, detail: { annotation_id } }: Pick<Mapped, 'index' | 'detail'>,
    field: string,
    message: string,
  ) => problems.push({ index, annotation_id, field, message });
  const mapped = source.details.flatMap((detail, index): Mapped[] => {
    const result = mapLabel(detail, index, plan.relation);
    if (!result)
      report({ index, detail }, 'label', `The label ${detail.label_id} has no partner in the other project.`);
    return result ? [result] : [];
  });
  const ids = new Map(mapped.map(({ detail, annotation_id }) => [detail.annotation_id, annotation_id]));
  const lost = new Set(source.details.map(({ annotation_id }) => annotation_id).filter((id) => !ids.has(id)));
  const drafts = mapped.flatMap((annotation): Draft[] => {
    const { index, detail, label, label_id, annotation_id } = annotation;
    const body = bodyOf(client, detail);
    if (!body) {
      report(annotation, 'data', 'Annofab does not say where its outer file is.');
      return [];
    }
    const additional_data_list = detail.additional_data_list.flatMap((data): AdditionalDataV2[] => {
      const result = mapAttribute(data, label, { ids, lost });
      if (typeof result !== 'string') return [result];
      if (data.value) report(annotation, `additional_data_list.${data.definition_id}`, result);
      return [];
    });
    const { editor_props } = detail;
    return [{ index, annotation_id, label_id, body, additional_data_list, editor_props, ...originOf(detail, plan) }];
  });
  return { drafts, problems };
}

function mapLabel(
  detail: AnnotationDetailV2Get,
  index: number,
  relation: SpecsRelation | undefined,
): Mapped | undefined {
  const { annotation_id, label_id } = detail;
  if (!relation) return { index, detail, label: undefined, label_id, annotation_id };
  const label = relation.labels.get(label_id);
  if (!label) return undefined;
  // Annofab lets an annotation of the whole input have the id of its label only.
  const id = label.annotation_type === 'classification' ? label.label_id : annotation_id;
  return { index, detail, label, label_id: label.label_id, annotation_id: id };
}

interface Links {
  /** The ids that annotations of the frame get, by those they have. */
  readonly ids: ReadonlyMap<string, string>;
  /** The ids of those that are not copied. */
  readonly lost: ReadonlySet<string>;
}

/** @returns why it has no partner, when it has none */
function mapAttribute(
  data: AdditionalDataV2,
  label: LabelRelation | undefined,
  links: Links,
): AdditionalDataV2 | string {
  const { definition_id, value } = data;
  const attribute = label?.attributes.get(definition_id);
  if (label && !attribute) return `The attribute ${definition_id} has no partner in the label of the other project.`;
  const mapped = value ? mapValue(value, attribute, links) : value;
  if (typeof mapped === 'string') return mapped;
  return { definition_id: attribute?.additional_data_definition_id ?? definition_id, ...(mapped && { value: mapped }) };
}

/** @returns why it has no partner, when it has none */
function mapValue(
  value: AdditionalDataValue,
  attribute: AttributeRelation | undefined,
  { ids, lost }: Links,
): AdditionalDataValue | string {
  switch (value._type) {
    case 'Link': {
      const { annotation_id } = value;
      if (lost.has(annotation_id)) return `The annotation ${annotation_id}, to which it leads, is not copied.`;
      return { _type: 'Link', annotation_id: ids.get(annotation_id) ?? annotation_id };
    }
    case 'Choice':
    case 'Select': {
      if (!attribute) return value;
      const choice_id = attribute.choices.get(value.choice_id);
      if (choice_id === undefined) return `The choice ${value.choice_id} has no partner in the other project.`;
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

/** A mask is some hundred bytes, a 3D segment some megabytes. */
const maxFileBytes = 128 * 1024 * 1024;

function bodyOf(client: AnnofabClient, { body }: AnnotationDetailV2Get): Draft['body'] | undefined {
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

async function readOuter(
  client: AnnofabClient,
  { url, etag }: { url: string; etag: string },
  signal: AbortSignal | undefined,
): ReturnType<OuterDraft['read']> {
  const { bytes, headers } = await client.files.read(url, { maxBytes: maxFileBytes, etag, signal });
  return { bytes, contentType: headers['content-type'] ?? 'application/octet-stream' };
}

function originOf(detail: AnnotationDetailV2Get, { account }: CopyPlan): Pick<Draft, 'origin'> {
  if (account === 'own') return {};
  const { created_datetime, updated_datetime } = detail;
  const account_id = account === 'original' ? detail.account_id : account.account_id;
  return { origin: { account_id, created_datetime, updated_datetime } };
}
