import { randomUUID } from 'node:crypto';
import type { GraphType, Markers } from '../../../lib/annofab/api-description.ts';
import { checkLock } from '../core/lock.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

const GRAPHS: readonly GraphType[] = [
  'task_progress',
  'cumulative_labor_time_By_task_phase',
  'number_of_inspections_per_inspection_phrase',
  'number_of_task_rejections_by_member',
  'labor_time_per_member',
];

const IMAGE_GRAPHS: readonly GraphType[] = ['mean_labor_time_per_image', 'mean_labor_time_per_image_by_member'];

const MOVIE_GRAPHS: readonly GraphType[] = [
  'mean_labor_time_per_minute_of_movie',
  'mean_labor_time_per_minute_of_movie_by_member',
];

export const markers = {
  getMarkers: ({ project }) => markersOf(project),

  putMarkers: ({ project, body, clock }) => {
    checkLock('markers', project.markers.updated_datetime, body.last_updated_datetime);
    project.markers = { list: body.markers ?? [], updated_datetime: clock.stamp() };
    return markersOf(project);
  },
} satisfies HandlerTable;

function markersOf({ project, markers }: ProjectRecord): Markers {
  const { list, updated_datetime } = markers;
  return {
    project_id: project.project_id,
    markers: list,
    ...(updated_datetime !== undefined && { updated_datetime }),
  };
}

/** Adds a marker to every graph of the project. */
export function addMarkers({ project, markers }: ProjectRecord, title: string, at: string): void {
  const graphs = [...GRAPHS, ...(project.input_data_type === 'movie' ? MOVIE_GRAPHS : IMAGE_GRAPHS)];
  markers.list.push(...graphs.map((graph) => ({ marker_id: randomUUID(), title, graph_type: graph, marked_at: at })));
  markers.updated_datetime = at;
}
