import type { Inspection } from '../../../lib/annofab/index.ts';
import type { AnnofabEmulator } from '../../../local/annofab/index.ts';
import { ACCEPTER_ID, type Cases, frame, project, task, WORKER_ID, workersTask } from '../world.ts';

const workersFrame = { ...workersTask, input_data_id: 'task-5-frame-1' };

/** Only frames of custom input data have thumbnails. */
function takeCustomData({ state }: AnnofabEmulator): void {
  const record = state.projects.get(project.project_id);
  if (record) record.project.input_data_type = 'custom';
}

export const annotations = {
  getAnnotation: ({ owner }) => owner.getAnnotation(frame),

  getEditorAnnotation: async ({ owner }) => {
    const [history] = await owner.getTaskHistories(task);
    await owner.getEditorAnnotation({ ...frame, query: { v: 2 } });
    await owner.getEditorAnnotation({ ...frame, query: { v: 1, task_history_id: history?.task_history_id } });
  },

  getEditorAnnotationsInBulk: ({ owner }) =>
    owner.getEditorAnnotationsInBulk({ ...task, query: { input_data_id: [frame.input_data_id, 'task-1-frame-2'] } }),

  putAnnotation: async ({ worker }) => {
    const { updated_datetime } = await worker.getEditorAnnotation({ ...workersFrame, query: { v: 2 } });
    await worker.putAnnotation({
      ...workersFrame,
      query: { v: 2 },
      body: { ...workersFrame, details: [], format_version: '2.0.0', updated_datetime: updated_datetime ?? null },
    });
  },

  getAnnotationList: async ({ owner }) => {
    const query = { label_id: 'label-vehicle', task_id: task.task_id };
    await owner.getAnnotationList({ ...project, query: { v: 2, page: 1, limit: 10, query, sort: 'task_id' } });
    await owner.getAnnotationList({ ...project, query: { v: 1, no_aggregate_label_and_input: true } });
  },

  batchUpdateAnnotations: async ({ owner, accepter }) => {
    const { details, updated_datetime } = await owner.getEditorAnnotation({ ...frame, query: { v: 2 } });
    const [detail] = details;
    if (!detail || !('additional_data_list' in detail)) throw new Error('the demo has no annotation');
    const { annotation_id, label_id } = detail;
    const item = { ...frame, annotation_id, updated_datetime: updated_datetime ?? '' };
    const data = { ...item, label_id, additional_data_list: [] };
    await owner.batchUpdateAnnotations({ ...project, query: { v: 2 }, body: [{ _type: 'PutV2', data }] });
    const later = await owner.getEditorAnnotation({ ...frame, query: { v: 2 } });
    const gone = { ...item, updated_datetime: later.updated_datetime ?? '', _type: 'Delete' } as const;
    await accepter.batchUpdateAnnotations({ ...project, query: { v: 2 }, body: [gone] });
  },

  getAnnotationThumbnail: async ({ annofab, owner }) => {
    takeCustomData(annofab);
    await owner.getAnnotationThumbnail(frame);
  },

  putAnnotationThumbnail: async ({ annofab, accepter }) => {
    takeCustomData(annofab);
    const { updated_datetime } = await accepter.getEditorAnnotation({ ...frame, query: { v: 2 } });
    await accepter.putAnnotationThumbnail({
      ...frame,
      body: { images: [], annotations: {}, annotation_updated_datetime: updated_datetime ?? '' },
    });
  },

  getComments: ({ owner }) => owner.getComments({ ...frame, query: { v: 2 } }),

  batchUpdateComments: ({ worker }) =>
    worker.batchUpdateComments({
      ...workersFrame,
      query: { v: 2 },
      body: [
        {
          _type: 'Put',
          comment_id: 'comment-1',
          phase: 'annotation',
          phase_stage: 1,
          account_id: WORKER_ID,
          comment_type: 'onhold',
          phrases: [],
          comment: 'どこまで囲みますか',
          comment_node: { _type: 'Root', status: 'open' },
          datetime_for_sorting: '2026-01-05T10:00:00.000+09:00',
        },
      ],
    }),

  getInspections: ({ owner }) => owner.getInspections(frame),

  batchUpdateInspections: async ({ accepter }) => {
    const inspection = { ...frame, inspection_id: 'loose' };
    const data: Inspection = {
      ...inspection,
      phase: 'acceptance',
      phase_stage: 1,
      commenter_account_id: ACCEPTER_ID,
      data: { _type: 'Point', x: 10, y: 20 },
      comment: '囲みがゆるい',
      status: 'annotator_action_required',
      created_datetime: '2026-01-05T10:00:00.000+09:00',
    };
    await accepter.batchUpdateInspections({ ...frame, body: [{ _type: 'Put', data }] });
    await accepter.batchUpdateInspections({ ...frame, body: [{ ...inspection, _type: 'Delete' }] });
  },

  getAnnotationArchive: async ({ annofab, owner }) => {
    await owner.postAnnotationArchiveUpdate(project);
    await annofab.settled();
    await owner.getAnnotationArchive(project);
  },

  getArchiveFullWithProId: async ({ annofab, owner }) => {
    await owner.postAnnotationArchiveUpdate(project);
    await annofab.settled();
    await owner.getArchiveFullWithProId(project);
  },

  postAnnotationArchiveUpdate: ({ owner }) => owner.postAnnotationArchiveUpdate(project),
} satisfies Partial<Cases>;
