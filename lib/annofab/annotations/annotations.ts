import type { AnnofabApi } from '../api.ts';
import type { AnnotationV2Output, SingleAnnotation } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from '../resources/or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from '../resources/paging.ts';
import type { SpecsAccessor } from '../specs/accessor.ts';
import type { SpecsRelation } from '../specs/relation.ts';
import type { Specs } from '../specs/specs.ts';
import { type CopyAccount, draftCopy } from './copy-drafts.ts';
import { type Frame, getEditorV2 } from './frame.ts';
import { type PutAnnotationsOptions, type PutAnnotationsReport, putDrafts } from './put-drafts.ts';
import { draftSimple, type OuterFiles, type SimpleDetailToPut } from './simple-drafts.ts';

export interface FindEditorOptions extends RequestOptions {
  /** The annotations as they were at that point of the task's history, which Annofab keeps for 30 days. */
  task_history_id?: string | undefined;
}

export interface CopyAnnotationsOptions extends PutAnnotationsOptions {
  /** As whom it is written. */
  account?: CopyAccount | undefined;
  /**
   * What corresponds to what, from `annofab.specs.relation`: to copy many frames without reading the specs each time.
   * Left out, it is found where the projects differ; within one project ids stay what they are.
   */
  relation?: SpecsRelation | undefined;
}

export interface PutSimpleOptions extends PutAnnotationsOptions {
  /** Where the outer files are: masks, and the points of 3D segments. */
  files?: OuterFiles | undefined;
  /** From `annofab.specs.load`: to write many frames without reading the specs each time. */
  specs?: SpecsAccessor | undefined;
}

/** The annotations of a project. */
export interface Annotations {
  /**
   * All annotations of a project that match, across its tasks (getAnnotationList).
   *
   * @example
   * for await (const { detail } of annofab.annotations.all({ project_id, query: { query: { label_id } } })) …
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: the annotation archive has all
   */
  all(params: AllParams<'getAnnotationList'>, options?: AllOptions): AsyncGenerator<SingleAnnotation, void, undefined>;
  /**
   * The annotations of a frame as editors have them, with ids instead of names and addresses of outer files
   * (getEditorAnnotation, version 2), or undefined when there is no such task, or no such input data in it. A frame that
   * nobody annotated has no details.
   *
   * @throws whatever the operation does, except NotFoundError
   */
  findEditor(frame: Frame, options?: FindEditorOptions): Promise<AnnotationV2Output | undefined>;
  /**
   * Copies the annotations of a frame into another: of the same task, another task, or another project, where labels,
   * attributes and choices are found by their English names. Outer files are downloaded, uploaded, and checked both times.
   * Annotations keep their ids, so that links between them hold; those of the whole input get the id of their new label.
   * The annotations that are in the other frame are replaced, unless they are to be kept. A frame without annotations
   * changes nothing (getEditorAnnotation, createTempPath, putAnnotation).
   *
   * @example
   * const report = await annofab.annotations.copy(
   *   { from: { project_id, task_id: 'a', input_data_id: '1' }, to: { project_id: other, task_id: 'b', input_data_id: '1' } },
   *   { onProblem: 'skip', existing: 'keep' },
   * );
   * @throws AnnotationProblemsError when something has no partner, before anything is written; NotFoundError; FileError;
   * ConflictError when someone else wrote meanwhile, or the task is not one's own to edit
   */
  copy(frames: { from: Frame; to: Frame }, options?: CopyAnnotationsOptions): Promise<PutAnnotationsReport>;
  /**
   * Writes annotations in the Simple format, as archives and `getAnnotation` have them, into a frame: of the names of
   * labels, attributes and choices it makes ids. Annotations without an id get one. All annotation types and attribute
   * types are taken. What is in the frame is replaced, unless it is to be kept; without details nothing is changed
   * (getAnnotationSpecs, getEditorAnnotation, createTempPath, putAnnotation).
   *
   * @example
   * const details = [{ label: 'vehicle', data: { _type: 'SinglePoint', point: { x: 1, y: 2 } }, attributes: { lane: 1 } }];
   * await annofab.annotations.putSimple({ project_id, task_id, input_data_id, annotation: { details } });
   * @example
   * // A frame of an archive, with its masks.
   * await annofab.annotations.putSimple({ ...target, annotation: frame }, { files: (name) => frame.outerFile(name) });
   * @throws AnnotationProblemsError naming each detail and field, before anything is written; NotFoundError; FileError;
   * what `files` throws; ConflictError when someone else wrote meanwhile, or the task is not one's own to edit
   */
  putSimple(
    target: Frame & { annotation: { readonly details: readonly SimpleDetailToPut[] } },
    options?: PutSimpleOptions,
  ): Promise<PutAnnotationsReport>;
}

export function createAnnotations(client: AnnofabApi & { readonly specs: Specs }): Annotations {
  return {
    all: ({ query, ...params }, options) =>
      allPages(
        { operation: 'getAnnotationList', instead: 'read the annotation archive (annofab.archives)' },
        (page) => client.getAnnotationList({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, options),
        options,
      ),
    findEditor: (frame, options) => orUndefined(getEditorV2(client, frame, options)),
    async copy({ from, to }, { account = 'own', relation: given, ...options } = {}) {
      const { signal, timeoutMs } = options;
      const isSameProject = from.project_id === to.project_id;
      const [source, relation] = await Promise.all([
        getEditorV2(client, from, { signal, timeoutMs }),
        given ?? (isSameProject ? undefined : client.specs.relation(from, to, { signal, timeoutMs })),
      ]);
      return putDrafts(client, to, draftCopy(client, source, { relation, account }), options);
    },
    async putSimple({ annotation, ...frame }, { files = () => undefined, specs: given, ...options } = {}) {
      const { signal, timeoutMs } = options;
      const specs = given ?? (await client.specs.load(frame, { signal, timeoutMs }));
      return putDrafts(client, frame, draftSimple(annotation.details, specs, files), options);
    },
  };
}
