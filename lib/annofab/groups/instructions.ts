import type { AnnofabClient, RequestOptions } from '../client.ts';
import type { Instruction, InstructionHistory } from '../generated/schemas.ts';

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
   * @throws ConflictError when somebody else saves at the same moment
   */
  save(params: ProjectId & { html: string }, options?: RequestOptions): Promise<InstructionHistory>;
}

export function createInstructions(client: AnnofabClient): Instructions {
  const latest = async ({ project_id }: ProjectId, options?: RequestOptions): Promise<Instruction | undefined> => {
    const [newest] = await client.getInstructionHistory({ project_id, query: { limit: 1 } }, options);
    if (!newest) return undefined;
    return await client.getInstruction({ project_id, query: { history_id: newest.history_id } }, options);
  };
  return {
    latest,
    async save({ project_id, html }, options) {
      const present = await latest({ project_id }, options);
      const last_updated_datetime = present?.last_updated_datetime ?? null;
      return await client.putInstruction({ project_id, body: { html, last_updated_datetime } }, options);
    },
  };
}
