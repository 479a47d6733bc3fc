import type { SimpleFrame, TaskPhase, TaskStatus } from '../annofab/index.ts';

/** What of an archive becomes part of the dataset. */
export interface Selection {
  /** Default: `acceptance`. `all` for every phase. */
  readonly phases?: readonly TaskPhase[] | 'all' | undefined;
  /** Default: `complete`. `all` for every status. */
  readonly statuses?: readonly TaskStatus[] | 'all' | undefined;
  /** English names. Default: every label. */
  readonly labels?: readonly string[] | undefined;
  /** English names of the attributes to write. Default: every attribute. */
  readonly attributes?: readonly string[] | undefined;
  /** Only annotations whose attributes have these values, by English name: `{ occluded: false, colour: 'red' }`. */
  readonly where?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Whether a frame is selected by the state of its task. */
export function selectsFrame({ phases, statuses }: Selection): (frame: SimpleFrame) => boolean {
  const phase = testOf(phases ?? ['acceptance']);
  const status = testOf(statuses ?? ['complete']);
  return ({ task_phase, task_status }) => phase(task_phase) && status(task_status);
}

type Attributes = Readonly<Record<string, unknown>>;

/** Whether an annotation is selected by its label and its attributes. */
export function selectsAnnotation({ labels, where }: Selection): (label: string, attributes: Attributes) => boolean {
  const hasLabel = testOf(labels ?? 'all');
  const wanted = Object.entries(where ?? {});
  return (label, attributes) =>
    hasLabel(label) && wanted.every(([name, value]) => String(attributes[name]) === String(value));
}

/** Takes the attributes that are selected and have a value. */
export function selectAttributes({ attributes: names }: Selection): (attributes: Attributes) => Attributes {
  const isSelected = testOf(names ?? 'all');
  const isKept = ([name, value]: [string, unknown]) => isSelected(name) && hasValue(value);
  return (attributes) => {
    const entries = Object.entries(attributes);
    if (entries.length === 0) return NO_ATTRIBUTES;
    return entries.every(isKept) ? attributes : Object.fromEntries(entries.filter(isKept));
  };
}

const NO_ATTRIBUTES: Attributes = {};

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function testOf(names: readonly string[] | 'all'): (name: string) => boolean {
  if (names === 'all') return () => true;
  const set = new Set(names);
  return (name) => set.has(name);
}
