import type { AnnofabApi } from '../api.ts';
import type { AnnotationV2Output, SingleAnnotation } from '../generated/schemas.ts';
import type { RequestOptions } from '../options.ts';
import { orUndefined } from '../resources/or-undefined.ts';
import { type AllOptions, type AllParams, allPages, PAGE_SIZE } from '../resources/paging.ts';
import type { Specs } from '../specs/specs.ts';
import type { SpecsAccessor } from '../specs/specs-accessor.ts';
import type { SpecsRelation } from '../specs/specs-relation.ts';
import type { OuterFile } from './draft.ts';
import { type CopyAccount, draftCopy, readOuter } from './draft-copy.ts';
import { draftSimple, type OuterFiles, type SimpleDetailToPut } from './draft-simple.ts';
import { type Frame, getEditorV2 } from './editor-annotation.ts';
import { type PutAnnotationsOptions, type PutAnnotationsReport, putDrafts } from './put-drafts.ts';
import type { Decimals } from './round-coordinates.ts';

export interface FindEditorOptions extends RequestOptions {
  /** Read the annotations as of this entry of the task's history. Annofab keeps them for 30 days. */
  task_history_id?: string | undefined;
}

export interface CopyAnnotationsOptions extends PutAnnotationsOptions {
  /** The account and date-times of the copies. Default `own`. */
  account?: CopyAccount | undefined;
  /**
   * The relation of the two specs, from `annofab.specs.relation`, to copy many frames without reading the specs each
   * time. Default: read it if the projects differ; within one project ids stay the same.
   */
  relation?: SpecsRelation | undefined;
}

export interface PutSimpleOptions extends PutAnnotationsOptions {
  /** Provides the outer files: masks, and the points of 3D segments. */
  files?: OuterFiles | undefined;
  /**
   * Coordinates with decimals, such as those of a model, of which Annofab accepts integers only: `round` (default) rounds
   * them to the nearest integer; `exact` treats them as a problem.
   */
  decimals?: Decimals | undefined;
  /** The specs from `annofab.specs.load`, to write many frames without reading the specs each time. */
  specs?: SpecsAccessor | undefined;
}

/** The annotations of a project. */
export interface Annotations {
  /**
   * Lists all matching annotations of a project, across its tasks (getAnnotationList).
   *
   * @example
   * for await (const { detail } of annofab.annotations.all({ project_id, query: { query: { label_id } } })) …
   * @throws ResultWindowExceededError when more than 10,000 match, unless `allowTruncated`: the annotation archive has
   * them all
   */
  all(params: AllParams<'getAnnotationList'>, options?: AllOptions): AsyncGenerator<SingleAnnotation, void, undefined>;
  /**
   * Reads the annotations of a frame as editors get them, with ids instead of names and URLs of outer files
   * (getEditorAnnotation, version 2). A frame that nobody annotated has no details.
   *
   * @returns undefined when there is no such task, or the task does not contain the input data
   * @throws every error of the operation except NotFoundError
   * @example
   * const editor = await annofab.annotations.findEditor({ project_id, task_id, input_data_id });
   * console.log(editor?.details.length ?? 'no such frame');
   */
  findEditor(frame: Frame, options?: FindEditorOptions): Promise<AnnotationV2Output | undefined>;
  /**
   * Reads the outer file of an annotation (a mask, or the points of a 3D segment) into memory and checks it by its ETag.
   *
   * @param body of type `Outer`, from {@link Annotations.findEditor}; its address expires
   * @throws FileError when the address has expired, the file has changed, is damaged, or is larger than 128 MiB
   */
  readOuterFile(body: { url: string; etag: string }, options?: Pick<RequestOptions, 'signal'>): Promise<OuterFile>;
  /**
   * Copies the annotations of a frame into another frame of the same task, another task, or another project
   * (getEditorAnnotation, createTempPath, putAnnotation). Between projects, labels, attributes and choices are matched by
   * English name. Outer files are downloaded and uploaded, with their checksum verified both times. Annotations keep their
   * ids, so that links between them stay valid; a classification gets the id of its new label. By default the annotations
   * in the target frame are replaced. A source frame without annotations changes nothing.
   *
   * @example
   * const report = await annofab.annotations.copy(
   *   { from: { project_id, task_id: 'a', input_data_id: '1' }, to: { project_id: other, task_id: 'b', input_data_id: '1' } },
   *   { onProblem: 'skip', existing: 'keep' },
   * );
   * @throws AnnotationProblemsError when a label, attribute, choice or file has no counterpart: nothing is written then;
   * NotFoundError; FileError; ConflictError when someone else wrote meanwhile, or this account may not edit the task
   */
  copy(frames: { from: Frame; to: Frame }, options?: CopyAnnotationsOptions): Promise<PutAnnotationsReport>;
  /**
   * Writes annotations in the Simple format, which archives and `getAnnotation` use, into a frame (getAnnotationSpecs,
   * getEditorAnnotation, createTempPath, putAnnotation). The English names of labels, attributes and choices become ids.
   * Annotations without an id get one. Supports every annotation type and attribute type. Coordinates are rounded to
   * integers. By default the annotations in the frame are replaced. Without details nothing changes.
   *
   * @example
   * const details = [{ label: 'vehicle', data: { _type: 'SinglePoint', point: { x: 1, y: 2 } }, attributes: { lane: 1 } }];
   * await annofab.annotations.putSimple({ project_id, task_id, input_data_id, annotation: { details } }, { existing: 'keep' });
   * @example
   * // Write a frame of an archive, with its masks:
   * const files = (name) => frame.outerFile(name);
   * await annofab.annotations.putSimple({ ...target, annotation: frame }, { files, existing: 'keep' });
   * @throws AnnotationProblemsError naming each invalid detail and field: nothing is written then; NotFoundError;
   * FileError; every error of `files`; ConflictError when someone else wrote meanwhile, or this account may not edit the
   * task
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
        { operation: 'getAnnotationList', alternative: 'read the annotation archive (annofab.archives)' },
        (page, request) =>
          client.getAnnotationList({ ...params, query: { limit: PAGE_SIZE, ...query, page } }, request),
        options,
      ),
    findEditor: (frame, options) => orUndefined(getEditorV2(client, frame, options)),
    readOuterFile: (body, { signal } = {}) => readOuter(client, body, signal),
    async copy({ from, to }, { account = 'own', relation: given, ...options } = {}) {
      const { signal, timeoutMs } = options;
      const isSameProject = from.project_id === to.project_id;
      const [source, relation] = await Promise.all([
        getEditorV2(client, from, { signal, timeoutMs }),
        given ?? (isSameProject ? undefined : client.specs.relation(from, to, { signal, timeoutMs })),
      ]);
      return putDrafts(client, to, draftCopy(client, source, { relation, account }), options);
    },
    async putSimple(
      { annotation, ...frame },
      { files = () => undefined, specs: given, decimals = 'round', ...options } = {},
    ) {
      const { signal, timeoutMs } = options;
      const specs = given ?? (await client.specs.load(frame, { signal, timeoutMs }));
      return putDrafts(client, frame, draftSimple(annotation.details, { specs, files, decimals }), options);
    },
  };
}
