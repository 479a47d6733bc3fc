import type { AnnofabApi } from '../api.ts';
import type { RequestOptions } from '../options.ts';
import { createSpecsAccessor, type SpecsAccessor } from './accessor.ts';
import { relateSpecs, type SpecsRelation } from './relation.ts';

/** A project, and of its annotation specs the present ones or, by the id of a history, earlier ones. */
export interface SpecsOf {
  project_id: string;
  history_id?: string | undefined;
}

/** The annotation specs of projects. */
export interface Specs {
  /**
   * Reads the annotation specs of a project (`getAnnotationSpecs`), to find labels, attributes and choices by id or name.
   *
   * @throws NotFoundError when there is no such project, or no such history
   * @example
   * const specs = await annofab.specs.load({ project_id });
   * specs.label({ name: 'vehicle' }).label_id;
   * specs.choice({ name: 'colour' }, { name: '赤', lang: 'ja' }).choice_id;
   */
  load(project: SpecsOf, options?: RequestOptions): Promise<SpecsAccessor>;
  /**
   * Which label, attribute and choice of one project is which of another, by English name, and what has no partner.
   *
   * @throws NotFoundError
   * @example
   * const relation = await annofab.specs.relation({ project_id: 'a' }, { project_id: 'b' });
   * if (relation.unmapped.length > 0) console.table(relation.unmapped);
   */
  relation(source: SpecsOf, destination: SpecsOf, options?: RequestOptions): Promise<SpecsRelation>;
}

export function createSpecs(client: AnnofabApi): Specs {
  const load = async ({ project_id, history_id }: SpecsOf, options?: RequestOptions) =>
    createSpecsAccessor(await client.getAnnotationSpecs({ project_id, query: { v: 3, history_id } }, options));
  return {
    load,
    async relation(source, destination, options) {
      const [from, to] = await Promise.all([load(source, options), load(destination, options)]);
      return relateSpecs(from, to);
    },
  };
}
