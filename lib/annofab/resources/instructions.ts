import type { AnnofabApi } from '../api.ts';
import type { UploadContent } from '../files/upload-source.ts';
import type { Instruction, InstructionHistory } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

interface ProjectId {
  project_id: string;
}

/** The instructions that a project gives its members: one page of HTML, with its images. */
export interface Instructions {
  /** The instructions as they are now, or undefined where nobody has written any (getInstructionHistory, getInstruction). */
  latest(params: ProjectId, options?: RequestOptions): Promise<Instruction | undefined>;
  /**
   * Replaces the instructions by a page of HTML (putInstruction).
   *
   * @example
   * await annofab.instructions.save({ project_id, html: await readFile('instructions.html', 'utf8') });
   * @throws ConflictError when somebody else saves at the same moment, or has since `last_updated_datetime`
   */
  save(
    params: ProjectId & {
      html: string;
      /** Of the instructions that are to be replaced. Left out: whatever is there. */
      last_updated_datetime?: string | undefined;
    },
    options?: RequestOptions,
  ): Promise<InstructionHistory>;
  /**
   * Uploads an image for the instructions, or replaces the one with this id (getInstructionImageUrlForPut, and a PUT that
   * is checked by its MD5). The id is the caller's to choose.
   *
   * @returns the address for the `src` of an `<img>` in the HTML
   * @example
   * const src = await annofab.instructions.putImage({ project_id, image_id: 'good', path: 'good.png' });
   * await annofab.instructions.save({ project_id, html: `<img src="${src}">` });
   * @throws FileError when it cannot be read or arrives damaged
   */
  putImage(
    params: ProjectId & { image_id: string } & UploadContent,
    options?: Pick<RequestOptions, 'signal'>,
  ): Promise<string>;
}

export function createInstructions(client: AnnofabApi): Instructions {
  const latest = async ({ project_id }: ProjectId, options?: RequestOptions): Promise<Instruction | undefined> => {
    const [newest] = await client.getInstructionHistory({ project_id, query: { limit: 1 } }, options);
    if (!newest) return undefined;
    return await client.getInstruction({ project_id, query: { history_id: newest.history_id } }, options);
  };
  return {
    latest,
    async save({ project_id, html, last_updated_datetime: given }, options) {
      const last_updated_datetime = given ?? (await latest({ project_id }, options))?.last_updated_datetime ?? null;
      return await client.putInstruction({ project_id, body: { html, last_updated_datetime } }, options);
    },
    putImage({ image_id, ...source }, options) {
      const { project_id } = source;
      const to = () => client.getInstructionImageUrlForPut({ project_id, image_id }, options);
      return client.files.upload(source, { ...options, to });
    },
  };
}
