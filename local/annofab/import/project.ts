import type { InputDataType, Project, Task } from '../../../lib/annofab/api-description.ts';
import { isId } from '../../../lib/core/ids.ts';
import { formatDateTime } from '../core/clock.ts';
import {
  createProjectRecord,
  FILE_URI,
  frameKey,
  type ProjectRecord,
  type StoredBody,
  type StoredFile,
} from '../core/state.ts';
import { lazyFile, storedFile } from '../files/stored-file.ts';
import { imageMetadata, shrunk } from '../input-data/image-size.ts';
import { drawScene } from '../seed/draw.ts';
import type { FrameNotes, ImportedAnnotation, ImportedFrame } from './frames.ts';
import { describeFrames, describeInputData, describeNotes, describeProjectId } from './report.ts';
import { type InferredSize, inferSize } from './sizes.ts';
import { type InferredSpecs, inferSpecs, type Sighting } from './specs.ts';

/** A project made from an archive, not yet in a state. */
export interface ImportedProject {
  projectId: string;
  /** In the archive's order. */
  taskIds: string[];
  frameCount: number;
  annotationCount: number;
  record: ProjectRecord;
  files: ReadonlyMap<string, StoredFile>;
  /** Everything that had to be guessed because the archive does not hold it, one line each. */
  assumptions: string[];
}

interface Making {
  record: ProjectRecord;
  files: Map<string, StoredFile>;
  specs: InferredSpecs;
  now: Date;
  /** The same as text. */
  at: string;
}

export function makeProject(
  frames: readonly ImportedFrame[],
  notes: FrameNotes,
  title: string,
  now: Date,
): ImportedProject {
  const at = formatDateTime(now);
  const projectId = frames.map(({ entry }) => entry.projectId).find(isId) ?? 'imported-project';
  const specs = inferSpecs(projectId, at, frames.flatMap(sightingsOf));
  const type = inputDataTypeOf(frames);
  const record = createProjectRecord(newProject(projectId, title, type, frames, at), specs.specs);
  const making: Making = { record, files: new Map(), specs, now, at };

  for (const frame of frames) addAnnotations(making, frame);
  for (const [taskId, ofTask] of Map.groupBy(frames, (frame) => frame.taskId)) {
    record.tasks.set(taskId, newTask(projectId, taskId, ofTask, at));
  }
  const byInput = Map.groupBy(frames, (frame) => frame.inputDataId);
  const sizes = [...byInput].map(([inputDataId, ofInput]) => addInputData(making, inputDataId, ofInput));

  return {
    projectId,
    taskIds: [...record.tasks.keys()],
    frameCount: frames.length,
    annotationCount: frames.reduce((sum, { annotations }) => sum + annotations.length, 0),
    record,
    files: making.files,
    assumptions: [
      ...describeProjectId(frames, projectId),
      ...specs.assumptions,
      ...describeInputData(type, sizes),
      ...describeFrames(frames),
      ...describeNotes(notes),
    ],
  };
}

function sightingsOf({ annotations }: ImportedFrame): Sighting[] {
  const annotationIds = new Set(annotations.map(({ id }) => id));
  return annotations.map(({ detail, outer }) => ({ detail, annotationIds, hasFile: outer !== undefined }));
}

/** Intervals occur in videos, unknown data in 3D or plugin projects. */
function inputDataTypeOf(frames: readonly ImportedFrame[]): InputDataType {
  const types = new Set(frames.flatMap(({ annotations }) => annotations.map(({ detail }) => detail.data?._type)));
  if (types.has('Range')) return 'movie';
  return types.has('Unknown') ? 'custom' : 'image';
}

function newProject(
  projectId: string,
  title: string,
  type: InputDataType,
  frames: readonly ImportedFrame[],
  at: string,
): Project {
  return {
    project_id: projectId,
    organization_id: '',
    title,
    project_status: 'active',
    input_data_type: type,
    configuration: {
      number_of_inspections: frames.reduce((most, { entry }) => Math.max(most, inspectionStage(entry)), 0),
      assignee_rule_of_resubmitted_task: 'no_assignee',
      task_assignment_type: 'random_and_selection',
      input_data_set_id_list: [projectId],
      use_beginner_navigation: false,
    },
    created_datetime: at,
    updated_datetime: at,
    summary: { last_tasks_updated_datetime: at },
  };
}

function inspectionStage({ phase, phaseStage }: ImportedFrame['entry']): number {
  return phase === 'inspection' ? (phaseStage ?? 1) : 0;
}

