import type { Project } from '../../../lib/annofab/api-description.ts';
import { invalidQuery } from '../core/errors.ts';
import { contains } from '../core/query.ts';

interface ProjectQuery {
  readonly title?: string | undefined;
  readonly status?: string | undefined;
  readonly input_data_type?: string | undefined;
  readonly sort_by?: string | undefined;
}

/**
 * The projects that match, sorted by title, or with `sort_by=date` by the last change of a task, newest first.
 *
 * @throws Failure 400 for another sort key
 */
export function filterProjects(projects: readonly Project[], query: ProjectQuery): Project[] {
  if (query.sort_by !== undefined && query.sort_by !== 'date') throw invalidQuery('sort_by must be date');
  return projects
    .filter(({ title }) => contains(title, query.title))
    .filter(({ project_status: status }) => query.status === undefined || status === query.status)
    .filter(({ input_data_type: type }) => query.input_data_type === undefined || type === query.input_data_type)
    .sort(query.sort_by === 'date' ? byLastTaskUpdate : (a, b) => a.title.localeCompare(b.title));
}

function byLastTaskUpdate(a: Project, b: Project): number {
  const [left, right] = [a, b].map(({ summary }) => summary.last_tasks_updated_datetime ?? '');
  return (right ?? '').localeCompare(left ?? '');
}
