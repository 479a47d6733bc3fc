import type { AnnofabApi } from '../api.ts';
import type { UploadContent } from '../files/upload-source.ts';
import type { Instruction, InstructionHistory } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';

interface ProjectId {
  project_id: string;
}

/** The instructions of a project for its members: one HTML page with images. */
export interface Instructions {
  /** Gets the current instructions; undefined when there are none (getInstructionHistory, getInstruction). */
  latest(params: ProjectId, options?: RequestOptions): Promise<Instruction | undefined>;
  /**
   * Replaces the instructions by an HTML page (putInstruction).
   *
   * @example
   * await annofab.instructions.save({ project_id, html: await readFile('instructions.html', 'utf8') });
   * @throws ConflictError when someone else saved at the same time, or since `last_updated_datetime`
   */
  save(
    params: ProjectId & {
      html: string;
      /** The date-time of the instructions to replace. Default: that of the current ones. */
      last_updated_datetime?: string | undefined;
    },
    options?: RequestOptions,
  ): Promise<InstructionHistory>;
  /**
   * Uploads an image for the instructions, or replaces the image with this id (getInstructionImageUrlForPut, and a PUT
   * verified by MD5). Choose any id.
   *
   * @returns the URL for the `src` of an `<img>` in the HTML
   * @example
   * const src = await annofab.instructions.putImage({ project_id, image_id: 'good', path: 'good.png' });
   * const html = (await annofab.instructions.latest({ project_id }))?.html ?? '';
   * await annofab.instructions.save({ project_id, html: `${html}<img src="${src}">` });
   * @throws FileError when the file cannot be read or is damaged in transit
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
