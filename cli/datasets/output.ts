import type { ArchiveDiff, ArchiveSummary } from '../../lib/datasets/index.ts';
import { bytesText } from '../frame/progress.ts';
import { textTable } from '../frame/text-table.ts';
import type { PulledVersion } from './pull-version.ts';
import type { Version } from './versions.ts';

/** A version in the output of `list --json`. */
export function listed({ manifest, formats, tags }: Version) {
  const { version, summary } = manifest;
  const { frames, annotations } = summary;
  return { version, tags, tasks: summary.tasks.all, frames, annotations, formats };
}

export function listText(versions: readonly Version[]): string {
  if (versions.length === 0) return 'There is no version. They are made where functions/projects.ts sets dataset.';
  const rows = versions.map((version) => {
    const { tags, tasks, frames, annotations, formats } = listed(version);
    const counts = [tasks, frames, annotations].map(String);
    return [version.manifest.version, ...counts, formats.join(' ') || '-', tags.join(' ') || '-'];
  });
  return textTable(rows, ['VERSION', 'TASKS', 'FRAMES', 'ANNOTATIONS', 'FORMATS', 'TAGS']);
}

export function showText({ manifest, formats, tags }: Version): string {
  const { version, archive, summary } = manifest;
  const facts = [
    ['version', version],
    ['tags', tags.join(' ') || '-'],
    ['formats', formats.join(' ') || '-'],
    ['archive', `${archive.key}, ${bytesText(archive.bytes)}`],
    ['SHA-256', archive.sha256],
    ['built', archive.last_modified ?? '-'],
    ['specs of', summary.specs?.updated_datetime ?? '-'],
    ['updates', `${summary.oldest_update ?? '-'} to ${summary.newest_update ?? '-'}`],
    ['frames', String(summary.frames)],
    ['annotations', String(summary.annotations)],
    ...(summary.unreadable === 0 ? [] : [['unreadable', String(summary.unreadable)]]),
  ];
  return [textTable(facts), ...summaryTables(summary)].join('\n\n');
}

/** Tasks by state, and annotations by label and type. */
function summaryTables({ tasks, labels, annotation_types }: ArchiveSummary): string[] {
  return [
    countTable(tasks.by_state, ['STATE', 'TASKS']),
    countTable(labels, ['LABEL', 'ANNOTATIONS']),
    countTable(annotation_types, ['TYPE', 'ANNOTATIONS']),
  ].filter((table) => table !== '');
}

function countTable(counts: Readonly<Record<string, number>>, head: readonly string[]): string {
  const rows = Object.entries(counts).map(([name, count]) => [name, String(count)]);
  return rows.length === 0 ? '' : textTable(rows, head);
}

export function diffText({ tasks, frames, labels }: ArchiveDiff): string {
  const { added, removed, changed, unchanged } = tasks;
  const reopened = new Set(tasks.reopened);
  const rows = [
    ...added.map((task_id) => ['added', task_id, '']),
    ...removed.map((task_id) => ['removed', task_id, '']),
    ...changed.map(({ task_id, before, after, frames }) => [
      reopened.has(task_id) ? 're-opened' : 'changed',
      task_id,
      before === after ? `${frames} frames` : `${frames} frames, ${before} to ${after}`,
    ]),
  ];
  const counts = [
    `Tasks: ${added.length} added, ${removed.length} removed, ${changed.length} changed (${reopened.size} re-opened), ${unchanged} unchanged.`,
    `Frames: ${frames.added} added, ${frames.removed} removed, ${frames.changed} changed, ${frames.unchanged} unchanged.`,
  ].join('\n');
  const labelRows = labels.map(({ label, before, after }) => [
    label,
    String(before),
    String(after),
    signed(after - before),
  ]);
  return [
    counts,
    ...(rows.length === 0 ? [] : [textTable(rows, ['', 'TASK', ''])]),
    ...(labelRows.length === 0
      ? []
      : [`Annotations of the frames that differ:\n${textTable(labelRows, ['LABEL', 'BEFORE', 'AFTER', ''])}`]),
  ].join('\n\n');
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}

export function pulledText({ version, formats, files, copied, bytes }: PulledVersion, folder: string): string {
  const which = formats.length === 0 ? '' : ` with ${formats.join(', ')}`;
  return `${folder} has the version ${version}${which}: ${copied} of ${files} files, ${bytesText(bytes)} were copied.`;
}
