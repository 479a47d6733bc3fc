import { randomUUID } from 'node:crypto';
import type { InstructionImage } from '../../../lib/annofab/api-description.ts';
import { missing, missingQuery } from '../core/errors.ts';
import { checkLock } from '../core/lock.ts';
import { readInteger } from '../core/query.ts';
import type { Files } from '../core/services.ts';
import { FILE_URI, type FileStore } from '../core/state.ts';
import type { HandlerTable } from '../server/handler.ts';

const DEFAULT_HISTORIES = 30;

/** Annofab answers at most 200 histories; a higher limit is no error, since its command line tool sends 10,000. */
const MAX_HISTORIES = 200;

export const instructions = {
  getInstruction: ({ project, query }) => {
    if (query.history_id === undefined) throw missingQuery('history_id');
    const found = project.instructions.find(({ history }) => history.history_id === query.history_id);
    if (!found) throw missing('instruction', query.history_id);
    return { html: found.html, last_updated_datetime: found.history.updated_datetime };
  },

  getInstructionHistory: ({ project, query }) => {
    const limit = readInteger('limit', query.limit, { fallback: DEFAULT_HISTORIES, min: 0 });
    const newestFirst = project.instructions.map(({ history }) => history).reverse();
    return newestFirst.slice(0, Math.min(limit, MAX_HISTORIES));
  },

  putInstruction: ({ project, body, member, clock }) => {
    const latest = project.instructions.at(-1)?.history;
    checkLock('instruction', latest?.updated_datetime, body.last_updated_datetime);
    const history = { history_id: randomUUID(), account_id: member.account_id, updated_datetime: clock.stamp() };
    project.instructions.push({ history, html: body.html });
    return history;
  },

  /** Only uploaded images: requesting an upload URL creates none. */
  getInstructionImages: ({ params, state, files }) => imagesOf(params.project_id, state.files, files),

  getInstructionImageUrlForPut: ({ params, files }) => {
    const path = imagePath(params);
    return { url: files.sign(path, { method: 'PUT' }), path: `${files.url}/${path}` };
  },

  deleteInstructionImage: ({ params, state }) => {
    if (!state.files.delete(imagePath(params))) throw missing('instruction image', params.image_id);
    return undefined;
  },
} satisfies HandlerTable;

/** The path in the file store, and in the URL that an instruction's HTML contains. */
function imagePath({ project_id, image_id }: { project_id: string; image_id: string }): string {
  return `projects/${project_id}/instruction-images/${image_id}`;
}

function imagesOf(project_id: string, store: FileStore, { url }: Files): InstructionImage[] {
  const folder = imagePath({ project_id, image_id: '' });
  return [...store]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, { etag }]) => ({
      image_id: path.slice(folder.length),
      path: FILE_URI + path,
      url: `${url}/${path}`,
      etag,
    }));
}
