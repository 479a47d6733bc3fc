import type { InputDataType } from '../../../lib/annofab/api-description.ts';
import type { FrameNotes, ImportedFrame } from './frames.ts';
import type { InferredSize } from './sizes.ts';
import { count } from './specs.ts';

export function describeProjectId(frames: readonly ImportedFrame[], projectId: string): string[] {
  const named = new Set(frames.flatMap(({ entry }) => entry.projectId ?? []));
  if (named.has(projectId) && named.size === 1) return [];
  return named.has(projectId)
    ? [`project: the entries name ${count(named.size, 'project')}; all are put into ${projectId}`]
    : [`project: the entries name none that could be used; it is called ${projectId}`];
}

const sources = {
  mask: 'from the header of a mask',
  coordinates: 'from the outermost coordinates, rounded up',
  nothing: 'a usual one, since nothing tells it',
} as const;

export function describeInputData(type: InputDataType, sizes: readonly (InferredSize | undefined)[]): string[] {
  if (type !== 'image') {
    const kind =
      type === 'movie' ? 'a video, since there are intervals' : 'of a plugin or 3D, since data is of an unknown type';
    return [`input data: ${kind}; its files say only that an archive holds none`];
  }
  const bySource = Map.groupBy(
    sizes.flatMap((size) => size ?? []),
    ({ from }) => from,
  );
  const parts = [...bySource].map(([from, ofSource]) => `${ofSource.length} ${sources[from]}`);
  return [
    `image sizes: ${parts.join('; ')}`,
    `images: drawn by the emulator (${count(sizes.length, 'image')}), since an archive holds none`,
  ];
}

export function describeFrames(frames: readonly ImportedFrame[]): string[] {
  const number = (lacks: (frame: ImportedFrame) => boolean) => frames.filter(lacks).length;
  const withoutPhase = number(({ entry }) => entry.phase === undefined || entry.status === undefined);
  const unequal = [...Map.groupBy(frames, ({ taskId }) => taskId).values()].filter(
    (ofTask) => new Set(ofTask.map(({ entry }) => `${entry.phase} ${entry.status}`)).size > 1,
  ).length;
  return [
    'tasks: their frames in the order of the input data names, their times those of the latest annotation',
    'tasks: those that are begun are assigned to the owner, since an archive names nobody',
    ...(withoutPhase > 0
      ? [
          `tasks: ${count(withoutPhase, 'entry')} without a phase or status; unless another entry of the task has them: annotation, not_started`,
        ]
      : []),
    ...(unequal > 0
      ? [`tasks: the entries of ${count(unequal, 'task')} differ in phase or status; the first one counts`]
      : []),
  ];
}

export function describeNotes(notes: FrameNotes): string[] {
  const { otherIds, leftOut, unreadable, missingFiles, withoutId, strayFiles } = notes;
  return [
    ...(otherIds.length > 0
      ? [
          `ids: ${count(otherIds.length, 'entry')} with other ids inside than in the path, which counts: ${some(otherIds)}`,
        ]
      : []),
    ...(leftOut.length > 0
      ? [`left out: ${count(leftOut.length, 'entry')} whose path gives no ids that Annofab allows: ${some(leftOut)}`]
      : []),
    ...unreadable.map((problem) => `left out: ${problem}`),
    ...(missingFiles.length > 0
      ? [`missing: ${count(missingFiles.length, 'outer file')} that the archive should hold: ${some(missingFiles)}`]
      : []),
    ...(withoutId > 0
      ? [`annotations: ${withoutId} without an id; each is given one, and an entry with outer files is changed by that`]
      : []),
    ...(strayFiles > 0 ? [`ignored: ${count(strayFiles, 'file')} that no annotation refers to`] : []),
  ];
}

function some(paths: readonly string[]): string {
  const shown = 3;
  const rest = paths.length - shown;
  return paths.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
