import type { HandlerTable } from '../handler.ts';
import { checkLock } from '../lock.ts';
import { markersOf } from '../markers.ts';

export const markers = {
  getMarkers: ({ project }) => markersOf(project),

  putMarkers: ({ project, body, clock }) => {
    checkLock('markers', project.markers.updated_datetime, body.last_updated_datetime);
    project.markers = { list: body.markers ?? [], updated_datetime: clock.stamp() };
    return markersOf(project);
  },
} satisfies HandlerTable;
