import { type Cases, frame, project } from '../world.ts';

const { input_data_id } = frame;
const input = { ...project, input_data_id };
const unused = { ...project, input_data_id: 'unused' };
const supplementary = { ...input, supplementary_data_id: 'extra' };
const extra = {
  supplementary_data_name: '3D/rays.txt',
  supplementary_data_path: 'https://example.com/rays.txt',
  supplementary_data_type: 'text',
  supplementary_data_number: 1,
} as const;
const unusedBody = { input_data_name: 'unused.png', input_data_path: 'https://example.com/unused.png' };

export const inputs = {
  getInputData: ({ owner }) => owner.getInputData(input),

  getInputDataList: async ({ owner }) => {
    const [from, to] = ['2020-01-01T00:00:00.000+09:00', '2999-01-01T00:00:00.000+09:00'];
    const search = { input_data_id, input_data_name: '街角', input_data_path: 's3', task_id: 'task-1' };
    await owner.getInputDataList({ ...project, query: { ...search, from, to, page: 1, limit: 200 } });
  },

  getInputDataInBulk: ({ owner }) =>
    owner.getInputDataInBulk({ ...project, query: { input_data_id: [input_data_id, 'gone'] } }),

  putInputData: async ({ owner }) => {
    const metadata = { camera: 'B' };
    const made = await owner.putInputData({ ...unused, body: { ...unusedBody, sign_required: false, metadata } });
    const last_updated_datetime = 'updated_datetime' in made ? made.updated_datetime : undefined;
    await owner.putInputData({
      ...unused,
      body: { ...unusedBody, last_updated_datetime: last_updated_datetime ?? null },
    });
  },

  deleteInputData: async ({ owner }) => {
    await owner.putInputData({ ...unused, body: unusedBody });
    await owner.deleteInputData(unused);
  },

  batchUpdateInputs: async ({ owner }) => {
    await owner.putInputData({ ...unused, body: unusedBody });
    await owner.batchUpdateInputs({ ...project, body: [{ ...unused, _type: 'Delete' }] });
  },

  createTempPath: ({ owner }) => owner.createTempPath(project),

  getSupplementaryDataList: ({ owner }) => owner.getSupplementaryDataList(input),

  putSupplementaryData: async ({ owner }) => {
    const { updated_datetime } = await owner.putSupplementaryData({ ...supplementary, body: extra });
    await owner.putSupplementaryData({ ...supplementary, body: { ...extra, last_updated_datetime: updated_datetime } });
  },

  deleteSupplementaryData: async ({ owner }) => {
    await owner.putSupplementaryData({ ...supplementary, body: extra });
    await owner.deleteSupplementaryData(supplementary);
  },

  getSupplementaryDataInBulk: async ({ owner }) => {
    await owner.putSupplementaryData({ ...supplementary, body: extra });
    await owner.getSupplementaryDataInBulk({ ...project, query: { input_data_id: [input_data_id] } });
  },
} satisfies Partial<Cases>;
