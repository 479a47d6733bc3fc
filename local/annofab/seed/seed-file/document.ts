import {
  array,
  explain,
  integer,
  nonEmptyString,
  numberWhere,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  string,
  stringOr,
  type TypeOf,
  unionByField,
} from '../../../../lib/core/json.ts';
import { bySchema, described } from '../../server/body-check.ts';
import type { SeedProject } from '../seed.ts';

/** Relative to the seed file. */
const filePath = object({ path: nonEmptyString });

const contentShapes = {
  path: object({ path: nonEmptyString, content_type: optional(nonEmptyString) }),
  base64: object({ base64: string, content_type: optional(nonEmptyString) }),
  text: object({ text: string, content_type: optional(nonEmptyString) }),
};
/** A file beside the seed, or its content. */
const content = unionByField<TypeOf<(typeof contentShapes)[keyof typeof contentShapes]>>(contentShapes);
/** The same, or the address of a file elsewhere. */
const source = stringOr(content);

const account = object({
  user_id: nonEmptyString,
  password: nonEmptyString,
  account_id: optional(nonEmptyString),
  username: optional(nonEmptyString),
  mfa_code: optional(nonEmptyString),
  personal_access_tokens: optional(array(nonEmptyString)),
});

const organization = object({
  organization_name: nonEmptyString,
  members: array(object({ user_id: nonEmptyString, role: described('OrganizationMemberRole') })),
  organization_id: optional(nonEmptyString),
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
  name: nonEmptyString,
  type: described('AdditionalDataDefinitionType'),
  choices: optional(array(nonEmptyString)),
});

const shortLabel = object({
  name: nonEmptyString,
  type: oneOf(ANNOTATION_TYPES),
  /** `#rrggbb`. */
  color: optional(nonEmptyString),
  attributes: optional(array(shortAttribute)),
});

const inputData = object({
  input_data_id: nonEmptyString,
  file: source,
  input_data_name: optional(nonEmptyString),
  width: optional(integer(0)),
  height: optional(integer(0)),
  duration: optional(numberWhere((value) => value >= 0, 'a number from 0')),
  metadata: optional(record(string)),
});

const supplementaryData = object({
  input_data_id: nonEmptyString,
  supplementary_data_id: nonEmptyString,
  file: source,
  supplementary_data_name: optional(nonEmptyString),
  supplementary_data_type: optional(described('SupplementaryDataType')),
  supplementary_data_number: optional(integer(0)),
});

const details = array(described('SimpleAnnotationDetail'));

const frameShapes = { path: filePath, details: object({ details, files: optional(record(content)) }) };

const task = object({
  task_id: nonEmptyString,
  input_data_ids: array(nonEmptyString),
  phase: optional(described('TaskPhase')),
  phase_stage: optional(integer(0)),
  status: optional(described('TaskStatus')),
  user_id: optional(nonEmptyString),
  metadata: optional(described('TaskMetadata')),
  annotations: optional(record(unionByField<TypeOf<(typeof frameShapes)[keyof typeof frameShapes]>>(frameShapes))),
});

const webhook = object({
  webhook_id: nonEmptyString,
  event_type: described('WebhookEventType'),
  url: nonEmptyString,
  method: optional(described('WebhookHttpMethod')),
  headers: optional(array(object({ name: nonEmptyString, value: string }))),
  body: optional(string),
  webhook_status: optional(described('WebhookStatus')),
});

const project = object({
  project_id: nonEmptyString,
  organization_name: nonEmptyString,
  members: array(object({ user_id: nonEmptyString, role: described('ProjectMemberRole') })),
  title: optional(nonEmptyString),
  overview: optional(string),
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
