import type { AnnofabApi } from '../api.ts';
import type { RequestOptions } from '../options.ts';
import { createSpecsAccessor, type SpecsAccessor } from './specs-accessor.ts';
import { relateSpecs, type SpecsRelation } from './specs-relation.ts';

/** The annotation specs of a project: the current ones, or earlier ones by `history_id`. */
export interface SpecsOf {
  project_id: string;
  history_id?: string | undefined;
}

/** The annotation specs of projects. */
export interface Specs {
  /**
   * Reads the annotation specs of a project (getAnnotationSpecs), to look up labels, attributes and choices by id or name.
   *
   * @throws NotFoundError when the project or the history does not exist
   * @example
   * const specs = await annofab.specs.load({ project_id });
   * specs.label({ name: 'vehicle' }).label_id;
   * specs.choice({ name: 'colour' }, { name: '赤', lang: 'ja' }).choice_id;
   */
  load(project: SpecsOf, options?: RequestOptions): Promise<SpecsAccessor>;
  /**
   * Matches the labels, attributes and choices of two projects by English name, and lists those without a counterpart.
   *
   * @throws NotFoundError when a project or a history does not exist
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
