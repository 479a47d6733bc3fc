import type { AnnotationProblem } from '../errors.ts';
import type { AdditionalDataV2, AnnotationPropsForEditor, FullAnnotationData } from '../generated/schemas.ts';

/** An annotation ready to be written: its ids are resolved, its outer file is not uploaded yet. */
export interface Draft {
  /** Its index among the source annotations. */
  readonly index: number;
  readonly annotation_id: string;
  readonly label_id: string;
  readonly body: { readonly data: FullAnnotationData } | OuterDraft;
  readonly additional_data_list: AdditionalDataV2[];
  readonly editor_props: AnnotationPropsForEditor;
  /** Written with this account and these date-times. Default: the caller, now. */
  readonly origin?: { account_id: string; created_datetime: string; updated_datetime: string };
}

/** Data in an outer file. */
export interface OuterDraft {
  /** Reads the file; undefined when it does not exist. */
  read(signal: AbortSignal | undefined): Promise<OuterFile | undefined>;
  /** The data to write when the file does not exist. Without it, a missing file is a problem. */
  readonly fallback?: NonNullable<FullAnnotationData>;
}

export interface OuterFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The result of drafting annotations. A draft may lack an attribute that is listed as a problem. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly problems: readonly AnnotationProblem[];
}
