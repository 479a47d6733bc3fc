import type { ProjectJobType } from '../../generated/schemas.ts';

/** All job types. */
export const JOB_TYPES = [
  'copy-project',
  'gen-inputs',
  'gen-tasks',
  'gen-annotation',
  'gen-tasks-list',
  'gen-inputs-list',
  'invoke-hook',
  'delete-project',
  'move-project',
] as const satisfies readonly ProjectJobType[];

/** The jobs that a job must wait for. Several copies, and several webhook invocations, can run at the same time. */
const EXCLUSIONS: Readonly<Record<ProjectJobType, readonly ProjectJobType[]>> = {
  'copy-project': ['gen-inputs', 'gen-tasks', 'delete-project', 'move-project'],
  'gen-inputs': ['copy-project', 'gen-inputs', 'gen-tasks', 'gen-inputs-list', 'delete-project', 'move-project'],
  // biome-ignore format: a row of the matrix
  'gen-tasks': ['copy-project', 'gen-inputs', 'gen-tasks', 'gen-annotation', 'gen-tasks-list', 'delete-project', 'move-project'],
  'gen-annotation': ['gen-tasks', 'gen-annotation', 'delete-project', 'move-project'],
  'gen-tasks-list': ['gen-tasks', 'gen-tasks-list', 'delete-project', 'move-project'],
  'gen-inputs-list': ['gen-inputs', 'gen-inputs-list', 'delete-project', 'move-project'],
  'invoke-hook': ['delete-project', 'move-project'],
  'delete-project': JOB_TYPES,
  'move-project': JOB_TYPES,
};

/**
 * Lists the job types that prevent a job of this type from starting while they run in the same project.
 *
 * @returns all types if the type is unknown, since Annofab may add types
 * @example
 * jobTypesBefore('invoke-hook') // ['delete-project', 'move-project']
 */
export function jobTypesBefore(type: ProjectJobType): readonly ProjectJobType[] {
  return Object.hasOwn(EXCLUSIONS, type) ? EXCLUSIONS[type] : JOB_TYPES;
}

/**
 * Whether a job may start while jobs of these types run in the same project. Sends no request.
 *
 * @example
 * mayJobStart('gen-tasks', ['gen-annotation']) // false: the archive is being built
 * mayJobStart('gen-annotation', ['gen-inputs']) // true
 */
export function mayJobStart(type: ProjectJobType, running: readonly ProjectJobType[]): boolean {
  const before = jobTypesBefore(type);
  return !running.some((other) => before.includes(other));
}
