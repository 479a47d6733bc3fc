import { type Cases, frame, project, task, workerId, workersTask } from '../world.ts';

const workersFrame = { ...workersTask, input_data_id: 'task-5-frame-1' };

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
    await owner.getAnnotationList({ ...project, query: { v: 2, aggregate_by_task_and_input: true } });
    await owner.getAnnotationList({ ...project, query: { v: 1, no_aggregate_label_and_input: true } });
  },

  batchUpdateAnnotations: async ({ owner, accepter }) => {
    const { list } = await owner.getAnnotationList({ ...project, query: { v: 2, query: { task_id: task.task_id } } });
    const found = list.find(({ input_data_id }) => input_data_id === frame.input_data_id);
    if (!found) throw new Error('the demo has no annotation');
    const { updated_datetime } = await owner.getEditorAnnotation({ ...frame, query: { v: 2 } });
    const annotation_id = found.detail.annotation_id;
    const item = { ...frame, annotation_id, updated_datetime: updated_datetime ?? '' };
    await accepter.batchUpdateAnnotations({ ...project, query: { v: 2 }, body: [{ ...item, _type: 'Delete' }] });
  },

  getAnnotationThumbnail: ({ owner }) => owner.getAnnotationThumbnail(frame),

  putAnnotationThumbnail: async ({ owner }) => {
    const { updated_datetime } = await owner.getEditorAnnotation({ ...frame, query: { v: 2 } });
    await owner.putAnnotationThumbnail({
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
          account_id: workerId,
          comment_type: 'onhold',
          phrases: [],
          comment: 'どこまで囲みますか',
          comment_node: { _type: 'Root', status: 'open' },
          datetime_for_sorting: '2026-01-05T10:00:00.000+09:00',
        },
      ],
    }),

  getInspections: ({ owner }) => owner.getInspections(frame),

  batchUpdateInspections: ({ accepter }) =>
    accepter.batchUpdateInspections({ ...frame, body: [{ ...frame, _type: 'Delete', inspection_id: 'gone' }] }),

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
