import { toSpecsV3 } from '../../../lib/annofab/specs/to-specs-v3.ts';
import { type Cases, project } from '../world.ts';

export const specs = {
  getAnnotationSpecs: async ({ owner }) => {
    const [history] = await owner.getAnnotationSpecsHistories(project);
    await owner.getAnnotationSpecs({ ...project, query: { v: 3, history_id: history?.history_id } });
  },

  getAnnotationSpecsHistories: ({ owner }) => owner.getAnnotationSpecsHistories(project),

  putAnnotationSpecs: async ({ owner }) => {
    const read = toSpecsV3(await owner.getAnnotationSpecs({ ...project, query: { v: 3 } }));
    const { project_id: _, updated_datetime, ...body } = read;
    await owner.putAnnotationSpecs({
      ...project,
      query: { v: 3 },
      body: {
        ...body,
        annotation_type_version: '3.0.0',
        comment: 'Nothing new',
        auto_marking: true,
        option: null,
        metadata: { origin: 'contract' },
        last_updated_datetime: updated_datetime ?? null,
      },
    });
  },
} satisfies Partial<Cases>;
