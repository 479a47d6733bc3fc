import type { Selection } from '../../lib/datasets/index.ts';
import type { ConvertOptions } from './options.ts';

type SelectionOptions = Pick<ConvertOptions, 'phase' | 'status' | 'allTasks' | 'label' | 'attribute' | 'where'>;

export function selectionOf({ phase, status, allTasks, label, attribute, where }: SelectionOptions): Selection {
  return {
    phases: allTasks ? 'all' : phase,
    statuses: allTasks ? 'all' : status,
    labels: label,
    attributes: attribute,
    where,
  };
}
