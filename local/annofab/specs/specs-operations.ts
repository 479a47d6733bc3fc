import type { AnnotationSpecsHistory, AnnotationSpecsV3 } from '../../../lib/annofab/api-description.ts';
import { missing } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import type { Files } from '../core/services.ts';
import { type ProjectRecord, type SpecsHistory, specsHistory } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';
import { addMarkers } from './marker-operations.ts';
import { checkSpecs } from './specs-checks.ts';
import { readSpecs } from './specs-requests.ts';
import { toVersion } from './specs-versions.ts';

export const annotationSpecs = {
  getAnnotationSpecs: ({ project, query }) => toVersion(findSpecs(project, query.history_id), query.v),

  getAnnotationSpecsV2: ({ project, query }) => toVersion(findSpecs(project, query.history_id), query.v),

  putAnnotationSpecs: ({ project, params, query, body, caller, clock }) => {
    checkLock('annotation specs', project.specs.updated_datetime, body.last_updated_datetime);
    const content = readSpecs(body);
    checkSpecs(content);
    const now = clock.stamp();
    const specs: AnnotationSpecsV3 = { ...content, project_id: params.project_id, updated_datetime: now };
    const { comment } = body;
    project.specs = specs;
    project.specsHistories.push(
      specsHistory(specs, now, { account_id: caller.account.account_id, ...(comment != null && { comment }) }),
    );
    if (body.auto_marking) addMarkers(project, comment ?? 'アノテーション仕様の変更', now);
    return toVersion(specs, query.v ?? '2');
  },

  getAnnotationSpecsHistories: ({ project, files }) => project.specsHistories.map((past) => withUrl(past, files)),
} satisfies HandlerTable;

function findSpecs(project: ProjectRecord, historyId: string | undefined): AnnotationSpecsV3 {
  if (historyId === undefined) return project.specs;
  const found = project.specsHistories.find(({ history }) => history.history_id === historyId);
  if (!found) throw missing('annotation specs history', historyId);
  return found.specs;
}

/** Writes a file with the specs of that time, and adds its URL. */
function withUrl({ history, specs }: SpecsHistory, files: Files): AnnotationSpecsHistory {
  const path = `annotation-specs/${history.project_id}/${history.history_id}.json`;
  files.put(path, Buffer.from(JSON.stringify(specs)), 'application/json');
  return { ...history, url: files.sign(path) };
}
