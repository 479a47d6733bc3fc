import type {
  AnnotationSpecsHistory,
  AnnotationSpecsRequest,
  AnnotationSpecsRequestV3,
  AnnotationSpecsV3,
} from '../../../lib/annofab/generated/schemas.ts';
import { failure, missing } from '../errors.ts';
import type { HandlerTable } from '../handler.ts';
import { checkLock } from '../lock.ts';
import type { Files } from '../services.ts';
import { toVersion } from '../specs-versions.ts';
import { type ProjectRecord, type SpecsHistory, specsHistory } from '../state.ts';

export const annotationSpecs = {
  getAnnotationSpecs: ({ project, query }) => toVersion(findSpecs(project, query.history_id), query.v),

  putAnnotationSpecs: ({ project, params, query, body, caller, clock }) => {
    if (!isV3(body)) throw failure(501, 'NOT_IMPLEMENTED', 'The emulator takes annotation specs in version 3 only');
    checkLock('annotation specs', project.specs.updated_datetime, body.last_updated_datetime);
    const { last_updated_datetime: _lock, comment, auto_marking: _marking, metadata = {}, ...fields } = body;
    const now = clock.stamp();
    const specs: AnnotationSpecsV3 = { ...fields, metadata, project_id: params.project_id, updated_datetime: now };
    const by = { account_id: caller.account.account_id, ...(comment !== undefined && { comment }) };
    project.specs = specs;
    project.specsHistories.push(specsHistory(specs, now, by));
    return toVersion(specs, query.v ?? '2');
  },

  getAnnotationSpecsHistories: ({ project, files }) => project.specsHistories.map((past) => published(past, files)),
} satisfies HandlerTable;

function findSpecs(project: ProjectRecord, historyId: string | undefined): AnnotationSpecsV3 {
  if (historyId === undefined) return project.specs;
  const found = project.specsHistories.find(({ history }) => history.history_id === historyId);
  if (!found) throw missing('annotation specs history', historyId);
  return found.specs;
}

/** With a URL to the specs of that time, whose file is written for it. */
function published({ history, specs }: SpecsHistory, files: Files): AnnotationSpecsHistory {
  const path = `annotation-specs/${history.project_id}/${history.history_id}.json`;
  files.put(path, Buffer.from(JSON.stringify(specs)), 'application/json');
  return { ...history, url: files.sign(path) };
}

function isV3(body: AnnotationSpecsRequest): body is AnnotationSpecsRequestV3 {
  return 'format_version' in body && body.format_version.startsWith('3.');
}
