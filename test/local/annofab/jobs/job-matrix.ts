import type { ProjectJobType } from '../../../../lib/annofab/api-description.ts';

/** The columns of the matrix, and its rows. */
export const TYPES: ProjectJobType[] = [
  'copy-project',
  'gen-inputs',
  'gen-tasks',
  'gen-annotation',
  'gen-tasks-list',
  'gen-inputs-list',
  'invoke-hook',
  'delete-project',
  'move-project',
];

/** `x`: the row cannot start while the column is in progress, as Annofab's description of the job types says. */
export const matrix: Readonly<Record<ProjectJobType, string>> = {
  'copy-project': '.xx....xx',
  'gen-inputs': 'xxx..x.xx',
  'gen-tasks': 'xxxxx..xx',
  'gen-annotation': '..xx...xx',
  'gen-tasks-list': '..x.x..xx',
  'gen-inputs-list': '.x...x.xx',
  'invoke-hook': '.......xx',
  'delete-project': 'xxxxxxxxx',
  'move-project': 'xxxxxxxxx',
};
