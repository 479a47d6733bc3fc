import type { FullAnnotationData, Point, TaskPhase, TaskStatus } from '../../../lib/annofab/api-description.ts';
import { ArchiveError } from '../../../lib/annofab/archives/zip/index.ts';
import { parseExactly } from '../../../lib/core/numbers/exact-number.ts';

/** What an archive's JSON entry says; what it leaves out is undefined. */
export interface SimpleEntry {
  projectId: string | undefined;
  taskId: string | undefined;
  inputDataId: string | undefined;
  inputDataName: string | undefined;
  phase: TaskPhase | undefined;
  phaseStage: number | undefined;
  status: TaskStatus | undefined;
  updated: string | undefined;
  /** Those that can be read. */
  details: SimpleEntryDetail[];
  /** Why the others cannot. */
  unreadable: string[];
}

export interface SimpleEntryDetail {
  label: string;
  annotationId: string | undefined;
  data: FullAnnotationData;
  attributes: [name: string, value: unknown][];
}

type Json = Readonly<Record<string, unknown>>;

const PHASES = ['annotation', 'inspection', 'acceptance'] as const;
const STATUSES = ['not_started', 'working', 'on_hold', 'break', 'complete', 'rejected', 'cancelled'] as const;

/**
 * Reads a JSON entry of a Simple archive of any age: early ones lack the format's version and the phase's stage, a frame
 * that nobody annotated has no date-time, and any field may be null.
 *
 * @throws ArchiveError naming the entry and what is wrong with it, unless that is one of its details
 */
export function parseEntry(path: string, text: string): SimpleEntry {
  const wrong = (problem: string) => new ArchiveError(`its entry ${path} ${problem}`);
  const entry = parseJson(text);
  if (!isJson(entry)) throw wrong('is no JSON object');
  const details = entry['details'] ?? [];
  if (!Array.isArray(details)) throw wrong('has no list of details');
  const read = details.map((detail: unknown, index) =>
    readDetail(detail, (problem) => wrong(`details[${index}] ${problem}`)),
  );
  return {
    projectId: textOf(entry['project_id']),
    taskId: textOf(entry['task_id']),
    inputDataId: textOf(entry['input_data_id']),
    inputDataName: textOf(entry['input_data_name']),
    phase: PHASES.find((phase) => phase === entry['task_phase']),
    phaseStage: typeof entry['task_phase_stage'] === 'number' ? entry['task_phase_stage'] : undefined,
    status: STATUSES.find((status) => status === entry['task_status']),
    updated: textOf(entry['updated_datetime']),
    details: read.flatMap((detail) => (detail instanceof ArchiveError ? [] : [detail])),
    unreadable: read.flatMap((detail) => (detail instanceof ArchiveError ? [detail.message] : [])),
  };
}

/** One detail that cannot be read must not take the others with it. */
function readDetail(detail: unknown, wrong: Complain): SimpleEntryDetail | ArchiveError {
  try {
    return parseDetail(detail, wrong);
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return parseExactly(text.replace(/^\uFEFF/, ''), 'digits');
  } catch {
    return undefined;
  }
}

type Complain = (problem: string) => ArchiveError;

function parseDetail(detail: unknown, wrong: Complain): SimpleEntryDetail {
  if (!isJson(detail)) throw wrong('is no object');
  const label = textOf(detail['label']);
  if (label === undefined) {
    throw wrong(
      'label_id' in detail || 'label_name' in detail
        ? 'is one of a Full archive, which Annofab no longer makes: only Simple archives can be imported'
        : 'has no label',
    );
  }
  const attributes = detail['attributes'] ?? {};
  if (!isJson(attributes)) throw wrong('has attributes that are no object');
  return {
    label,
    annotationId: textOf(detail['annotation_id']),
    data: parseData(detail['data'], wrong),
    attributes: Object.entries(attributes),
  };
}

function parseData(data: unknown, wrong: Complain): FullAnnotationData {
  if (data === null || data === undefined) return null;
  if (!isJson(data)) throw wrong('has data that is no object');
  const type = data['_type'];
  const parse = parsers.find(({ type: known }) => known === type)?.parse;
  if (!parse) throw wrong(`has data of the unknown type ${JSON.stringify(type)}`);
  const parsed = parse(data);
  if (parsed === undefined) throw wrong(`has data that is no ${String(type)}`);
  return parsed;
}

const parsers: readonly { type: string; parse(data: Json): FullAnnotationData | undefined }[] = [
  { type: 'Classification', parse: () => ({ _type: 'Classification' }) },
  {
    type: 'BoundingBox',
    parse: ({ left_top: from, right_bottom: to }) =>
      isPoint(from) && isPoint(to) ? { _type: 'BoundingBox', left_top: from, right_bottom: to } : undefined,
  },
  {
    type: 'Points',
    parse: ({ points }) => (Array.isArray(points) && points.every(isPoint) ? { _type: 'Points', points } : undefined),
  },
  { type: 'SinglePoint', parse: ({ point }) => (isPoint(point) ? { _type: 'SinglePoint', point } : undefined) },
  { type: 'Segmentation', parse: ({ data_uri: uri }) => withUri('Segmentation', uri) },
  { type: 'SegmentationV2', parse: ({ data_uri: uri }) => withUri('SegmentationV2', uri) },
  {
    type: 'Range',
    parse: ({ begin, end }) =>
      typeof begin === 'number' && typeof end === 'number' ? { _type: 'Range', begin, end } : undefined,
  },
  { type: 'Unknown', parse: ({ data }) => ({ _type: 'Unknown', data: textOf(data) ?? '' }) },
];

function withUri(type: 'Segmentation' | 'SegmentationV2', uri: unknown): FullAnnotationData | undefined {
  return typeof uri === 'string' ? { _type: type, data_uri: uri } : undefined;
}

function isPoint(value: unknown): value is Point {
  return isJson(value) && typeof value['x'] === 'number' && typeof value['y'] === 'number';
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
