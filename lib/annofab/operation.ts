/** One row of the operation table: what the client, the emulator and the reference docs know about an operation. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its base and its placeholders: `/api/v1/projects/{project_id}/tasks/{task_id}`. */
  readonly path: string;
  readonly summary: string;
  /** Who may call it. `SignedCookie…` means the cookies that `getSignedAccessV2` sets. */
  readonly roles: readonly string[];
  readonly auth: 'none' | 'token';
  /** `safe`: sending it twice does no harm. */
  readonly retry: 'safe' | 'unsafe';
  /**
   * The status with which Annofab refuses a repetition because an earlier attempt was carried out. After a lost answer it
   * means success; the content of the answer is lost.
   */
  readonly repeated?: 401 | 404;
  readonly query?: Readonly<Record<string, QueryEncoding>>;
  readonly body?: 'required' | 'optional';
  readonly paging?: 'page' | 'cursor';
  /** What a 409 may mean here. */
  readonly conflict?: readonly Conflict[];
  /** What replaces it; only of a deprecated operation. */
  readonly deprecated?: string;
  /** Annofab no longer answers it. */
  readonly removed?: true;
}

/** How a query value is encoded: as text, as JSON text, joined by commas, or only by its presence. */
export type QueryEncoding = 'text' | 'json' | 'comma' | 'flag';

/** What a 409 may mean. */
export type Conflict =
  /** A job is running that excludes this one. */
  | 'job-running'
  /** The project is suspended. */
  | 'suspended'
  /** Someone else changed it since it was read. */
  | 'stale'
  /** The present state does not allow it. */
  | 'state'
  /** The annotation archive is being rebuilt. */
  | 'archive-updating';
