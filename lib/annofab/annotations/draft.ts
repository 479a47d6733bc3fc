import type { AnnotationProblem } from '../errors.ts';
import type { AdditionalDataV2, AnnotationPropsForEditor, FullAnnotationData } from '../generated/schemas.ts';

/** An annotation as it is to be written: its ids are found, its file is not yet uploaded. */
export interface Draft {
  /** Its place in what it was made from. */
  readonly index: number;
  readonly annotation_id: string;
  readonly label_id: string;
  readonly body: { readonly data: FullAnnotationData } | OuterDraft;
  readonly additional_data_list: AdditionalDataV2[];
  readonly editor_props: AnnotationPropsForEditor;
  /** To be written as someone's, of some time; else it is the caller's, of now. */
  readonly origin?: { account_id: string; created_datetime: string; updated_datetime: string };
}

/** Data in a file of its own. */
export interface OuterDraft {
  /** Gets the file; undefined when there is none. */
  read(signal: AbortSignal | undefined): Promise<OuterFile | undefined>;
  /** The data when there is no file; without it, no file is a problem. */
  readonly otherwise?: NonNullable<FullAnnotationData>;
}

export interface OuterFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** What became of some annotations. A draft may have lost a part of it to a problem. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly problems: readonly AnnotationProblem[];
}
