import { randomUUID } from 'node:crypto';
import type { GraphType, Markers } from '../../../lib/annofab/api-description.ts';
import type { ProjectRecord } from '../core/state.ts';

const EVERYWHERE: readonly GraphType[] = [
  'task_progress',
  'cumulative_labor_time_By_task_phase',
  'number_of_inspections_per_inspection_phrase',
  'number_of_task_rejections_by_member',
  'labor_time_per_member',
];
const OF_IMAGES: readonly GraphType[] = ['mean_labor_time_per_image', 'mean_labor_time_per_image_by_member'];
const OF_MOVIES: readonly GraphType[] = [
  'mean_labor_time_per_minute_of_movie',
  'mean_labor_time_per_minute_of_movie_by_member',
];

export function markersOf({ project, markers }: ProjectRecord): Markers {
  const { list, updated_datetime } = markers;
  return {
    project_id: project.project_id,
    markers: list,
    ...(updated_datetime !== undefined && { updated_datetime }),
  };
}

/** Marks a moment in every graph that the project has. */
export function markEverywhere({ project, markers }: ProjectRecord, title: string, at: string): void {
  const graphs = [...EVERYWHERE, ...(project.input_data_type === 'movie' ? OF_MOVIES : OF_IMAGES)];
  markers.list.push(...graphs.map((graph) => ({ marker_id: randomUUID(), title, graph_type: graph, marked_at: at })));
  markers.updated_datetime = at;
}
