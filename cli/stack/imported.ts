import type { ImportedProject } from '../../local/annofab/import/import-archive.ts';

/** An imported archive, for JSON output. */
export function summarizeImport({ projectId, taskIds, frameCount, annotationCount, assumptions }: ImportedProject) {
  return {
    project_id: projectId,
    tasks: taskIds.length,
    frames: frameCount,
    annotations: annotationCount,
    assumptions,
  };
}

/** An imported archive, as lines for a terminal. */
export function describeImport({ projectId, taskIds, frameCount, annotationCount, assumptions }: ImportedProject) {
  return [
    `Imported ${projectId}: ${taskIds.length} tasks, ${frameCount} frames, ${annotationCount} annotations. Assumed:`,
    ...assumptions.map((line) => `  - ${line}`),
  ];
}
