import { checkLock } from '../core/lock.ts';
import type { HandlerTable } from '../server/handler.ts';
import { markersOf } from './markers.ts';

export const markers = {
  getMarkers: ({ project }) => markersOf(project),

  putMarkers: ({ project, body, clock }) => {
    checkLock('markers', project.markers.updated_datetime, body.last_updated_datetime);
    project.markers = { list: body.markers ?? [], updated_datetime: clock.stamp() };
    return markersOf(project);
  },
} satisfies HandlerTable;
