/** Files of a team's own storage, for which Annofab gives no address: it only knows their path. */
export interface OwnStorage {
  /** Looks at a file. @returns undefined when there is none */
  find(path: string, o: { readonly signal?: AbortSignal | undefined }): Promise<StoredFile | undefined>;
  /** Reads it into a file of this machine, which appears when it is complete. */
  download(path: string, file: StoredFile, to: string, o: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

export interface StoredFile {
  readonly bytes: number;
  /** What changes with its content. */
  readonly etag: string;
}
