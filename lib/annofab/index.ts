export type { Clock } from '../core/clock.ts';
export { isPathSegment } from '../core/ids.ts';
export { ExactNumber } from '../core/numbers/exact-number.ts';
export type {
  Annotations,
  CopyAnnotationsOptions,
  FindEditorOptions,
  PutSimpleOptions,
} from './annotations/annotations.ts';
export type { OuterFile } from './annotations/draft.ts';
export type { CopyAccount } from './annotations/draft-copy.ts';
export type { OuterFiles, SimpleDetailToPut } from './annotations/draft-simple.ts';
export { type Frame, placeOf } from './annotations/editor-annotation.ts';
export type { PutAnnotationsOptions, PutAnnotationsReport } from './annotations/put-drafts.ts';
export type { Decimals } from './annotations/round-coordinates.ts';
export * from './archives/index.ts';
export type {
  Credentials,
  CredentialsProvider,
  MfaCode,
  PasswordCredentials,
  SavedTokens,
  TokenCredentials,
} from './auth/credentials.ts';
export { checkCredentials } from './auth/credentials.ts';
export type { SessionTokens } from './auth/redacted-tokens.ts';
export { signHeaders } from './auth/sign-headers.ts';
export { AnnofabClient } from './client.ts';
export * from './errors.ts';
export type { DownloadedFile, DownloadOptions } from './files/download-file.ts';
export type { Files, ReadFileOptions } from './files/files.ts';
export type { FileOptions, FileProgress, FileStream, OpenFile, StreamOptions } from './files/types.ts';
export type { UploadOptions } from './files/upload-file.ts';
export type { UploadContent, UploadSource } from './files/upload-source.ts';
export { operations } from './generated/operations.ts';
export type * from './generated/schemas.ts';
export { ApiPromise, type ApiResponse } from './http/api-promise.ts';
export { assertId } from './http/path.ts';
export type { ResponseHeaders } from './http/transport.ts';
export type { Conflict, Operation, QueryEncoding } from './operation.ts';
export type { Args, OperationId, Params, Result } from './operation-types.ts';
export type { AnnofabClientOptions, RequestOptions } from './options.ts';
export * from './plugins.ts';
export type { Comments, NewComment } from './resources/comments.ts';
export { formatDateTime } from './resources/date-time.ts';
export * from './resources/editor-url.ts';
export type { InputDataResource } from './resources/input-data.ts';
export type { Instructions } from './resources/instructions.ts';
export { jobTypesBefore, mayJobStart } from './resources/jobs/job-matrix.ts';
export type { JobIds, Jobs, ProjectAndJobType } from './resources/jobs/jobs.ts';
export type { RunOptions, WaitOptions } from './resources/jobs/wait-until.ts';
export type { HistoriesOfTask, ListName, Lists, ReadListOptions } from './resources/lists/lists.ts';
export type { Members } from './resources/members.ts';
export type { OrganizationMembers } from './resources/organization-members.ts';
export type { Organizations } from './resources/organizations.ts';
export type { AllOptions, AllParams } from './resources/paging.ts';
export type { Projects } from './resources/projects.ts';
export type { ProjectDays, Statistics } from './resources/statistics.ts';
export type { SupplementaryDataResource } from './resources/supplementary-data.ts';
export type { TaskToOperate } from './resources/tasks/operate-task.ts';
export * from './resources/tasks/task-histories.ts';
export type { Assignee, TaskLifeCycle } from './resources/tasks/task-life-cycle.ts';
export type { MergedMetadata, MetadataChange } from './resources/tasks/task-metadata.ts';
export type { Tasks } from './resources/tasks/tasks.ts';
export type { Webhooks } from './resources/webhooks.ts';
export * from './specs/index.ts';
export type { Specs, SpecsOf } from './specs/specs.ts';
