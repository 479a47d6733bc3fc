import { type Cases, project } from '../world.ts';

const image = { ...project, image_id: 'crossing' };

export const instructions = {
  putInstruction: async ({ owner }) => {
    const { updated_datetime } = await owner.putInstruction({ ...project, body: { html: '<p>作業手順</p>' } });
    await owner.putInstruction({
      ...project,
      body: { html: '<p>手順</p>', last_updated_datetime: updated_datetime ?? null },
    });
  },

  getInstruction: async ({ owner }) => {
    await owner.putInstruction({ ...project, body: { html: '<p>作業手順</p>' } });
    const [latest] = await owner.getInstructionHistory({ ...project, query: { limit: 1 } });
    await owner.getInstruction({ ...project, query: { history_id: latest?.history_id ?? '' } });
  },

  getInstructionHistory: ({ owner }) => owner.getInstructionHistory({ ...project, query: { limit: 10 } }),

  getInstructionImages: ({ owner }) => owner.getInstructionImages(project),

  getInstructionImageUrlForPut: ({ owner }) => owner.getInstructionImageUrlForPut(image),

  deleteInstructionImage: async ({ owner }) => {
    const { url } = await owner.getInstructionImageUrlForPut(image);
    await fetch(url, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: 'png' });
    await owner.deleteInstructionImage(image);
  },
} satisfies Partial<Cases>;
