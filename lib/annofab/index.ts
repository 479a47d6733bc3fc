export type { CopyAccount } from './annotations/copy-drafts.ts';
export type { Frame } from './annotations/frame.ts';
export type { PutAnnotationsOptions, PutAnnotationsReport } from './annotations/put-drafts.ts';
export type { OuterFiles, SimpleDetailToPut } from './annotations/simple-drafts.ts';
export { ApiPromise, type ApiResponse } from './api-promise.ts';
export * from './archives/index.ts';
export { AnnofabClient, type AnnofabClientOptions, type RequestOptions } from './client.ts';
export type { Clock } from './clock.ts';
export type {
  Credentials,
  CredentialsProvider,
  MfaCode,
  PasswordCredentials,
  TokenCredentials,
} from './credentials.ts';
export { checkCredentials } from './credentials.ts';
export { formatDateTime } from './date-time.ts';
export type { DownloadedFile, DownloadOptions } from './download-file.ts';
export * from './editor-url.ts';
export * from './errors.ts';
export type { FileOptions, FileProgress, Files, OpenFile, ReadFileOptions } from './files.ts';
export { operations } from './generated/operations.ts';
export type * from './generated/schemas.ts';
export type { Annotations, CopyAnnotationsOptions, FindEditorOptions, PutSimpleOptions } from './groups/annotations.ts';
export type { Comments, NewComment } from './groups/comments.ts';
export type { InputDataGroup } from './groups/input-data.ts';
export type { Instructions } from './groups/instructions.ts';
export type { RunOptions, WaitOptions } from './groups/job-wait.ts';
export type { JobIds, Jobs, ProjectAndJobType } from './groups/jobs.ts';
export type { HistoriesOfTask, ListName, Lists, ReadListOptions } from './groups/lists.ts';
export type { Members } from './groups/members.ts';
export type { OrganizationMembers } from './groups/organization-members.ts';
export type { Organizations } from './groups/organizations.ts';
export type { Projects } from './groups/projects.ts';
export type { Specs, SpecsOf } from './groups/specs.ts';
export type { ProjectDays, Statistics } from './groups/statistics.ts';
export type { SupplementaryDataGroup } from './groups/supplementary-data.ts';
export type { Assignee, TaskLifeCycle } from './groups/task-life-cycle.ts';
export type { MergedMetadata, MetadataChange } from './groups/task-metadata.ts';
export type { TaskToOperate } from './groups/task-operations.ts';
export type { Tasks } from './groups/tasks.ts';
export type { Webhooks } from './groups/webhooks.ts';
export { assertId, isId } from './ids.ts';
export { jobTypesBefore, mayJobStart } from './job-matrix.ts';
export type { Args, Conflict, Operation, OperationId, Params, QueryEncoding, Result } from './operation.ts';
export type { AllOptions, AllParams } from './paging.ts';
export type { SessionTokens } from './session-tokens.ts';
export { signHeaders } from './sign-headers.ts';
export * from './specs/index.ts';
export * from './task-histories.ts';
export type { ResponseHeaders } from './transport.ts';
export type { UploadOptions } from './upload-file.ts';
export type { UploadContent, UploadSource } from './upload-source.ts';
