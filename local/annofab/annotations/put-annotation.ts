import type {
  AdditionalDataListV2,
  AnnotationDetailContentInput,
  AnnotationDetailV1,
  AnnotationDetailV2Input,
  AnnotationInput,
  AnnotationV2Input,
  FullAnnotationData,
  LabelV3,
  ProjectMember,
  Task,
} from '../../../lib/annofab/api-description.ts';
import type { Clock } from '../core/clock.ts';
import { forbidden, invalidBody } from '../core/errors.ts';
import type { Files } from '../core/services.ts';
import { frameKey, type ProjectRecord, type State, type StoredBody, type StoredDetail } from '../core/state.ts';
import { uploadedFile } from '../files/uploads.ts';
import { findDefinition, findLabel, isSegmentation } from '../specs/specs-lookup.ts';
import { readAdditionalV1, readDataV1 } from './annotation-v1.ts';

export interface Edit {
  readonly state: State;
  readonly files: Files;
  readonly clock: Clock;
  readonly project: ProjectRecord;
  readonly task: Task;
  readonly inputDataId: string;
  readonly member: ProjectMember;
  readonly at: string;
}

/**
 * The new details of a frame: exactly those in the body. Copies uploaded outer files.
 *
 * @throws Failure 400 for a label or attribute that the specs lack, data of another type than its label's, or a file
 * that was not uploaded
 */
export function editedDetails(edit: Edit, body: AnnotationInput): StoredDetail[] {
  const frame = edit.project.annotations.get(frameKey(edit.task.task_id, edit.inputDataId));
  const present = new Map((frame?.details ?? []).map((detail) => [detail.annotation_id, detail]));
  assertDistinct(body.details);
  return isV2(body)
    ? body.details.map((detail) => editV2(edit, detail, present.get(detail.annotation_id)))
    : body.details.map((detail) => editV1(edit, detail, present.get(detail.annotation_id)));
}

function isV2(body: AnnotationInput): body is AnnotationV2Input {
  return 'format_version' in body;
}

function assertDistinct(details: readonly { annotation_id: string }[]): void {
  const ids = new Set(details.map(({ annotation_id: id }) => id));
  if (ids.size !== details.length) throw invalidBody('An annotation_id occurs twice');
}

function editV2(edit: Edit, detail: AnnotationDetailV2Input, present: StoredDetail | undefined): StoredDetail {
  const { annotation_id: id, label_id, additional_data_list, editor_props } = detail;
  const label = labelOf(edit, label_id);
  checkAttributes(edit, additional_data_list);
  if (detail._type === 'Update' && !present) throw invalidBody(`The annotation ${id} to update does not exist`);
  const body = detail.body ? toBody(edit, id, detail.body, label) : present?.body;
  if (!body) throw invalidBody(`The annotation ${id} has no body`);
  return {
    _type: 'Get',
    annotation_id: id,
    label_id,
    body,
    additional_data_list,
    editor_props,
    ...authorshipV2(edit, detail, present),
  };
}

function editV1(edit: Edit, detail: AnnotationDetailV1, present: StoredDetail | undefined): StoredDetail {
  const { annotation_id: id, label_id } = detail;
  const label = labelOf(edit, label_id);
  const list = detail.additional_data_list.map((data) => readAdditionalV1(data, edit.project.specs));
  return {
    _type: 'Get',
    annotation_id: id,
    label_id,
    body: bodyV1(edit, detail, label, present),
    additional_data_list: list,
    editor_props: editorProps(edit, detail, present),
    ...authorshipV1(edit, detail, present),
  };
}

/** Of the editor's properties, version 1 has only whether the annotation may be deleted. Only owners change it. */
function editorProps(
  { member }: Edit,
  { is_protected: isProtected }: AnnotationDetailV1,
  present: StoredDetail | undefined,
): StoredDetail['editor_props'] {
  const { can_delete: canDelete, ...others } = present?.editor_props ?? {};
  if (isProtected === (canDelete === false)) return present?.editor_props ?? {};
  if (member.member_role !== 'owner') throw forbidden('Only owners may change is_protected');
  return isProtected ? { ...others, can_delete: false } : others;
}

