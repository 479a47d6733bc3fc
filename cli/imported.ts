import type { ImportedProject } from '../local/annofab/import/import-archive.ts';

/** What was made of an archive, for programs. */
export function summarizeImport({ projectId, taskIds, frameCount, annotationCount, assumptions }: ImportedProject) {
  return {
    project_id: projectId,
    tasks: taskIds.length,
    frames: frameCount,
    annotations: annotationCount,
    assumptions,
  };
}

/** The same for people, line by line. */
export function describeImport({ projectId, taskIds, frameCount, annotationCount, assumptions }: ImportedProject) {
  return [
    `Imported ${projectId}: ${taskIds.length} tasks, ${frameCount} frames, ${annotationCount} annotations. Assumed:`,
    ...assumptions.map((line) => `  - ${line}`),
  ];
}
