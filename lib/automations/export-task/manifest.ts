import { createHash } from 'node:crypto';
import type { Task } from '../../annofab/index.ts';
import { parseStoredJson } from '../bucket/stored-json.ts';
import { compareVersions, isDatedVersion, versionOf } from '../bucket/version.ts';

/** One file of a version. */
export interface StoredFile {
  /** Inside the version, as in Annofab's archive: `{task_id}/{input_data_id}.json`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly content_type: string;
}

/** One stored input data. */
export interface StoredFrame {
  readonly input_data_id: string;
  /** Verbatim; absent when it was never annotated. */
  readonly updated_datetime?: string;
  readonly annotation_count: number;
  readonly labels: readonly string[];
  readonly files: readonly StoredFile[];
}

/**
 * The content of a version. It is written after the files: a version without a manifest is unfinished and does not count.
 * Nothing in it comes from the clock or from the event, so that a second export of the same task gives the same bytes.
 */
export interface Manifest {
  readonly project_id: string;
  readonly task_id: string;
  readonly version: string;
  readonly phase: string;
  readonly phase_stage: number;
  readonly status: string;
  /** When the task was completed, verbatim: its `operation_updated_datetime` (`updated_datetime` where it has none). */
  readonly completed_at: string;
  readonly annotation_count: number;
  /** By the label's English name, in the order of the names. */
  readonly annotation_count_by_label: Readonly<Record<string, number>>;
  /** In the order of the task. */
  readonly frames: readonly Omit<StoredFrame, 'labels' | 'files'>[];
  readonly files: readonly StoredFile[];
}

/** `latest.json` of a task. */
export interface LatestVersion {
  readonly project_id: string;
  readonly task_id: string;
  readonly version: string;
  readonly completed_at: string;
  /** The key of its manifest. */
  readonly manifest: string;
  /** The task was re-opened or deleted since: the version is not current any more, and no other is. */
  readonly withdrawn?: string;
  /** When that was seen. */
  readonly withdrawn_at?: string;
}

export function buildManifest(task: Task, version: string, frames: readonly StoredFrame[]): Manifest {
  return {
    project_id: task.project_id,
    task_id: task.task_id,
    version,
    phase: task.phase,
    phase_stage: task.phase_stage,
    status: task.status,
    completed_at: completedAt(task),
    annotation_count: frames.reduce((sum, frame) => sum + frame.annotation_count, 0),
    annotation_count_by_label: countByLabel(frames.flatMap(({ labels }) => labels)),
    frames: frames.map(({ labels: _labels, files: _files, ...frame }) => frame),
    files: frames.flatMap(({ files }) => files),
  };
}

/** Verbatim. */
export function completedAt(task: Task): string {
  return task.operation_updated_datetime ?? task.updated_datetime;
}

/** The version of a task without a date-time of completion: a SHA-256 over the paths, sizes and hashes of its files. */
export function contentVersion(frames: readonly StoredFrame[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes, sha256 } of frames.flatMap(({ files }) => files))
    hash.update(`${path}\n${bytes} ${sha256}\n`);
  return hash.digest('hex');
}

/**
 * Whether one version of a task is newer than another. Versions named by their content have no order: among them the later
 * `completed_at` is newer, and any version named by a date-time is newer than them.
 */
export function isNewerVersion(next: LatestVersion, current: LatestVersion): boolean {
  // The task is complete again with the same content: it is current again.
  if (next.version === current.version) return current.withdrawn !== undefined && next.withdrawn === undefined;
  const [nextDated, currentDated] = [isDatedVersion(next.version), isDatedVersion(current.version)];
  if (nextDated !== currentDated) return nextDated;
  return compareVersions(versionOf(next.completed_at), versionOf(current.completed_at)) > 0;
}

/** A summary of a version. */
export interface ExportedVersion {
  readonly version: string;
  /** When the task was completed, verbatim. */
  readonly completedAt: string;
  readonly annotationCount: number;
  /** The number of files, without the manifest. */
  readonly files: number;
  /** The total size of the files. */
  readonly bytes: number;
}

/** @param text a manifest, just built or from an earlier export. @throws LoggableError when it is not a manifest */
export function describeManifest(text: string, key: string): ExportedVersion {
  const manifest = parseStoredJson('taskManifest', text, key);
  const files = manifest.list('files');
  return {
    version: manifest.text('version'),
    completedAt: manifest.text('completed_at'),
    annotationCount: manifest.number('annotation_count'),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.number('bytes'), 0),
  };
}

/** @throws LoggableError when the text is not a `latest.json` */
export function parseLatestVersion(text: string, key: string): LatestVersion {
  const json = parseStoredJson('latest', text, key);
  const [withdrawn, withdrawn_at] = [json.optionalText('withdrawn'), json.optionalText('withdrawn_at')];
  return {
    project_id: json.text('project_id'),
    task_id: json.text('task_id'),
    version: json.text('version'),
    completed_at: json.text('completed_at'),
    manifest: json.text('manifest'),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(withdrawn_at === undefined ? {} : { withdrawn_at }),
  };
}

function countByLabel(labels: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels.toSorted()) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries(counts);
}