function bodyV1(edit: Edit, detail: AnnotationDetailV1, label: LabelV3, present: StoredDetail | undefined): StoredBody {
  const { annotation_id: id, path, data, data_holding_type: holding } = detail;
  if (holding === 'inner') return toBody(edit, id, { _type: 'Inner', data: readDataV1(data, label) }, label);
  if (present?.body._type === 'Outer' && (path == null || path === id)) return present.body;
  if (path == null) throw invalidBody(`The annotation ${id} has no path to its file`);
  return toBody(edit, id, { _type: 'Outer', path }, label);
}

type Authorship = Pick<StoredDetail, 'account_id' | 'created_datetime' | 'updated_datetime'>;

/** `Create` replaces an annotation that exists, authorship included; `Update` keeps its author and creation time. */
function authorshipV2({ member, at }: Edit, detail: AnnotationDetailV2Input, present?: StoredDetail): Authorship {
  if (detail._type === 'Import') return authorshipOf(detail);
  const own = { account_id: member.account_id, created_datetime: at };
  return authorshipOf({ ...((detail._type === 'Update' && present) || own), updated_datetime: at });
}

/** Version 1 has one type of detail: what it names is kept, as `Import` keeps it, so that a dump can be restored. */
function authorshipV1({ at }: Edit, detail: AnnotationDetailV1, present?: StoredDetail): Authorship {
  const { account_id, created_datetime, updated_datetime } = detail;
  return {
    account_id,
    created_datetime: created_datetime ?? present?.created_datetime ?? at,
    updated_datetime: updated_datetime ?? at,
  };
}

function authorshipOf({ account_id, created_datetime, updated_datetime }: Authorship): Authorship {
  return { account_id, created_datetime, updated_datetime };
}

/** @throws Failure 400 */
export function labelOf({ project }: Pick<Edit, 'project'>, labelId: string): LabelV3 {
  const label = findLabel(project.specs, labelId);
  if (!label) throw invalidBody(`The annotation specs have no label ${labelId}`);
  return label;
}

/** @throws Failure 400 for an attribute that the specs do not have */
export function checkAttributes({ project }: Pick<Edit, 'project'>, list: AdditionalDataListV2): void {
  for (const { definition_id: id } of list) {
    if (!findDefinition(project.specs, id)) throw invalidBody(`The annotation specs have no attribute ${id}`);
  }
}

function toBody(edit: Edit, id: string, body: AnnotationDetailContentInput, label: LabelV3): StoredBody {
  if (body._type === 'Outer') return { _type: 'Outer', path: storeUpload(edit, id, body.path) };
  if (!isDataOf(label, body.data)) {
    throw invalidBody(
      `The annotation ${id} has data of type ${body.data?._type}, but its label is ${label.annotation_type}`,
    );
  }
  return { _type: 'Inner', data: body.data };
}

const DATA_TYPES = new Map<string, string>([
  ['bounding_box', 'BoundingBox'],
  ['polygon', 'Points'],
  ['polyline', 'Points'],
  ['point', 'SinglePoint'],
  ['range', 'Range'],
  ['classification', 'Classification'],
]);

/** Custom types and those of plugins hold free text. Data may always be null. */
function isDataOf(label: LabelV3, data: FullAnnotationData): boolean {
  if (isSegmentation(label)) return false;
  return data === null || data._type === (DATA_TYPES.get(label.annotation_type) ?? 'Unknown');
}

/** Every save has its own path, because the file that it replaces belongs to the history of an earlier phase. */
function storeUpload(
  { state, files, clock, project, task, inputDataId, at }: Edit,
  id: string,
  address: string,
): string {
  const file = uploadedFile(address, { state, clock });
  const path = `annotations/${project.project.project_id}/${task.task_id}/${inputDataId}/${id}/${Date.parse(at)}`;
  files.put(path, file.bytes, file.contentType);
  return path;
}
