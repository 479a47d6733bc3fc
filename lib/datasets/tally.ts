import type { FrameKey } from '../annofab/index.ts';
import {
  type ChangeReason,
  type ConversionReport,
  type DropReason,
  type FrameNote,
  type ImageNote,
  type ImageProblem,
  type ImagesReport,
  type Place,
  placeOf,
  type Tally,
} from './report.ts';

/** Counts what becomes of the annotations of a shard. */
export interface ReportBuilder {
  frameWritten(part: string): void;
  frameNoted(note: FrameNote, frame: FrameKey): void;
  frameNotSelected(): void;
  written(part: string, label: string): void;
  notSelected(): void;
  dropped(reason: DropReason, label: string, place: Place, shape?: string): void;
  changed(reason: ChangeReason, label: string, place: Place): void;
  imageWritten(): void;
  imageMissing(problem: ImageProblem, frame: FrameKey): void;
  imageNoted(note: ImageNote, frame: FrameKey): void;
  report(): ConversionReport;
}

export function createReport(): ReportBuilder {
  const frames = { written: 0, not_selected: 0 };
  const annotations = { written: 0, not_selected: 0, dropped: 0 };
  const counts = new Map<string, Map<string, number>>();
  const parts = new Map<string, number>();
  const [dropped, changed, frameNotes] = [createTallies(), createTallies(), createTallies()];
  const images = { written: 0, missing: 0 };
  const [problems, notes] = [createTallies(), createTallies()];
  return {
    frameWritten(part) {
      frames.written += 1;
      parts.set(part, (parts.get(part) ?? 0) + 1);
    },
    frameNoted: (reason, frame) => frameNotes.add({ reason, label: '', count: 1, first: placeOf(frame) }),
    frameNotSelected() {
      frames.not_selected += 1;
    },
    written(part, label) {
      annotations.written += 1;
      const ofPart = counts.get(part) ?? new Map<string, number>();
      if (ofPart.size === 0) counts.set(part, ofPart);
      ofPart.set(label, (ofPart.get(label) ?? 0) + 1);
    },
    notSelected() {
      annotations.not_selected += 1;
    },
    dropped(reason, label, first, shape) {
      annotations.dropped += 1;
      dropped.add({ reason, label, shape, count: 1, first });
    },
    changed: (reason, label, first) => changed.add({ reason, label, count: 1, first }),
    imageWritten() {
      images.written += 1;
    },
    imageMissing(reason, frame) {
      images.missing += 1;
      problems.add({ reason, label: '', count: 1, first: placeOf(frame) });
    },
    imageNoted: (reason, frame) => notes.add({ reason, label: '', count: 1, first: placeOf(frame) }),
    report: () => ({
      frames: { ...frames },
      annotations: { ...annotations },
      parts: Object.fromEntries(parts),
      counts: Object.fromEntries([...counts].map(([part, labels]) => [part, Object.fromEntries(labels)])),
      dropped: dropped.all(),
      changed: changed.all(),
      notes: frameNotes.all(),
      ...(images.written + images.missing > 0 && {
        images: { ...images, problems: problems.all(), notes: notes.all() },
      }),
    }),
  };
}

/**
 * The report of all shards together, in their order: the result does not depend on how many there are.
 *
 * @param parts of the dataset: the report names those without frames too
 */
export function joinReports(reports: readonly ConversionReport[], parts: readonly string[]): ConversionReport {
  const [dropped, changed, notes] = [createTallies(), createTallies(), createTallies()];
  for (const report of reports) {
    for (const tally of report.dropped) dropped.add(tally);
    for (const tally of report.changed) changed.add(tally);
    for (const tally of report.notes) notes.add(tally);
  }
  const images = reports.flatMap((report) => report.images ?? []);
  const sum = (pick: (report: ConversionReport) => number) =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    frames: { written: sum((r) => r.frames.written), not_selected: sum((r) => r.frames.not_selected) },
    annotations: {
      written: sum((r) => r.annotations.written),
      not_selected: sum((r) => r.annotations.not_selected),
      dropped: sum((r) => r.annotations.dropped),
    },
    parts: Object.fromEntries(parts.map((part) => [part, sum((r) => r.parts[part] ?? 0)])),
    counts: joinCounts(reports.map(({ counts }) => counts)),
    dropped: dropped.all(),
    changed: changed.all(),
    notes: notes.all(),
    ...(images.length > 0 && { images: joinImages(images) }),
  };
}

function joinImages(reports: readonly ImagesReport[]): ImagesReport {
  const [problems, notes] = [createTallies(), createTallies()];
  for (const report of reports) {
    for (const tally of report.problems) problems.add(tally);
    for (const tally of report.notes) notes.add(tally);
  }
  return {
    written: reports.reduce((total, { written }) => total + written, 0),
    missing: reports.reduce((total, { missing }) => total + missing, 0),
    problems: problems.all(),
    notes: notes.all(),
  };
}

type Counts = ConversionReport['counts'];

function joinCounts(all: readonly Counts[]): Counts {
  const joined = new Map<string, Map<string, number>>();
  for (const [part, labels] of all.flatMap((counts) => Object.entries(counts))) {
    const ofPart = joined.get(part) ?? new Map<string, number>();
    joined.set(part, ofPart);
    for (const [label, count] of Object.entries(labels)) ofPart.set(label, (ofPart.get(label) ?? 0) + count);
  }
  return sorted(joined, (labels) => sorted(labels, (count) => count));
}

/** By name: which came first depends on the order of the shards' frames. */
function sorted<V, W>(map: ReadonlyMap<string, V>, of: (value: V) => W): Record<string, W> {
  const entries = [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, of(value)]));
}

function createTallies() {
  const tallies = new Map<string, Tally>();
  return {
    add(tally: Tally): void {
      const key = JSON.stringify([tally.reason, tally.label, tally.shape]);
      const before = tallies.get(key);
      tallies.set(key, before ? { ...before, count: before.count + tally.count } : tally);
    },
    all: () => [...tallies.values()],
  };
}
