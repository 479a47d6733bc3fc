import type { SimpleAnnotationDetail } from '../../../../lib/annofab/api-description.ts';
import type { Schema } from '../../server/api-description.ts';
import { checkBySchema } from '../../server/body-check.ts';
import type { SeedProject } from '../seed.ts';
import type { SeedDocument } from './document.ts';

const text: Schema = { type: 'string', minLength: 1 };
const count: Schema = { type: 'integer', minimum: 0 };

const named = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });

/** No other fields than these: a name that is mistyped must not be passed over. */
const closed = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});

const contents = [
  closed({ path: text }, { content_type: text }),
  closed({ base64: { type: 'string' } }, { content_type: text }),
  closed({ text: { type: 'string' } }, { content_type: text }),
];
const content: Schema = { oneOf: contents };
const source: Schema = { oneOf: [text, ...contents] };

const members = (role: string): Schema => listOf(closed({ user_id: text, role: named(role) }));

const account = closed(
  { user_id: text, password: text },
  { account_id: text, username: text, mfa_code: text, personal_access_tokens: listOf(text) },
);

const organization = closed(
  { organization_name: text, members: members('OrganizationMemberRole') },
  { organization_id: text },
);

/** Annofab's own JSON has more fields than we need. */
const openSpecs: Schema = {
  type: 'object',
  required: ['labels', 'additionals'],
  properties: { labels: listOf(named('LabelV3')), additionals: listOf(named('AdditionalDataDefinitionV2')) },
};
const openFrame: Schema = {
  type: 'object',
  required: ['details'],
  properties: { details: listOf(named('SimpleAnnotationDetail')) },
};

const specs: Schema = { oneOf: [closed({ path: text }), openSpecs] };

/** Annofab takes any other name for that of a plugin's type; a mistyped one must not be. */
const annotationType: Schema = {
  enum: [
    ...['bounding_box', 'polygon', 'polyline', 'point', 'segmentation', 'segmentation_v2', 'classification', 'range'],
    ...['custom', 'user_bounding_box', 'user_instance_segment', 'user_semantic_segment'],
  ],
};

const shortLabel = closed(
  { name: text, type: annotationType },
  {
    color: text,
    attributes: listOf(closed({ name: text, type: named('AdditionalDataDefinitionType') }, { choices: listOf(text) })),
  },
);

const inputData = closed(
  { input_data_id: text, file: source },
  {
    input_data_name: text,
    width: count,
    height: count,
    duration: { type: 'number', minimum: 0 },
    metadata: mapOf({ type: 'string' }),
  },
);

const supplementaryData = closed(
  { input_data_id: text, supplementary_data_id: text, file: source },
  {
    supplementary_data_name: text,
    supplementary_data_type: named('SupplementaryDataType'),
    supplementary_data_number: count,
  },
);

const frame: Schema = {
  oneOf: [
    closed({ path: text }),
    closed({ details: listOf(named('SimpleAnnotationDetail')) }, { files: mapOf(content) }),
  ],
};

const task = closed(
  { task_id: text, input_data_ids: listOf(text) },
  {
    phase: named('TaskPhase'),
    phase_stage: count,
    status: named('TaskStatus'),
    user_id: text,
    metadata: named('TaskMetadata'),
    annotations: mapOf(frame),
  },
);

const webhook = closed(
  { webhook_id: text, event_type: named('WebhookEventType'), url: text },
  {
    method: named('WebhookHttpMethod'),
    headers: listOf(closed({ name: text, value: { type: 'string' } })),
    body: { type: 'string' },
    webhook_status: named('WebhookStatus'),
  },
);

const project = closed(
  { project_id: text, organization_name: text, members: members('ProjectMemberRole') },
  {
    title: text,
    overview: { type: 'string' },
    input_data_type: named('InputDataType'),
    project_status: named('ProjectStatus'),
    configuration: { type: 'object' },
    specs,
    labels: listOf(shortLabel),
    input_data: listOf(inputData),
    tasks: listOf(task),
    supplementary_data: listOf(supplementaryData),
    webhooks: listOf(webhook),
  },
);

const document = closed(
  { accounts: listOf(account), organizations: listOf(organization) },
  { projects: listOf(project) },
);

/** @throws Error naming the place in the file: `projects[0].tasks[1].phase must be one of …` */
export function checkDocument(value: unknown): SeedDocument {
  return checked<SeedDocument>(document, value, 'seed');
}

/** @throws Error naming the place, when a file does not hold specs of version 3 */
export function checkSpecs(value: unknown, place: string): SeedProject['specs'] {
  return checked<SeedProject['specs']>(openSpecs, value, place);
}

/** @throws Error naming the place, when a file is no Simple annotation */
export function checkFrame(value: unknown, place: string): { details: SimpleAnnotationDetail[] } {
  const { details } = checked<{ details: SimpleAnnotationDetail[] }>(openFrame, value, place);
  return { details };
}

/** That the schema says the same as the type is for us to see: the compiler takes our word for it here, once. */
function checked<T>(schema: Schema, value: unknown, place: string): T {
  const cleaned = checkAt(schema, value, place);
  assertFits<T>(schema, cleaned, place);
  return cleaned;
}

function assertFits<T>(schema: Schema, value: unknown, place: string): asserts value is T {
  checkAt(schema, value, place);
}

function checkAt(schema: Schema, value: unknown, place: string): unknown {
  try {
    return checkBySchema(schema, value, place);
  } catch (error) {
    throw new Error(error instanceof Error ? error.message.replace(/^seed\./, '') : String(error), { cause: error });
  }
}
