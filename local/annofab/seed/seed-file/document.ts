import {
  array,
  explain,
  integer,
  numberWhere,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  someText,
  type TypeOf,
  text,
  textOr,
  unionByField,
} from '../../../../lib/core/json.ts';
import { bySchema, described } from '../../server/body-check.ts';
import type { SeedProject } from '../seed.ts';

/** Relative to the seed file. */
const filePath = object({ path: someText });

const contentShapes = {
  path: object({ path: someText, content_type: optional(someText) }),
  base64: object({ base64: text, content_type: optional(someText) }),
  text: object({ text, content_type: optional(someText) }),
};
/** A file beside the seed, or its content. */
const content = unionByField<TypeOf<(typeof contentShapes)[keyof typeof contentShapes]>>(contentShapes);
/** The same, or the address of a file elsewhere. */
const source = textOr(content);

const account = object({
  user_id: someText,
  password: someText,
  account_id: optional(someText),
  username: optional(someText),
  mfa_code: optional(someText),
  personal_access_tokens: optional(array(someText)),
});

const organization = object({
  organization_name: someText,
  members: array(object({ user_id: someText, role: described('OrganizationMemberRole') })),
  organization_id: optional(someText),
});

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Specs of version 3 as Annofab answers them. Other fields are kept: Annofab's JSON has more than we need. */
const fullSpecs = bySchema<SeedProject['specs']>({
  type: 'object',
  required: ['labels', 'additionals'],
  properties: {
    labels: { type: 'array', items: reference('LabelV3') },
    additionals: { type: 'array', items: reference('AdditionalDataDefinitionV2') },
  },
});

const specsShapes = { path: filePath, labels: fullSpecs };

/** Annofab treats any other name as the type of a plugin; a seed file must refuse a misspelt one. */
const ANNOTATION_TYPES = [
  ...(['bounding_box', 'polygon', 'polyline', 'point', 'segmentation', 'segmentation_v2', 'classification'] as const),
  ...(['range', 'custom', 'user_bounding_box', 'user_instance_segment', 'user_semantic_segment'] as const),
];

const shortAttribute = object({
  name: someText,
  type: described('AdditionalDataDefinitionType'),
  choices: optional(array(someText)),
});

const shortLabel = object({
  name: someText,
  type: oneOf(ANNOTATION_TYPES),
  /** `#rrggbb`. */
  color: optional(someText),
  attributes: optional(array(shortAttribute)),
});

const inputData = object({
  input_data_id: someText,
  file: source,
  input_data_name: optional(someText),
  width: optional(integer(0)),
  height: optional(integer(0)),
  duration: optional(numberWhere((value) => value >= 0, 'a number from 0')),
  metadata: optional(record(text)),
});

const supplementaryData = object({
  input_data_id: someText,
  supplementary_data_id: someText,
  file: source,
  supplementary_data_name: optional(someText),
  supplementary_data_type: optional(described('SupplementaryDataType')),
  supplementary_data_number: optional(integer(0)),
});

const details = array(described('SimpleAnnotationDetail'));

const frameShapes = { path: filePath, details: object({ details, files: optional(record(content)) }) };

const task = object({
  task_id: someText,
  input_data_ids: array(someText),
  phase: optional(described('TaskPhase')),
  phase_stage: optional(integer(0)),
  status: optional(described('TaskStatus')),
  user_id: optional(someText),
  metadata: optional(described('TaskMetadata')),
  annotations: optional(record(unionByField<TypeOf<(typeof frameShapes)[keyof typeof frameShapes]>>(frameShapes))),
});

const webhook = object({
  webhook_id: someText,
  event_type: described('WebhookEventType'),
  url: someText,
  method: optional(described('WebhookHttpMethod')),
  headers: optional(array(object({ name: someText, value: text }))),
  body: optional(text),
  webhook_status: optional(described('WebhookStatus')),
});

const project = object({
  project_id: someText,
  organization_name: someText,
  members: array(object({ user_id: someText, role: described('ProjectMemberRole') })),
  title: optional(someText),
  overview: optional(text),
  input_data_type: optional(described('InputDataType')),
  project_status: optional(described('ProjectStatus')),
  /** Its fields are not checked: a seed may hold a state that no request could make. */
  configuration: optional(bySchema<NonNullable<SeedProject['configuration']>>({ type: 'object' })),
  specs: optional(unionByField<TypeOf<typeof filePath> | SeedProject['specs']>(specsShapes)),
  /** The specs in short. */
  labels: optional(array(shortLabel)),
  input_data: optional(array(inputData)),
  tasks: optional(array(task)),
  supplementary_data: optional(array(supplementaryData)),
  webhooks: optional(array(webhook)),
});

/** A seed file: names that can be derived may be absent, and files are named by path. */
const document = object({
  accounts: array(account),
  organizations: array(organization),
  projects: optional(array(project)),
});

export type FileAccount = TypeOf<typeof account>;
export type FileProject = TypeOf<typeof project>;
export type FileInputData = TypeOf<typeof inputData>;
export type FileTask = TypeOf<typeof task>;
export type FileFrame = NonNullable<FileTask['annotations']>[string];
export type FileContent = TypeOf<typeof content>;
export type ShortLabel = TypeOf<typeof shortLabel>;
export type ShortAttribute = TypeOf<typeof shortAttribute>;

/** @throws Error naming each place in the file that is wrong: `projects[0].tasks[1].phase must be one of …` */
export function readDocument(value: unknown) {
  return readAs(document, value, '');
}

/** @throws Error naming the place, when a file does not hold specs of version 3 */
export function readSpecs(value: unknown, place: string): SeedProject['specs'] {
  return readAs(fullSpecs, value, place);
}

/** @throws Error naming the place, when a file is not a Simple annotation */
export function readFrame(value: unknown, place: string) {
  return readAs(object({ details }, { unknown: 'ignore' }), value, place);
}

function readAs<T>(shape: Shape<T>, value: unknown, place: string): T {
  const read = shape.read(value, place);
  if (read.ok) return read.value;
  throw new Error(explain(read.problems, 'the seed'));
}