function addAnnotations(making: Making, frame: ImportedFrame): void {
  const { record, specs, at } = making;
  const { entry, text } = frame;
  const time = entry.updated ?? at;
  record.annotations.set(frameKey(frame.taskId, frame.inputDataId), {
    details: frame.annotations.map((annotation) => ({
      _type: 'Get',
      annotation_id: annotation.id,
      account_id: '',
      label_id: specs.idsOf(annotation.detail)?.labelId ?? '',
      body: storeBody(making, frame, annotation),
      additional_data_list: specs.idsOf(annotation.detail)?.attributes ?? [],
      editor_props: {},
      created_datetime: time,
      updated_datetime: time,
    })),
    ...(entry.updated === undefined ? {} : { updated_datetime: entry.updated }),
    // An outer file of an annotation without an id, which Annofab never writes, could not be found by the original text.
    ...(frame.annotations.every(({ detail, outer }) => !outer || detail.annotationId) && { verbatim: text }),
  });
}

function storeBody({ record, files, now }: Making, frame: ImportedFrame, annotation: ImportedAnnotation): StoredBody {
  const { detail, id, outer } = annotation;
  const { project_id: projectId } = record.project;
  if (outer !== undefined) {
    const path = `annotations/${projectId}/${frame.taskId}/${frame.inputDataId}/${id}`;
    const isMask = detail.data?._type !== 'Unknown';
    if (outer !== 'missing') files.set(path, storedFile(outer, isMask ? 'image/png' : 'application/json', now));
    return { _type: 'Outer', path };
  }
  if (detail.data?._type === 'Unknown') return { _type: 'InnerUnknown', data: detail.data.data };
  return { _type: 'Inner', data: detail.data };
}

function newTask(projectId: string, taskId: string, frames: readonly ImportedFrame[], at: string): Task {
  const entries = frames.map(({ entry }) => entry);
  const updated = latest(entries.flatMap((entry) => entry.updated ?? [])) ?? at;
  const nameOf = (frame: ImportedFrame): string => frame.entry.inputDataName ?? '';
  const inOrder = [...frames].sort(
    (a, b) => compare.compare(nameOf(a), nameOf(b)) || compare.compare(a.inputDataId, b.inputDataId),
  );
  return {
    project_id: projectId,
    task_id: taskId,
    phase: entries.find((entry) => entry.phase)?.phase ?? 'annotation',
    phase_stage: entries.find((entry) => entry.phaseStage)?.phaseStage ?? 1,
    status: entries.find((entry) => entry.status)?.status ?? 'not_started',
    input_data_id_list: inOrder.map(({ inputDataId }) => inputDataId),
    histories_by_phase: [],
    work_time_span: 0,
    number_of_rejections: 0,
    updated_datetime: updated,
    operation_updated_datetime: updated,
    metadata: {},
  };
}

/** `frame2` comes before `frame10`. */
const compare = new Intl.Collator('en', { numeric: true });

/** The latest date-time, verbatim, because one instant can be written in several ways. */
function latest(dates: readonly string[]): string | undefined {
  const known = dates.filter((date) => !Number.isNaN(Date.parse(date)));
  return known.sort((a, b) => Date.parse(b) - Date.parse(a))[0];
}

/** @returns the inferred size; undefined when it is not an image */
function addInputData(
  { record, files, now, at }: Making,
  inputDataId: string,
  frames: readonly ImportedFrame[],
): InferredSize | undefined {
  const { project_id: projectId, input_data_type: type } = record.project;
  const inferred = type === 'image' ? inferSize(frames) : undefined;
  const path = `input-data/${projectId}/${inputDataId}`;
  files.set(path, inferred ? drawnLater(inputDataId, inferred, now) : storedFile(noContent, 'text/plain', now));
  record.inputData.set(inputDataId, {
    input_data_id: inputDataId,
    project_id: projectId,
    organization_id: '',
    input_data_set_id: projectId,
    input_data_name: frames.find(({ entry }) => entry.inputDataName)?.entry.inputDataName ?? inputDataId,
    input_data_path: FILE_URI + path,
    original_input_data_path: FILE_URI + path,
    updated_datetime: at,
    sign_required: false,
    metadata: {},
    system_metadata: inferred
      ? imageMetadata(inferred.size)
      : type === 'movie'
        ? { _type: 'Movie' }
        : { _type: 'Custom' },
  });
  return inferred;
}

function drawnLater(inputDataId: string, { size }: InferredSize, now: Date): StoredFile {
  const { width, height } = shrunk(size);
  return lazyFile(() => drawScene(width, height, inputDataId), 'image/png', now);
}

const noContent = Buffer.from('The archive that this project was made of holds no input data.\n');
