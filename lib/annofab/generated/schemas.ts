// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

export type ArrayOfDateRanges = DateRange[];

export type ArrayOfProjectTaskStatisticsHistory = ProjectTaskStatisticsHistory[];

export type ArrayOfProjectAccountStatistics = ProjectAccountStatistics[];

export type ArrayOfInspectionStatistics = InspectionStatistics[];

export type ArrayOfTaskPhaseStatistics = TaskPhaseStatistics[];

export type ArrayOfLabelStatistics = LabelStatistics[];

export type ArrayOfWorktimeStatistics = WorktimeStatistics[];

export interface ProjectCacheRecord {
  input?: string | null;
  members?: string | null;
  project?: string | null;
  instruction?: string | null;
  specs?: string | null;
  statistics?: string | null;
  organization?: string | null;
  supplementary?: string | null;
}

/** @description Every failure has this shape; context.awsRequestId identifies the request when asking Annofab for help */
export interface Errors {
  errors: ErrorItem[];
  context: {
    [key: string]: unknown;
  };
}

export interface ErrorItem {
  error_code?: string | null;
  message?: string | null;
  ext?: {
    [key: string]: unknown;
  } | null;
}

export type ErrorInvalidBody = Errors;

export type ErrorInvalidQueryParam = Errors;

export type ErrorMissingNecessaryQueryParam = Errors;

export type ErrorInvalidPath = Errors;

export type ErrorUnauthorizedApi = Errors;

export type ErrorLoginFailed = Errors;

export type ErrorPasswordResetRequired = Errors;

export type ErrorExpiredToken = Errors;

export type ErrorRefreshTokenExpired = Errors;

export type ErrorForbiddenResource = Errors;

export type ErrorMissingResource = Errors;

export type ErrorTimeout = Errors;

export type ErrorAlreadyUpdated = Errors;

export type ErrorStateMismatch = Errors;

export type ErrorInternalServerError = Errors;

export type ErrorUnderMaintenance = Errors;

export interface DateRange {
  /** Format: date */
  from: string;
  /** Format: date */
  to: string;
}

export interface Message {
  message: string;
  message_id?: string | null;
}

export interface InternationalizationMessage {
  messages: {
    lang: string;
    message: string;
  }[];
  default_lang: string;
}

export interface SignUpRequest {
  /** Format: email */
  email: string;
}

export interface ConfirmSignUpRequest {
  account_id: AccountId;
  user_id: UserId;
  password: string;
  username: string;
  lang: Lang;
  keylayout: KeyLayout;
  confirmation_code: string;
}

export interface LoginRequest {
  user_id: UserId;
  /** Format: password */
  password: string;
}

export type PostExchangeCodeResponse = PostExchangeCodeLoginResponse | UnconfirmedUserResponse;

export interface PostExchangeCodeLoginResponse {
  token: Token;
}

export interface UnconfirmedUserResponse {
  temporary_token: Token;
}

export type LoginResponse = LoginSucceedResponse | LoginNeedChallengeResponse;

export interface LoginSucceedResponse {
  token: Token;
}

export interface LoginNeedChallengeResponse {
  session: string;
}

export interface LoginRespondToAuthChallengeRequest {
  user_id: UserId;
  mfa_code: string;
  session: string;
}

export interface PostMfaSettingRequest {
  enabled: boolean;
  mfa_code?: string | null;
  access_token?: string | null;
}

export type GetMfaSettingResponse = MfaSetting;

export type PostMfaSettingResponse = MfaSetting;

export interface MfaSetting {
  enabled: boolean;
  is_updatable: boolean;
}

export interface Token {
  id_token: string;
  access_token: string;
  refresh_token: string;
}

export interface InitiateMfaSetupRequest {
  access_token: string;
}

export interface InitiateMfaSetupResponse {
  secret_code: string;
  qr_code_data: string;
}

export interface RefreshTokenRequest {
  refresh_token: string;
}

export type PluginTokenRequest = PluginTokenRequestAuthorizationCode | PluginTokenRequestRefreshToken;

export interface PluginTokenRequestAuthorizationCode {
  _type: 'AuthorizationCode';
  authorization_code: string;
  code_verifier: string;
}

export interface PluginTokenRequestRefreshToken {
  _type: 'RefreshToken';
  refresh_token: string;
}

export interface PluginTokenResponse {
  access_token: string;
  refresh_token: string;
}

export interface IssueProjectTokenRequest {
  project_id: string;
  description: string;
}

export interface ProjectToken {
  project_id: string;
  token: string;
  info: ProjectTokenInfo;
}

export interface ProjectTokenInfo {
  /** Format: date-time */
  created_date_time: string;
  /** Format: date-time */
  last_used_date_time: string;
  description: string;
}

export interface ListProjectTokenRequest {
  project_id: string;
}

export interface RevokeProjectTokenRequest {
  project_id: string;
  project_token: string;
}

export interface IssueProjectGuestUserTokenRequest {
  project_id: string;
  app_token: string;
  project_token: string;
  role: 'worker' | 'accepter';
  profile: ProjectGuestUserProfile;
}

export interface ProjectGuestUserProfile {
  user_id: string;
  user_name: Username;
  lang: 'en-US' | 'ja-JP' | 'vi-VN';
  key_layout: KeyLayout;
}

export type ProjectGuestUserTokenResponse = PluginTokenResponse;

export interface ChangePasswordRequest {
  user_id: UserId;
  old_password: string;
  new_password: string;
}

export interface PasswordResetRequest {
  /** Format: email */
  email: string;
}

export interface ConfirmResetPasswordRequest {
  user_id: UserId;
  confirmation_code: string;
  new_password: string;
  /** @default false */
  is_reset_mfa?: boolean | null;
}

export interface ResetEmailRequest {
  /** Format: email */
  email: string;
}

export interface ConfirmResetEmailRequest {
  token: string;
}

export interface VerifyEmailRequest {
  token: Token;
}

export interface ConfirmVerifyEmailRequest {
  token: Token;
  confirmation_code: string;
}

export interface ConfirmAccountDeleteRequest {
  token: string;
}

export interface Account {
  account_id: AccountId;
  user_id: UserId;
  username: Username;
  email: Email;
  lang: Lang;
  biography?: UserBiography | null;
  keylayout: KeyLayout;
  authority: string;
  account_type: 'annofab' | 'external' | 'project_guest';
  /** Format: date-time */
  updated_datetime: string;
}

export type Lang = 'en-US' | 'ja-JP' | 'vi-VN';

export type KeyLayout = 'ja-JP' | 'en-US' | 'other';

export type MyAccount = Account & {
  /** Format: email */
  reset_requested_email?: string | null;
  errors: string[];
};

export interface PutMyAccountRequest {
  user_id: UserId;
  username: Username;
  lang: Lang;
  keylayout: KeyLayout;
  biography?: UserBiography | null;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/**
 * Format: date-time
 * @description Send the value that was read, unchanged; leave it out to create. A 409 means that it has changed since
 */
export type LastUpdatedDatetime = string;

export interface AcceptOrganizationInvitationRequest {
  token: string;
}

export interface OrganizationActivity {
  organization_id: OrganizationId;
  /** Format: date-time */
  created_datetime: string;
  storage_usage_bytes: number;
}

export interface Organization {
  organization_id: OrganizationId;
  organization_name: OrganizationName;
  email: Email;
  price_plan: PricePlan;
  summary: OrganizationSummary;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface OrganizationCacheRecord {
  members?: string | null;
  organization?: string | null;
}

/** @deprecated */
export interface OrganizationSummary {
  [key: string]: unknown;
}

export type PricePlan = 'free' | 'business';

export interface OrganizationMember {
  organization_id: OrganizationId;
  account_id: AccountId;
  user_id: UserId;
  username: Username;
  role: OrganizationMemberRole;
  status: OrganizationMemberStatus;
  biography?: UserBiography | null;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export type OrganizationMemberRole = 'owner' | 'administrator' | 'contributor';

export type OrganizationMemberStatus = 'active' | 'waiting_response' | 'inactive';

export interface OrganizationPlugin {
  organization_id: OrganizationId;
  plugin_id: PluginId;
  plugin_name?: PluginName | null;
  description?: PluginDescription | null;
  detail: PluginDetail;
  is_builtin: boolean;
  project_extra_data_kinds: ProjectExtraDataKindId[];
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface PutOrganizationPluginRequest {
  plugin_name?: PluginName | null;
  description?: PluginDescription | null;
  project_extra_data_kinds?: ProjectExtraDataKindId[] | null;
  detail: PluginDetail;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export type PluginId = string;

export type PluginName = string;

export type PluginDescription = string;

export type PluginDetail = PluginDetailAnnotationEditor | PluginDetailTaskAssignment | PluginDetailAnnotationSpecs | PluginDetailExtendedAnnotationSpecs;

export interface PluginDetailAnnotationEditor {
  _type?: 'AnnotationEditor' | null;
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  url?: AnnotationEditorUrl | null;
  auth_redirect_url?: string | null;
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

export interface PluginDetailTaskAssignment {
  _type?: 'TaskAssignment' | null;
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  url?: TaskAssignmentUrl | null;
}

export interface PluginDetailAnnotationSpecs {
  _type?: 'AnnotationSpecs' | null;
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  url?: AnnotationSpecsUrl | null;
  auth_redirect_url?: string | null;
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

export interface PluginDetailExtendedAnnotationSpecs {
  _type?: 'ExtendedAnnotationSpecs' | null;
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  annotation_types: AnnotationType[];
  user_defined_annotation_type_definitions?: {
    [key: string]: UserDefinedAnnotationTypeDefinition;
  } | null;
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

export type PluginCompatibleInputDataTypes = InputDataType[];

export interface OrganizationPluginCompatibility {
  input: OrganizationPluginCompatibilityType;
  output: OrganizationPluginCompatibilityType;
}

export type OrganizationPluginCompatibilityType = OrganizationPluginCompatibilityTypeTop | OrganizationPluginCompatibilityTypeBottom | OrganizationPluginCompatibilityTypeConstant;

export interface OrganizationPluginCompatibilityTypeTop {
  _type?: 'Top' | null;
}

export interface OrganizationPluginCompatibilityTypeBottom {
  _type?: 'Bottom' | null;
}

export interface OrganizationPluginCompatibilityTypeConstant {
  _type?: 'Constant' | null;
  id?: string | null;
}

export type AnnotationEditorUrl = string;

export type TaskAssignmentUrl = string;

export type AnnotationSpecsUrl = string;

export interface MyOrganization {
  organization_id: OrganizationId;
  name: string;
  /** Format: email */
  email: string;
  price_plan: PricePlan;
  summary: OrganizationSummary;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
  my_role: OrganizationMemberRole;
  my_status: OrganizationMemberStatus;
}

export interface OrganizationRegistrationRequest {
  organization_name: OrganizationName;
  organization_email: Email;
}

export interface PutOrganizationRequest {
  organization_name: OrganizationName;
  last_updated_datetime: LastUpdatedDatetime;
}

export interface PutOrganizationMemberRoleRequest {
  role: OrganizationMemberRole;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export interface InviteOrganizationMemberRequest {
  role: OrganizationMemberRole;
}

/** Format: email */
export type Email = string;

export type AccountId = string;

export type UserId = string;

export type Username = string;

export interface UserCacheRecord {
  account?: string | null;
  members?: string | null;
  organizations?: string | null;
}

export type OrganizationId = string;

export type OrganizationName = string;

export type ProjectId = string;

export type LabelId = string;

export type AdditionalDataDefinitionId = string;

export type ChoiceId = string;

export type PhraseId = string;

export type TaskId = string;

export type InputDataId = string;

export type InputDataSetId = string;

export type SupplementaryDataId = string;

export type TaskHistoryId = string;

export type AnnotationId = string;

export type InspectionId = string;

export type InstructionImageId = string;

export type CommentId = string;

export type MarkerId = string;

export type JobId = string;

export type WebhookId = string;

export type NotificationMessageId = string;

export type PersonalAccessTokenId = string;

export type Duration = string;

export type UserBiography = string;

export type AnnotationFormatVersion = string;

export interface Project {
  project_id: ProjectId;
  organization_id: OrganizationId;
  title: string;
  overview?: string | null;
  project_status: ProjectStatus;
  input_data_type: InputDataType;
  configuration: ProjectConfigurationGet;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
  summary: ProjectSummary;
}

export type ProjectStatus = 'active' | 'suspended' | 'initializing';

/**
 * @default no_assignee
 */
export type AssigneeRuleOfResubmittedTask = 'no_assignee' | 'fixed';

export type InputDataType = 'image' | 'movie' | 'custom';

/** @default 10 */
export type MaxTasksPerMember = number;

/** @default 0 */
export type NumberOfInspections = number;

/** @default 20 */
export type MaxTasksPerMemberIncludingHold = number;

export type InputDataSetIdList = InputDataSetId[];

export type InputDataMaxLongSideLength = number;

export type SamplingInspectionRate = number;

export type SamplingAcceptanceRate = number;

export type PrivateStorageAwsIamRoleArn = string;

/** @default false */
export type UseS3TransferAcceleration = boolean;

export type ProjectConfigurationPluginId = PluginId;

export type ProjectConfigurationCustomTaskAssignmentPluginId = PluginId;

export type ProjectConfigurationCustomSpecsPluginId = PluginId;

export type ProjectConfigurationExtendedSpecsPluginId = PluginId;

export type EditorVersion = string;

/** @default false */
export type UseBeginnerNavigation = boolean;

export interface ProjectConfigurationPut {
  number_of_inspections?: NumberOfInspections | null;
  assignee_rule_of_resubmitted_task?: AssigneeRuleOfResubmittedTask | null;
  task_assignment_type?: TaskAssignmentType | null;
  task_assignment_property?: TaskAssignmentProperty | null;
  max_tasks_per_member?: MaxTasksPerMember | null;
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null;
  input_data_set_id_list?: InputDataSetIdList | null;
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null;
  sampling_inspection_rate?: SamplingInspectionRate | null;
  sampling_acceptance_rate?: SamplingAcceptanceRate | null;
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null;
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null;
  plugin_id?: ProjectConfigurationPluginId | null;
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null;
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null;
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null;
  editor_version?: EditorVersion | null;
  use_beginner_navigation?: UseBeginnerNavigation | null;
}

export interface ProjectConfigurationGet {
  number_of_inspections: NumberOfInspections;
  assignee_rule_of_resubmitted_task: AssigneeRuleOfResubmittedTask;
  task_assignment_type: TaskAssignmentType;
  task_assignment_property?: TaskAssignmentProperty | null;
  max_tasks_per_member?: MaxTasksPerMember | null;
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null;
  input_data_set_id_list: InputDataSetIdList;
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null;
  sampling_inspection_rate?: SamplingInspectionRate | null;
  sampling_acceptance_rate?: SamplingAcceptanceRate | null;
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null;
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null;
  plugin_id?: ProjectConfigurationPluginId | null;
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null;
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null;
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null;
  editor_version?: EditorVersion | null;
  use_beginner_navigation: UseBeginnerNavigation;
}

export interface ProjectSummary {
  /** Format: date-time */
  last_tasks_updated_datetime?: string | null;
}

/**
 * @default random
 */
export type TaskAssignmentType = 'random' | 'selection' | 'random_and_selection' | 'task_property' | 'custom';

export interface TaskAssignmentProperty {
  name: string;
  order: TaskAssignmentOrder;
}

export type TaskAssignmentOrder = 'asc' | 'desc';

/** @description A background job; Annofab forgets it 14 days after its end */
export interface ProjectJobInfo {
  project_id: ProjectId;
  job_type: ProjectJobType;
  job_id: JobId;
  job_status: JobStatus;
  job_execution?: {
    [key: string]: unknown;
  } | null;
  /** @description What was asked for; not every kind of job has it */
  job_detail?: JobDetail | null;
  /** @description Filled when the job has failed */
  errors: Errors;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface OrganizationJobInfo {
  organization_id?: OrganizationId | null;
  job_type?: OrganizationJobType | null;
  job_id?: JobId | null;
  job_status?: JobStatus | null;
  job_execution?: {
    [key: string]: unknown;
  } | null;
  job_detail?: JobDetail | null;
  errors?: Errors | null;
  /** Format: date-time */
  created_datetime?: string | null;
  /** Format: date-time */
  updated_datetime?: string | null;
}

export type ProjectJobType = 'copy-project' | 'gen-inputs' | 'gen-tasks' | 'gen-annotation' | 'gen-tasks-list' | 'gen-inputs-list' | 'delete-project' | 'invoke-hook' | 'move-project';

export type OrganizationJobType = string;

export type JobDetail = JobDetailGenInputs | JobDetailGenTasks | JobDetailCopyProject | JobDetailMoveProject | JobDetailInvokeHook;

export interface JobDetailGenInputs {
  _type?: 'GenInputs' | null;
  request: InputDataRequest;
}

export interface JobDetailGenTasks {
  _type?: 'GenTasks' | null;
  request: TaskGenerateRequest;
  generated_task_count?: number | null;
}

export interface JobDetailCopyProject {
  _type?: 'CopyProject' | null;
  request: ProjectCopyRequest;
}

export interface JobDetailMoveProject {
  _type?: 'MoveProject' | null;
  src_organization_id: string;
  dest_organization_id: string;
  src_input_data_set_id: string;
  dest_input_data_set_id: string;
}

export interface JobDetailInvokeHook {
  _type?: 'InvokeHook' | null;
  /** @description The webhook as it was when it fired */
  webhook: Webhook;
  message?: string | null;
  /** @description The body as sent, with the placeholders filled in */
  replaced_body?: string | null;
}

export type JobStatus = 'progress' | 'succeeded' | 'failed';

export interface PostAnnotationArchiveUpdateResponse {
  job: ProjectJobInfo;
}

export interface PostProjectTasksUpdateResponse {
  job: ProjectJobInfo;
}

export interface ProjectCopyResponse {
  job: ProjectJobInfo;
  dest_project: Project;
}

export interface DeleteProjectResponse {
  job: ProjectJobInfo;
  project: Project;
}

export interface PutProjectResponse {
  job: ProjectJobInfo;
  project: Project;
}

export interface TaskGenerateResponse {
  job: ProjectJobInfo;
  project: Project;
}

export interface ProjectInputsUpdateResponse {
  job: ProjectJobInfo;
}

/** @description A request that Annofab sends when an event happens; it is not signed */
export interface Webhook {
  project_id: ProjectId;
  event_type: WebhookEventType;
  webhook_id: WebhookId;
  webhook_status: WebhookStatus;
  method: WebhookHttpMethod;
  /** @description Visible to every project member through the job list */
  headers: WebhookHeader[];
  /** @description A template with {{PLACEHOLDERS}}; not allowed with GET */
  body?: string | null;
  /** Format: uri */
  url: string;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface PutWebhookRequest {
  project_id: ProjectId;
  event_type: WebhookEventType;
  webhook_id: WebhookId;
  webhook_status: WebhookStatus;
  method: WebhookHttpMethod;
  headers: WebhookHeader[];
  body?: string | null;
  /** Format: uri */
  url: string;
  /** Format: date-time */
  created_datetime?: string | null;
  /** Format: date-time */
  updated_datetime?: string | null;
}

export interface WebhookHeader {
  name: string;
  value: string;
}

export type WebhookStatus = 'active' | 'inactive';

export type WebhookHttpMethod = 'POST' | 'PUT' | 'DELETE' | 'GET';

export type WebhookEventType = 'task-completed' | 'annotation-archive-updated' | 'input-data-zip-registered' | 'project-copy-completed';

export interface PutProjectRequest {
  title: string;
  overview?: string | null;
  status: ProjectStatus;
  /** @default image */
  input_data_type?: InputDataType | null;
  /** @description Needed to create a project; another one than the project's own moves it there */
  organization_name?: string | null;
  configuration: ProjectConfigurationPut;
  last_updated_datetime?: LastUpdatedDatetime | null;
  /**
   * @description Suspend even while tasks are being worked on
   * @default false
   */
  force_suspend?: boolean | null;
}

export interface ProjectCopyRequest {
  dest_project_id: ProjectId;
  dest_title: string;
  dest_overview?: string | null;
  /** @default false */
  copy_inputs?: boolean | null;
  /** @default false */
  copy_tasks?: boolean | null;
  /** @default false */
  copy_annotations?: boolean | null;
  /** @default false */
  copy_webhooks?: boolean | null;
  /** @default false */
  copy_supplementary_data?: boolean | null;
  /** @default false */
  copy_instructions?: boolean | null;
}

export interface ProjectMember {
  project_id: ProjectId;
  account_id: AccountId;
  user_id: UserId;
  username: Username;
  member_status: ProjectMemberStatus;
  member_role: ProjectMemberRole;
  biography?: UserBiography | null;
  /** Format: date-time */
  updated_datetime: string;
  /** Format: date-time */
  created_datetime: string;
  sampling_inspection_rate?: number | null;
  sampling_acceptance_rate?: number | null;
}

export type ProjectMemberStatus = 'active' | 'inactive';

export type ProjectMemberRole = 'owner' | 'worker' | 'accepter' | 'training_data_user';

export interface ProjectMemberRequest {
  member_status: ProjectMemberStatus;
  member_role: ProjectMemberRole;
  sampling_inspection_rate?: number | null;
  sampling_acceptance_rate?: number | null;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export interface ProjectTaskStatisticsHistory {
  /** Format: date */
  date: string;
  tasks: ProjectTaskStatistics[];
}

export interface ProjectTaskStatistics {
  phase: TaskPhase;
  status: TaskStatus;
  count: number;
  work_timespan: number;
}

export interface ProjectAccountStatistics {
  account_id: AccountId;
  histories: ProjectAccountStatisticsHistory[];
}

export interface ProjectAccountStatisticsHistory {
  /** Format: date */
  date: string;
  tasks_completed: number;
  tasks_rejected: number;
  worktime: string;
}

export interface InspectionStatistics {
  project_id: ProjectId;
  /** Format: date */
  date: string;
  breakdown: InspectionStatisticsBreakdown;
}

export interface InspectionStatisticsBreakdown {
  labels: {
    [key: string]: InspectionStatisticsPhrases;
  };
  no_label: InspectionStatisticsPhrases;
}

/** @description Metadata by task id; a task's whole metadata is replaced, so read and merge first. 500 tasks at a time are safe */
export interface PatchTasksMetadataRequest {
  [key: string]: TaskMetadata;
}

export interface InspectionStatisticsPhrases {
  phrases: {
    [key: string]: number;
  };
  no_phrase: number;
}

export interface TaskPhaseStatistics {
  project_id: ProjectId;
  /** Format: date */
  date: string;
  phases: PhaseStatistics[];
}

export interface PhaseStatistics {
  phase: TaskPhase;
  worktime: string;
}

export interface LabelStatistics {
  label_id: LabelId;
  completed: number;
  wip: number;
}

export interface WorktimeStatistics {
  project_id: ProjectId;
  /** Format: date */
  date: string;
  by_tasks: WorktimeStatisticsItem[];
  by_inputs: WorktimeStatisticsItem[];
  by_minutes: WorktimeStatisticsItem[];
  accounts: AccountWorktimeStatistics[];
}

export interface WorktimeStatisticsByAccount {
  project_id: ProjectId;
  account_id: AccountId;
  data_series: WorktimeStatisticsData[];
}

export interface WorktimeStatisticsByProject {
  project_id: ProjectId;
  data_series: WorktimeStatisticsData[];
}

export interface WorktimeStatisticsData {
  /** Format: date */
  date: string;
  grouped_by_input: WorktimeStatisticsItem[];
  grouped_by_task: WorktimeStatisticsItem[];
  grouped_by_minute: WorktimeStatisticsItem[];
}

export interface WorktimeStatisticsItem {
  phase: TaskPhase;
  histogram: HistogramItem[];
  average: string;
  standard_deviation: string;
}

export interface HistogramItem {
  begin: number;
  end: number;
  count: number;
}

export interface AccountWorktimeStatistics {
  account_id: AccountId;
  by_tasks: WorktimeStatisticsItem[];
  by_inputs: WorktimeStatisticsItem[];
  by_minutes: WorktimeStatisticsItem[];
}

export interface Marker {
  marker_id: MarkerId;
  title: string;
  graph_type: GraphType;
  /** Format: date-time */
  marked_at: string;
}

export interface Markers {
  project_id: ProjectId;
  markers: Marker[];
  /** Format: date */
  updated_datetime?: string | null;
}

export type GraphType = 'task_progress' | 'cumulative_labor_time_By_task_phase' | 'number_of_inspections_per_inspection_phrase' | 'number_of_task_rejections_by_member' | 'labor_time_per_member' | 'mean_labor_time_per_image' | 'mean_labor_time_per_minute_of_movie' | 'mean_labor_time_per_image_by_member' | 'mean_labor_time_per_minute_of_movie_by_member';

export interface PutMarkersRequest {
  markers?: Marker[] | null;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export interface AnnotationSpecsV1 {
  project_id: ProjectId;
  labels: LabelV1[];
  inspection_phrases: InspectionPhrase[];
  /** Format: date-time */
  updated_datetime?: string | null;
  option?: AnnotationSpecsOption | null;
  metadata: {
    [key: string]: string;
  };
}

export interface AnnotationSpecsV2 {
  project_id: ProjectId;
  labels: LabelV2[];
  additionals: AdditionalDataDefinitionV2[];
  restrictions: AdditionalDataRestriction[];
  inspection_phrases: InspectionPhrase[];
  /** @default 2.1.0 */
  format_version: string;
  /** Format: date-time */
  updated_datetime?: string | null;
  option?: AnnotationSpecsOption | null;
  metadata: {
    [key: string]: string;
  };
}

export interface AnnotationSpecsV3 {
  project_id: ProjectId;
  labels: LabelV3[];
  additionals: AdditionalDataDefinitionV2[];
  restrictions: AdditionalDataRestriction[];
  inspection_phrases: InspectionPhrase[];
  annotation_type_version?: string | null;
  /** @default 3.0.0 */
  format_version: string;
  /** Format: date-time */
  updated_datetime?: string | null;
  option?: AnnotationSpecsOption | null;
  metadata: {
    [key: string]: string;
  };
}

export interface AnnotationSpecsRequestV1 {
  labels: LabelV1[];
  inspection_phrases: InspectionPhrase[];
  comment?: string | null;
  /** @default false */
  auto_marking?: boolean | null;
  last_updated_datetime?: LastUpdatedDatetime | null;
  option?: AnnotationSpecsOption | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface AnnotationSpecsRequestV2 {
  labels: LabelV2[];
  additionals: AdditionalDataDefinitionV2[];
  restrictions: AdditionalDataRestriction[];
  inspection_phrases: InspectionPhrase[];
  comment?: string | null;
  /** @default false */
  auto_marking?: boolean | null;
  /** @default 2.1.0 */
  format_version: string;
  last_updated_datetime?: LastUpdatedDatetime | null;
  option?: AnnotationSpecsOption | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface AnnotationSpecsRequestV3 {
  labels: LabelV3[];
  additionals: AdditionalDataDefinitionV2[];
  restrictions: AdditionalDataRestriction[];
  inspection_phrases: InspectionPhrase[];
  comment?: string | null;
  /** @default false */
  auto_marking?: boolean | null;
  annotation_type_version?: string | null;
  /** @default 3.0.0 */
  format_version: string;
  last_updated_datetime?: LastUpdatedDatetime | null;
  option?: AnnotationSpecsOption | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export type AnnotationSpecsOption = AnnotationSpecsMovieOption;

export interface AnnotationSpecsMovieOption {
  /** @default true */
  can_overwrap: boolean;
}

export interface AnnotationSpecsHistory {
  history_id: string;
  project_id: ProjectId;
  /** Format: date-time */
  updated_datetime: string;
  /** Format: uri */
  url: string;
  account_id?: AccountId | null;
  comment?: string | null;
}

export interface InspectionPhrase {
  id: string;
  text: InternationalizationMessage;
}

export type AnnotationType = DefaultAnnotationType | UserDefinedAnnotationType;

export type DefaultAnnotationType = 'bounding_box' | 'segmentation' | 'segmentation_v2' | 'polygon' | 'polyline' | 'point' | 'classification' | 'range' | 'custom';

export type UserDefinedAnnotationType = string;

export interface UserDefinedAnnotationTypeDefinition {
  annotation_type_name: InternationalizationMessage;
  field_definitions: {
    field_id: string;
    definition: UserDefinedAnnotationTypeFieldDefinition;
  }[];
  metadata: {
    [key: string]: string;
  };
  annotation_data_type: UserDefinedAnnotationDataType;
}

export type UserDefinedAnnotationTypeFieldDefinition = AnnotationTypeFieldDefinitionMinimumSize2d | AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldDefinitionMarginOfErrorTolerance | AnnotationTypeFieldDefinitionVertexCountMinMax | AnnotationTypeFieldDefinitionMinimumArea2d | AnnotationTypeFieldDefinitionDisplayLineDirection | AnnotationTypeFieldDefinitionAnnotationEditorFeature | AnnotationTypeFieldDefinitionOneIntegerField | AnnotationTypeFieldDefinitionOneStringField | AnnotationTypeFieldDefinitionOneBooleanField;

export interface AnnotationTypeFieldDefinitionMinimumSize2d {
  _type: 'MinimumSize2d';
}

export interface AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition {
  _type: 'MinimumSize2dWithDefaultInsertPosition';
}

export interface AnnotationTypeFieldDefinitionMarginOfErrorTolerance {
  _type: 'MarginOfErrorTolerance';
}

export interface AnnotationTypeFieldDefinitionVertexCountMinMax {
  _type: 'VertexCountMinMax';
}

export interface AnnotationTypeFieldDefinitionMinimumArea2d {
  _type: 'MinimumArea2d';
}

export interface AnnotationTypeFieldDefinitionDisplayLineDirection {
  _type: 'DisplayLineDirection';
}

export interface AnnotationTypeFieldDefinitionAnnotationEditorFeature {
  _type: 'AnnotationEditorFeature';
}

export interface AnnotationTypeFieldDefinitionOneIntegerField {
  _type: 'OneIntegerField';
  title?: InternationalizationMessage | null;
  prefix?: string | null;
  postfix?: string | null;
  description?: InternationalizationMessage | null;
  initial_value?: number | null;
}

export interface AnnotationTypeFieldDefinitionOneStringField {
  _type: 'OneStringField';
  title?: InternationalizationMessage | null;
  prefix?: string | null;
  postfix?: string | null;
  description?: InternationalizationMessage | null;
  initial_value?: string | null;
}

export interface AnnotationTypeFieldDefinitionOneBooleanField {
  _type: 'OneBooleanField';
  title?: InternationalizationMessage | null;
  description?: InternationalizationMessage | null;
  initial_value?: boolean | null;
  label: InternationalizationMessage;
}

export interface UserDefinedAnnotationDataType {
  _type?: 'BoundingBox2d' | 'Polygon2d' | 'Polyline2d' | 'SinglePoint2d' | 'SemanticSegmentation2d' | 'InstanceSegmentation2d' | 'Range1d' | 'Classification' | 'Unknown' | null;
}

export type AdditionalDataDefinitionType = 'flag' | 'integer' | 'text' | 'comment' | 'choice' | 'select' | 'tracking' | 'link';

export interface PositionForMinimumBoundingBoxInsertion {
  x: number;
  y: number;
}

export interface BoundingBoxMetadata {
  min_width: number;
  min_height: number;
  min_warn_rule: 'none' | 'or' | 'and';
  min_area?: number | null;
  max_vertices?: number | null;
  min_vertices?: number | null;
  position_for_minimum_bounding_box_insertion?: PositionForMinimumBoundingBoxInsertion | null;
  tolerance?: number | null;
  /** @default false */
  has_direction?: boolean | null;
}

export interface SegmentationMetadata {
  min_width: number;
  min_height: number;
  min_warn_rule: 'none' | 'or' | 'and';
  tolerance?: number | null;
}

export interface LabelV1 {
  label_id: LabelId;
  label_name: InternationalizationMessage;
  keybind: Keybind[];
  annotation_type: AnnotationType;
  bounding_box_metadata?: BoundingBoxMetadata | null;
  segmentation_metadata?: SegmentationMetadata | null;
  additional_data_definitions: AdditionalDataDefinitionV1[];
  color: Color;
  annotation_editor_feature: AnnotationEditorFeature;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface LabelV2 {
  label_id: LabelId;
  label_name: InternationalizationMessage;
  keybind: Keybind[];
  annotation_type: AnnotationType;
  bounding_box_metadata?: BoundingBoxMetadata | null;
  segmentation_metadata?: SegmentationMetadata | null;
  additional_data_definitions: AdditionalDataDefinitionId[];
  color: Color;
  annotation_editor_feature: AnnotationEditorFeature;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface LabelV3 {
  label_id: LabelId;
  label_name: InternationalizationMessage;
  keybind: Keybind[];
  annotation_type: AnnotationType;
  field_values: {
    [key: string]: AnnotationTypeFieldValue;
  };
  additional_data_definitions: AdditionalDataDefinitionId[];
  color: Color;
  metadata?: {
    [key: string]: string;
  } | null;
}

export type AnnotationTypeFieldValue = AnnotationTypeFieldValueMinimumSize | AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldValueMarginOfErrorTolerance | AnnotationTypeFieldValueVertexCountMinMax | AnnotationTypeFieldValueMinimumArea2d | AnnotationTypeFieldValueDisplayLineDirection | AnnotationTypeFieldValueAnnotationEditorFeature | AnnotationTypeFieldValueOneIntegerFieldValue | AnnotationTypeFieldValueOneStringFieldValue | AnnotationTypeFieldValueOneBooleanFieldValue | AnnotationTypeFieldValueEmptyFieldValue;

export interface AnnotationTypeFieldValueMinimumSize {
  _type: 'MinimumSize2d';
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  min_width: number;
  min_height: number;
}

export interface AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition {
  _type: 'MinimumSize2dWithDefaultInsertPosition';
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  min_width: number;
  min_height: number;
  position_for_minimum_bounding_box_insertion?: number[] | null;
}

export type AnnotationTypeFieldMinWarnRule = 'and' | 'or';

export interface AnnotationTypeFieldValueMarginOfErrorTolerance {
  _type: 'MarginOfErrorTolerance';
  max_pixel: number;
}

export interface AnnotationTypeFieldValueVertexCountMinMax {
  _type: 'VertexCountMinMax';
  min: number;
  max: number;
}

export interface AnnotationTypeFieldValueMinimumArea2d {
  _type: 'MinimumArea2d';
  min_area: number;
}

export interface AnnotationTypeFieldValueDisplayLineDirection {
  _type: 'DisplayLineDirection';
  has_direction: boolean;
}

export interface AnnotationTypeFieldValueAnnotationEditorFeature {
  _type: 'AnnotationEditorFeature';
  append: boolean;
  erase: boolean;
  freehand: boolean;
  rectangle_fill: boolean;
  polygon_fill: boolean;
  fill_near: boolean;
}

export interface AnnotationTypeFieldValueOneIntegerFieldValue {
  _type: 'OneIntegerFieldValue';
  value: number;
}

export interface AnnotationTypeFieldValueOneStringFieldValue {
  _type: 'OneStringFieldValue';
  value: string;
}

export interface AnnotationTypeFieldValueOneBooleanFieldValue {
  _type: 'OneBooleanFieldValue';
  value: boolean;
}

export interface AnnotationTypeFieldValueEmptyFieldValue {
  _type: 'EmptyFieldValue';
}

export interface Color {
  red: number;
  green: number;
  blue: number;
}

export interface AnnotationEditorFeature {
  append: boolean;
  erase: boolean;
  freehand: boolean;
  rectangle_fill: boolean;
  polygon_fill: boolean;
  fill_near: boolean;
}

export interface AdditionalDataDefinitionV1 {
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** @default false */
  read_only?: boolean | null;
  name?: InternationalizationMessage | null;
  default?: AdditionalDataDefaultType | null;
  keybind?: Keybind[] | null;
  type: AdditionalDataDefinitionType;
  choices?: {
    choice_id: ChoiceId;
    name: InternationalizationMessage;
    keybind?: Keybind[] | null;
  }[] | null;
  regex?: string | null;
  label_ids?: string[] | null;
  required?: boolean | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface AdditionalDataDefinitionV2 {
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** @default false */
  read_only?: boolean | null;
  name: InternationalizationMessage;
  default?: AdditionalDataDefaultType | null;
  keybind?: Keybind[] | null;
  type: AdditionalDataDefinitionType;
  choices?: {
    choice_id: ChoiceId;
    name: InternationalizationMessage;
    keybind?: Keybind[] | null;
  }[] | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface AdditionalDataRestriction {
  additional_data_definition_id: AdditionalDataDefinitionId;
  condition: AdditionalDataRestrictionCondition;
}

export type AdditionalDataRestrictionCondition = AdditionalDataRestrictionConditionCanInput | AdditionalDataRestrictionConditionEquals | AdditionalDataRestrictionConditionNotEquals | AdditionalDataRestrictionConditionMatches | AdditionalDataRestrictionConditionNotMatches | AdditionalDataRestrictionConditionHasLabel | AdditionalDataRestrictionConditionImply;

export interface AdditionalDataRestrictionConditionCanInput {
  _type: 'CanInput';
  enable: boolean;
}

export interface AdditionalDataRestrictionConditionEquals {
  _type: 'Equals';
  value: string;
}

export interface AdditionalDataRestrictionConditionNotEquals {
  _type: 'NotEquals';
  value: string;
}

export interface AdditionalDataRestrictionConditionMatches {
  _type: 'Matches';
  value: string;
}

export interface AdditionalDataRestrictionConditionNotMatches {
  _type: 'NotMatches';
  value: string;
}

export interface AdditionalDataRestrictionConditionHasLabel {
  _type: 'HasLabel';
  labels: string[];
}

export interface AdditionalDataRestrictionConditionImply {
  _type: 'Imply';
  premise: AdditionalDataRestriction;
  condition: AdditionalDataRestrictionCondition;
}

export interface Keybind {
  code: string;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
}

export interface Task {
  project_id: ProjectId;
  task_id: TaskId;
  phase: TaskPhase;
  phase_stage: TaskPhaseStage;
  status: TaskStatus;
  input_data_id_list: InputDataId[];
  account_id?: AccountId | null;
  histories_by_phase: TaskHistoryShort[];
  /** @description In milliseconds */
  work_time_span: number;
  /** @deprecated */
  number_of_rejections: number;
  /** Format: date-time */
  started_datetime?: string | null;
  /** Format: date-time */
  updated_datetime: string;
  /** Format: date-time */
  operation_updated_datetime?: string | null;
  sampling?: 'inspection_skipped' | 'inspection_stages_skipped' | 'acceptance_skipped' | 'inspection_and_acceptance_skipped' | null;
  /** @description Not part of the annotation archive */
  metadata?: TaskMetadata | null;
}

export type TaskPhase = 'annotation' | 'inspection' | 'acceptance';

export type TaskPhaseStage = number;

/**
 * @description rejected and cancelled are only sent to operateTask; a task never has them
 */
export type TaskStatus = 'not_started' | 'working' | 'on_hold' | 'break' | 'complete' | 'rejected' | 'cancelled';

/** @description Keys are of letters, digits, _ and - */
export interface TaskMetadata {
  [key: string]: string | number | boolean;
}

export interface TaskRequest {
  input_data_id_list: InputDataId[];
  metadata?: TaskMetadata | null;
}

export interface TaskGenerateRequest {
  task_generate_rule: TaskGenerateRule;
  /** Format: date-time */
  project_last_updated_datetime: string;
}

export type TaskGenerateRule = TaskGenerateRuleByCount | TaskGenerateRuleByDirectory | TaskGenerateRuleByInputDataCsv;

export interface TaskGenerateRuleByCount {
  _type: 'ByCount';
  task_id_prefix: string;
  allow_duplicate_input_data: boolean;
  input_data_count: number;
  input_data_order: InputDataOrder;
}

export interface TaskGenerateRuleByDirectory {
  _type: 'ByDirectory';
  task_id_prefix: string;
  input_data_name_prefix?: string | null;
}

export interface TaskGenerateRuleByInputDataCsv {
  _type: 'ByInputDataCsv';
  csv_data_path: string;
}

export type InputDataOrder = 'name_asc' | 'name_desc' | 'random';

export interface TaskOperation {
  /** @description working, break, on_hold or complete to work; rejected, cancelled or not_started to move it back */
  status: TaskStatus;
  last_updated_datetime: LastUpdatedDatetime;
  /** @description Who is to have the task next; leave it out to assign nobody */
  account_id?: AccountId | null;
  /**
   * @description With rejected: reject it whatever its state; project owners only
   * @default false
   */
  force?: boolean | null;
}

export interface TaskAssignRequest {
  request_type: TaskAssignRequestType;
}

export type TaskAssignRequestType = TaskAssignRequestTypeRandom | TaskAssignRequestTypeSelection | TaskAssignRequestTypeTaskProperty;

export interface TaskAssignRequestTypeRandom {
  _type: 'Random';
  phase: TaskPhase;
}

export interface TaskAssignRequestTypeSelection {
  _type: 'Selection';
  user_id: UserId;
  task_ids: TaskId[];
}

export interface TaskAssignRequestTypeTaskProperty {
  _type: 'TaskProperty';
  phase: TaskPhase;
}

export interface TaskHistoryShort {
  phase: TaskPhase;
  /** @default 1 */
  phase_stage: number;
  account_id: AccountId;
  /** @default false */
  worked?: boolean | null;
}

export interface TaskHistory {
  project_id: ProjectId;
  task_id: TaskId;
  task_history_id: TaskHistoryId;
  /** Format: date-time */
  started_datetime?: string | null;
  /** Format: date-time */
  ended_datetime?: string | null;
  accumulated_labor_time_milliseconds: string;
  phase: TaskPhase;
  phase_stage: TaskPhaseStage;
  account_id?: AccountId | null;
}

export interface TaskHistoryEvent {
  project_id: ProjectId;
  task_id: TaskId;
  task_history_id: TaskHistoryId;
  /** Format: date-time */
  created_datetime: string;
  phase: TaskPhase;
  phase_stage: TaskPhaseStage;
  status: TaskStatus;
  account_id?: AccountId | null;
  request?: TaskOperation | null;
}

export interface TaskInputValidation {
  input_data_id: InputDataId;
  annotation_errors: ValidationError[];
  inspection_errors: InspectionValidationError[];
  comment_errors: CommentValidationError[];
}

export interface TaskValidation {
  project_id: ProjectId;
  task_id: TaskId;
  inputs: InputDataSummary[];
}

export interface InputDataSummary {
  input_data_id: InputDataId;
  inspection_summary: InspectionSummary;
  annotation_summaries: ValidationError[];
}

export type InspectionSummary = 'no_inspection' | 'no_comment_inspection' | 'new_reply_to_unprocessed' | 'new_unprocessed_inspection' | 'unprocessed' | 'complete';

export interface InputData {
  input_data_id: InputDataId;
  project_id: ProjectId;
  organization_id: OrganizationId;
  input_data_set_id: InputDataSetId;
  input_data_name: string;
  input_data_path: string;
  url?: string | null;
  etag?: string | null;
  original_input_data_path?: string | null;
  /** Format: date-time */
  updated_datetime: string;
  sign_required: boolean;
  metadata: {
    [key: string]: string;
  };
  system_metadata: SystemMetadata;
}

export type SystemMetadata = SystemMetadataImage | SystemMetadataMovie | SystemMetadataCustom;

export interface SystemMetadataImage {
  _type: 'Image';
  original_resolution?: Resolution | null;
  resized_resolution?: Resolution | null;
}

export interface SystemMetadataMovie {
  _type: 'Movie';
  input_duration?: number | null;
}

export interface SystemMetadataCustom {
  _type: 'Custom';
}

export interface InputDataRequest {
  input_data_name: string;
  input_data_path: string;
  last_updated_datetime?: LastUpdatedDatetime | null;
  sign_required?: boolean | null;
  metadata?: {
    [key: string]: string;
  } | null;
}

export interface SupplementaryData {
  organization_id: OrganizationId;
  input_data_set_id: InputDataSetId;
  /** @deprecated */
  project_id: ProjectId;
  input_data_id: InputDataId;
  supplementary_data_id: SupplementaryDataId;
  supplementary_data_name: string;
  supplementary_data_path: string;
  /** Format: uri */
  url: string;
  etag?: string | null;
  supplementary_data_type: SupplementaryDataType;
  supplementary_data_number: number;
  /** Format: date-time */
  updated_datetime: string;
}

export type SupplementaryDataType = 'image' | 'text' | 'custom';

export interface SupplementaryDataRequest {
  supplementary_data_name: string;
  supplementary_data_path: string;
  supplementary_data_type: SupplementaryDataType;
  supplementary_data_number: number;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export interface WebhookTestRequest {
  placeholders: {
    [key: string]: string;
  };
}

export interface WebhookTestResponse {
  result: 'success' | 'failure' | 'error';
  request_body?: string | null;
  response_status?: number | null;
  response_body?: string | null;
  message?: string | null;
}

export interface BatchInputDataRequestItemDelete {
  _type: 'Delete';
  project_id: ProjectId;
  input_data_id: InputDataId;
}

export interface BatchTaskRequestItemDelete {
  _type: 'Delete';
  project_id: ProjectId;
  task_id: TaskId;
}

export interface DataPath {
  /**
   * Format: uri
   * @description Where to PUT the file, without an Authorization header
   */
  url: string;
  /** @description What to register the file by, within 24 hours */
  path: string;
}

export interface InstructionImagePath {
  /** Format: uri */
  url: string;
  /** Format: url */
  path: string;
}

export interface AnnotationQuery {
  task_id?: string | null;
  /** @default true */
  exact_match_task_id?: boolean | null;
  input_data_id?: string | null;
  /** @default true */
  exact_match_input_data_id?: boolean | null;
  label_id?: LabelId | null;
  attributes?: AdditionalDataListV1 | null;
  /** Format: date */
  updated_from?: string | null;
  /** Format: date */
  updated_to?: string | null;
}

export type AnnotationInput = AnnotationV1 | AnnotationV2Input;

export type AnnotationOutput = AnnotationV1 | AnnotationV2Output;

export interface AnnotationV1 {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  details: AnnotationDetailV1[];
  /** Format: date-time */
  updated_datetime?: string | null;
}

export interface AnnotationV2Input {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  details: AnnotationDetailV2Input[];
  /** Format: date-time */
  updated_datetime?: string | null;
  format_version: '2.0.0';
}

export interface AnnotationV2Output {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  details: AnnotationDetailV2Output[];
  /** Format: date-time */
  updated_datetime?: string | null;
  format_version: '2.0.0';
}

export interface PutAnnotationRequest {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  details: AnnotationDetailV1[];
  updated_datetime?: LastUpdatedDatetime | null;
}

export type AnnotationDataHoldingType = 'inner' | 'outer';

export interface AnnotationDetailV1 {
  annotation_id: AnnotationId;
  account_id: AccountId;
  label_id: LabelId;
  /** @default false */
  is_protected: boolean;
  data_holding_type: AnnotationDataHoldingType;
  data?: AnnotationDataV1 | null;
  /** @description Of an outer file: the annotation's id where it is read; to write one, the path of its upload, or what was read to keep it */
  path?: string | null;
  etag?: string | null;
  /** Format: uri */
  url?: string | null;
  additional_data_list: AdditionalDataListV1;
  /** Format: date-time */
  created_datetime?: string | null;
  /** Format: date-time */
  updated_datetime?: string | null;
}

export type AnnotationDetailV2Output = AnnotationDetailV2Get;

export type AnnotationDetailV2Input = AnnotationDetailV2Create | AnnotationDetailV2Import | AnnotationDetailV2Update;

export interface AnnotationDetailV2Get {
  _type: 'Get';
  annotation_id: AnnotationId;
  account_id: AccountId;
  label_id: LabelId;
  body: AnnotationDetailContentOutput;
  additional_data_list: AdditionalDataListV2;
  editor_props: AnnotationPropsForEditor;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface AnnotationDetailV2Create {
  _type: 'Create';
  annotation_id: AnnotationId;
  label_id: LabelId;
  body: AnnotationDetailContentInput;
  additional_data_list: AdditionalDataListV2;
  editor_props: AnnotationPropsForEditor;
}

export interface AnnotationDetailV2Import {
  _type: 'Import';
  annotation_id: AnnotationId;
  account_id: AccountId;
  label_id: LabelId;
  body: AnnotationDetailContentInput;
  additional_data_list: AdditionalDataListV2;
  editor_props: AnnotationPropsForEditor;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface AnnotationDetailV2Update {
  _type: 'Update';
  annotation_id: AnnotationId;
  label_id: LabelId;
  body?: AnnotationDetailContentInput | null;
  additional_data_list: AdditionalDataListV2;
  editor_props: AnnotationPropsForEditor;
}

export type AnnotationDetailContentInput = AnnotationDetailContentInputInner | AnnotationDetailContentInputOuter;

export interface AnnotationDetailContentInputInner {
  _type: 'Inner';
  data: FullAnnotationData;
}

export interface AnnotationDetailContentInputOuter {
  _type: 'Outer';
  path: string;
}

export type AnnotationDetailContentOutput = AnnotationDetailContentOutputInner | AnnotationDetailContentOutputInnerUnknown | AnnotationDetailContentOutputOuter | AnnotationDetailContentOutputOuterUnresolved;

export interface AnnotationDetailContentOutputInner {
  _type: 'Inner';
  data: FullAnnotationData;
}

export interface AnnotationDetailContentOutputInnerUnknown {
  _type: 'InnerUnknown';
  data: FullAnnotationDataString;
}

export interface AnnotationDetailContentOutputOuter {
  _type: 'Outer';
  /** Format: uri */
  url: string;
  etag: string;
}

export interface AnnotationDetailContentOutputOuterUnresolved {
  _type: 'OuterUnresolved';
}

export interface AnnotationPropsForEditor {
  can_delete?: boolean | null;
  can_edit_data?: boolean | null;
  can_edit_additional?: boolean | null;
  description?: string | null;
  tags?: string[] | null;
  etc?: unknown | null;
}

export type AdditionalDataListV1 = AdditionalDataV1[];

export type AdditionalDataListV2 = AdditionalDataV2[];

export interface AdditionalDataV1 {
  additional_data_definition_id: AdditionalDataDefinitionId;
  flag?: boolean | null;
  integer?: number | null;
  comment?: string | null;
  choice?: ChoiceId | null;
}

export interface AdditionalDataV2 {
  definition_id: AdditionalDataDefinitionId;
  value?: AdditionalDataValue | null;
}

export type FullAnnotationAdditionalDataValue = FullAnnotationAdditionalDataValueFlag | FullAnnotationAdditionalDataValueInteger | FullAnnotationAdditionalDataValueComment | FullAnnotationAdditionalDataValueChoice | FullAnnotationAdditionalDataValueTracking | FullAnnotationAdditionalDataValueLink;

export interface FullAnnotationAdditionalDataValueFlag {
  _type: 'Flag';
  value: boolean;
}

export interface FullAnnotationAdditionalDataValueInteger {
  _type: 'Integer';
  value?: number | null;
}

export interface FullAnnotationAdditionalDataValueComment {
  _type: 'Comment';
  value?: string | null;
}

export interface FullAnnotationAdditionalDataValueChoice {
  _type: 'Choice';
  value?: FullAnnotationAdditionalDataChoiceValue | null;
}

export interface FullAnnotationAdditionalDataChoiceValue {
  id: ChoiceId;
  name: InternationalizationMessage;
}

export interface FullAnnotationAdditionalDataValueTracking {
  _type: 'Tracking';
  value?: string | null;
}

export interface FullAnnotationAdditionalDataValueLink {
  _type: 'Link';
  value?: string | null;
}

export type AdditionalDataValue = AdditionalDataValueFlag | AdditionalDataValueInteger | AdditionalDataValueComment | AdditionalDataValueText | AdditionalDataValueChoice | AdditionalDataValueSelect | AdditionalDataValueTracking | AdditionalDataValueLink;

export interface AdditionalDataValueFlag {
  _type: 'Flag';
  value: boolean;
}

export interface AdditionalDataValueInteger {
  _type: 'Integer';
  value: number;
}

export interface AdditionalDataValueComment {
  _type: 'Comment';
  value: string;
}

export interface AdditionalDataValueText {
  _type: 'Text';
  value: string;
}

export interface AdditionalDataValueChoice {
  _type: 'Choice';
  choice_id: ChoiceId;
}

export interface AdditionalDataValueSelect {
  _type: 'Select';
  choice_id: ChoiceId;
}

export interface AdditionalDataValueTracking {
  _type: 'Tracking';
  value: string;
}

export interface AdditionalDataValueLink {
  _type: 'Link';
  annotation_id: AnnotationId;
}

export type SingleAnnotationV1List = SingleAnnotationV1[];

export type SingleAnnotationV2List = SingleAnnotationV2[];

export type SingleAnnotation = SingleAnnotationV1 | SingleAnnotationV2;

export interface SingleAnnotationV1 {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  detail: SingleAnnotationDetailV1;
  /** Format: date-time */
  updated_datetime: string;
}

export interface SingleAnnotationV2 {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  detail: SingleAnnotationDetailV2;
  /** Format: date-time */
  updated_datetime: string;
}

/** @description The annotations of one frame, with labels and attributes by their English names */
export interface SimpleAnnotation {
  annotation_format_version: AnnotationFormatVersion;
  project_id: ProjectId;
  task_id: TaskId;
  task_phase: TaskPhase;
  task_phase_stage: TaskPhaseStage;
  task_status: TaskStatus;
  input_data_id: InputDataId;
  input_data_name: string;
  details: SimpleAnnotationDetail[];
  /** Format: date-time */
  updated_datetime?: string | null;
}

export interface BatchAnnotationV1 {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  annotation_id: AnnotationId;
  label_id: LabelId;
  additional_data_list: AdditionalDataListV1;
  /** Format: date-time */
  updated_datetime: string;
}

export interface BatchAnnotationV2 {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  annotation_id: AnnotationId;
  label_id: LabelId;
  additional_data_list: AdditionalDataListV2;
  /** Format: date-time */
  updated_datetime: string;
}

export interface BatchAnnotationRequestItemPutV1 {
  _type: 'Put';
  data: BatchAnnotationV1;
}

export interface BatchAnnotationRequestItemPutV2 {
  _type: 'PutV2';
  data: BatchAnnotationV2;
}

export interface BatchAnnotationRequestItemDelete {
  _type: 'Delete';
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  annotation_id: AnnotationId;
  /** Format: date-time */
  updated_datetime: string;
}

export interface SingleAnnotationDetailV1 {
  annotation_id: AnnotationId;
  account_id: AccountId;
  label_id: LabelId;
  data_holding_type: AnnotationDataHoldingType;
  data?: FullAnnotationData | null;
  etag?: string | null;
  /** Format: uri */
  url?: string | null;
  additional_data_list: AdditionalDataListV1;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface SingleAnnotationDetailV2 {
  annotation_id: AnnotationId;
  account_id: AccountId;
  label_id: LabelId;
  body: AnnotationDetailContentOutput;
  additional_data_list: AdditionalDataListV2;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface SimpleAnnotationDetail {
  label: string;
  annotation_id: string;
  data: FullAnnotationData;
  attributes: {
    [key: string]: unknown;
  };
}

export interface FullAnnotation {
  project_id: ProjectId;
  task_id: TaskId;
  task_phase: TaskPhase;
  task_phase_stage: TaskPhaseStage;
  task_status: TaskStatus;
  input_data_id: InputDataId;
  input_data_name: string;
  details: FullAnnotationDetail[];
  /** Format: date-time */
  updated_datetime?: string | null;
  annotation_format_version: AnnotationFormatVersion;
}

export interface FullAnnotationDetail {
  annotation_id: AnnotationId;
  user_id: UserId;
  label_id: LabelId;
  label_name: InternationalizationMessage;
  annotation_type: AnnotationType;
  data_holding_type: AnnotationDataHoldingType;
  data: FullAnnotationData;
  additional_data_list: FullAnnotationAdditionalDataList;
}

export type AnnotationDataV1 = FullAnnotationDataString | FullAnnotationData;

export type FullAnnotationDataString = string;

export type FullAnnotationData = FullAnnotationDataClassification | FullAnnotationDataSegmentation | FullAnnotationDataSegmentationV2 | FullAnnotationDataBoundingBox | FullAnnotationDataPoints | FullAnnotationDataSinglePoint | FullAnnotationDataRange | FullAnnotationDataUnknown | null;

export interface FullAnnotationDataClassification {
  _type: 'Classification';
}

export interface FullAnnotationDataSegmentation {
  _type: 'Segmentation';
  data_uri: string;
}

export interface FullAnnotationDataSegmentationV2 {
  _type: 'SegmentationV2';
  data_uri: string;
}

export interface FullAnnotationDataBoundingBox {
  _type: 'BoundingBox';
  left_top: Point;
  right_bottom: Point;
}

export interface FullAnnotationDataPoints {
  _type: 'Points';
  points: Point[];
}

export interface FullAnnotationDataSinglePoint {
  _type: 'SinglePoint';
  point: Point;
}

export interface FullAnnotationDataRange {
  _type: 'Range';
  begin: number;
  end: number;
}

export interface FullAnnotationDataUnknown {
  _type: 'Unknown';
  data: string;
}

export interface Point {
  x: number;
  y: number;
}

export type FullAnnotationAdditionalDataList = FullAnnotationAdditionalData[];

export interface FullAnnotationAdditionalData {
  additional_data_definition_id: AdditionalDataDefinitionId;
  additional_data_definition_name: InternationalizationMessage;
  type: AdditionalDataDefinitionType;
  value: FullAnnotationAdditionalDataValue;
}

export interface BatchInspectionRequestItemPut {
  _type: 'Put';
  data: Inspection;
}

export interface BatchInspectionRequestItemDelete {
  _type: 'Delete';
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  inspection_id: InspectionId;
}

export interface Inspection {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  inspection_id: InspectionId;
  phase: TaskPhase;
  /** @default 1 */
  phase_stage: number;
  commenter_account_id: AccountId;
  annotation_id?: AnnotationId | null;
  label_id?: LabelId | null;
  data: InspectionData;
  parent_inspection_id?: InspectionId | null;
  phrases?: PhraseId[] | null;
  comment: string;
  status: InspectionStatus;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime?: string | null;
}

export type InspectionData = InspectionDataPoint | InspectionDataPolyline | InspectionDataTime | InspectionDataCustom;

export interface InspectionDataPoint {
  _type?: 'Point' | null;
  x: number;
  y: number;
}

export interface InspectionDataPolyline {
  _type?: 'Polyline' | null;
  coordinates: {
    x?: number | null;
    y?: number | null;
  }[];
}

export interface InspectionDataTime {
  _type?: 'Time' | null;
  start: number;
  end: number;
}

export interface InspectionDataCustom {
  _type?: 'Custom' | null;
  data?: string | null;
}

export interface Resolution {
  width: number;
  height: number;
}

export type InspectionStatus = 'annotator_action_required' | 'no_correction_required' | 'error_corrected';

export interface Comment {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  comment_id: CommentId;
  phase: TaskPhase;
  /** @default 1 */
  phase_stage: number;
  account_id: AccountId;
  comment_type: CommentType;
  phrases?: PhraseId[] | null;
  comment: string;
  comment_node: CommentNode;
  /** Format: date-time */
  datetime_for_sorting: string;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export type CommentNode = RootComment | ReplyComment;

export interface RootComment {
  _type?: 'Root' | null;
  data?: InspectionData | null;
  annotation_id?: AnnotationId | null;
  label_id?: LabelId | null;
  status?: CommentStatus | null;
}

export interface ReplyComment {
  _type?: 'Reply' | null;
  root_comment_id: CommentId;
}

export type CommentStatus = 'open' | 'resolved' | 'closed';

export type CommentType = 'onhold' | 'inspection';

export type BatchCommentRequestItem = BatchCommentRequestItemPut | BatchCommentRequestItemDelete;

export interface BatchCommentRequestItemPut {
  _type: 'Put';
  comment_id: CommentId;
  phase: TaskPhase;
  /** @default 1 */
  phase_stage: number;
  account_id: AccountId;
  comment_type: 'onhold' | 'inspection';
  phrases?: PhraseId[] | null;
  comment: string;
  comment_node: CommentNode;
  /** Format: date-time */
  datetime_for_sorting?: string | null;
}

export interface BatchCommentRequestItemDelete {
  _type: 'Delete';
  comment_id: CommentId;
}

export type AggregationResult = CountResult;

export interface CountResult {
  _type: 'CountResult';
  name: string;
  field: string;
  doc_count?: number | null;
  items: Count[];
}

export interface Count {
  key?: string | null;
  count?: number | null;
  aggregations?: AggregationResult[] | null;
}

export interface Instruction {
  html: string;
  /** Format: date-time */
  last_updated_datetime: string;
}

export interface PutInstructionRequest {
  html: string;
  last_updated_datetime?: LastUpdatedDatetime | null;
}

export interface InstructionHistory {
  history_id: string;
  account_id: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface InstructionImage {
  image_id: InstructionImageId;
  path: string;
  /** Format: uri */
  url: string;
  etag: string;
}

export type ValidationError = InvalidAnnotationData | DuplicatedSegmentationV2 | InvalidValue | UnknownLinkTarget | InvalidLinkTarget | InvalidChoice | DuplicatedV1 | DuplicatedV2 | UnknownAdditionalData | OverlappedRangeAnnotation | UnknownLabel;

export interface InvalidAnnotationData {
  _type: 'InvalidAnnotationData';
  label_id: string;
  annotation_id: string;
  message: string;
}

export interface DuplicatedSegmentationV2 {
  _type: 'DuplicatedSegmentationV2';
  label_id: string;
  annotation_ids: string[];
}

export interface InvalidValue {
  _type: 'InvalidValue';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface UnknownLinkTarget {
  _type: 'UnknownLinkTarget';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface InvalidLinkTarget {
  _type: 'InvalidLinkTarget';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface InvalidChoice {
  _type: 'InvalidChoice';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface DuplicatedV1 {
  _type: 'Duplicated';
  label_id: string;
  annotation_id: string;
  additional_data: AdditionalDataV1;
}

export interface DuplicatedV2 {
  _type: 'DuplicatedV2';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface UnknownAdditionalData {
  _type: 'UnknownAdditionalData';
  label_id: string;
  annotation_id: string;
  additional_data_definition_id: string;
}

export interface OverlappedRangeAnnotation {
  _type: 'OverlappedRangeAnnotation';
  label_id: string;
  annotation_id: string;
}

export interface UnknownLabel {
  _type: 'UnknownLabel';
  label_id: string;
  annotation_id: string;
}

export type InspectionValidationError = NoCommentInspection | ReplyRequired | ActionRequired | InspectionOrReplyRequired | IllegalState;

export interface NoCommentInspection {
  _type: 'NoCommentInspection';
  inspection: Inspection;
}

export interface ReplyRequired {
  _type: 'ReplyRequired';
  inspection: Inspection;
}

export interface ActionRequired {
  _type: 'ActionRequired';
  inspection: Inspection;
}

export interface InspectionOrReplyRequired {
  _type: 'InspectionOrReplyRequired';
}

export interface IllegalState {
  _type: 'IllegalState';
}

export type CommentValidationError = NoComment | UpdateStatusRequired;

export interface NoComment {
  _type: 'NoComment';
  comment: Comment;
}

export interface UpdateStatusRequired {
  _type: 'UpdateStatusRequired';
  comment: Comment;
}

export interface ProjectTaskCounts {
  project_id: ProjectId;
  task_counts: {
    phase: TaskPhase;
    status: TaskStatus;
    count: number;
  }[];
}

export type TemporaryUrlString = string;

/** @description An address in storage, valid for an hour; it must be fetched without an Authorization header */
export interface TemporaryUrl {
  url: TemporaryUrlString;
}

export interface AnnotationList {
  list: SingleAnnotation[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  /** @description True when there are more than 10,000 hits, of which only the first 10,000 can be read */
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface InputDataList {
  list: InputData[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  /** @description True when there are more than 10,000 hits, of which only the first 10,000 can be read */
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface ProjectJobInfoContainer {
  /** @description Newest first */
  list: ProjectJobInfo[];
  /** @description Ask on with exclusive_start_created_datetime */
  has_next: boolean;
}

export interface OrganizationJobInfoContainer {
  list: OrganizationJobInfo[];
  has_next: boolean;
}

export interface MyOrganizationList {
  list: MyOrganization[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface ProjectList {
  list: Project[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface OrganizationMemberList {
  list: OrganizationMember[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface OrganizationPluginList {
  list: OrganizationPlugin[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: {
    [key: string]: unknown;
  }[];
}

export interface ProjectMemberList {
  list: ProjectMember[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export interface TaskList {
  list: Task[];
  page_no: number;
  total_page_no: number;
  total_count: number;
  /** @description True when there are more than 10,000 hits, of which only the first 10,000 can be read */
  over_limit: boolean;
  aggregations: AggregationResult[];
}

export type BatchAnnotationRequestItem = BatchAnnotationRequestItemPutV1 | BatchAnnotationRequestItemPutV2 | BatchAnnotationRequestItemDelete;

export type BatchInspectionRequestItem = BatchInspectionRequestItemPut | BatchInspectionRequestItemDelete;

export type BatchInputDataRequestItem = BatchInputDataRequestItemDelete;

export type BatchTaskRequestItem = BatchTaskRequestItemDelete;

export type AdditionalDataDefaultType = boolean | number | string;

export type AnnotationSpecs = AnnotationSpecsV1 | AnnotationSpecsV2 | AnnotationSpecsV3;

export type AnnotationSpecsRequest = AnnotationSpecsRequestV1 | AnnotationSpecsRequestV2 | AnnotationSpecsRequestV3;

export type TaskGenerateResponseWrapper = Project | TaskGenerateResponse;

export type PostAnnotationArchiveUpdateResponseWrapper = Message | PostAnnotationArchiveUpdateResponse;

export type MessageOrJobInfo = Message | ProjectJobInfo;

export type YearMonth = string;

export interface EditorUsageTimespan {
  editor_name: string;
  value: number;
}

export interface UsageStatus {
  organization_id: OrganizationId;
  year_month: YearMonth;
  /** Format: date-time */
  aggregation_period_from: string;
  /** Format: date-time */
  aggregation_period_to: string;
  editor_usage: EditorUsageTimespan[];
  storage_usage: number;
}

export interface UsageStatusByDay {
  organization_id: OrganizationId;
  /** Format: date */
  date: string;
  /** Format: date-time */
  aggregation_period_from: string;
  /** Format: date-time */
  aggregation_period_to: string;
  editor_usage: EditorUsageTimespan[];
  storage_usage: number;
  /** Format: date-time */
  created_datetime: string;
}

export interface UsageStatusCsvFileUrl {
  url: string;
}

export interface MyNotificationList {
  messages: MyNotificationMessage[];
  opened: number;
  total: number;
  page: number;
  page_total: number;
  over_limit: boolean;
}

export interface MyNotificationMessage {
  message_id: NotificationMessageId;
  title: NotificationMessageTitle;
  body: NotificationMessageBody;
  content_type?: NotificationMessageContentType | null;
  opened: boolean;
  /** Format: date-time */
  timestamp: string;
  /** Format: date-time */
  created_datetime: string;
}

export type NotificationMessageTitle = string;

export type NotificationMessageBody = string;

export type NotificationMessageContentType = string;

export interface PutMyNotificationMessageOpenedRequest {
  opened?: boolean | null;
}

export interface MyNotificationUnreadMessagesCount {
  unread: number;
}

export interface PersonalAccessToken {
  id: PersonalAccessTokenId;
  token: string;
  account_id: AccountId;
  note: string;
  /** Format: date-time */
  expired_datetime: string;
  permissions: PersonalAccessTokenPermission[];
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  last_used_datetime?: string | null;
}

export interface PersonalAccessTokenInfo {
  id: PersonalAccessTokenId;
  account_id: AccountId;
  note: string;
  /** Format: date-time */
  expired_datetime: string;
  permissions: PersonalAccessTokenPermission[];
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  last_used_datetime?: string | null;
}

/** @description Issues a personal access token with all rights of its owner */
export interface IssuePersonalAccessTokenRequest {
  id: PersonalAccessTokenId;
  note: string;
  /** @description How long it is to live, in milliseconds */
  expiration: number;
  permissions: PersonalAccessTokenPermission[];
}

export interface RevokePersonalAccessTokenRequest {
  id: string;
}

export type PersonalAccessTokenPermission = PersonalAccessTokenPermissionAll;

export interface PersonalAccessTokenPermissionAll {
  _type: 'All';
}

export type OrganizationIdpId = string;

/** Format: uri */
export type OidcIssuer = string;

export type OidcEndpoints = IssuerOnlyOidcEndpoints | AllOidcEndpoints;

export interface IssuerOnlyOidcEndpoints {
  _type: 'IssuerOnly';
  issuer: OidcIssuer;
}

export interface AllOidcEndpoints {
  _type: 'All';
  issuer: OidcIssuer;
  /** Format: uri */
  authorize_url: string;
  /** Format: uri */
  token_url: string;
  /** Format: uri */
  userinfo_url: string;
  /** Format: uri */
  jwks_url: string;
}

export interface OidcAttributeMapping {
  email: string;
  name: string;
}

export interface OrganizationOidcIdp {
  id: OrganizationIdpId;
  organization_name: OrganizationName;
  client_id: string;
  client_secret: string;
  attributes_request_method: 'GET' | 'POST';
  endpoints: OidcEndpoints;
  attribute_mapping: OidcAttributeMapping;
  /** Format: uri */
  sign_up_url: string;
  /** Format: date-time */
  created_datetime: string;
  /** Format: date-time */
  updated_datetime: string;
}

export interface PutOrganizationIdpBody {
  client_id: string;
  client_secret: string;
  attributes_request_method: 'GET' | 'POST';
  endpoints: OidcEndpoints;
  attribute_mapping: OidcAttributeMapping;
}

export type ExternalIdpDeterminant = GlobalIdpNameDeterminant | OrganizationIdpIdDeterminant | UserIdDeterminant;

export interface GlobalIdpNameDeterminant {
  _type: 'GlobalIdpName';
  name: 'Google';
}

export interface OrganizationIdpIdDeterminant {
  _type: 'OrganizationIdpId';
  organization_name: OrganizationName;
  provider_id: OrganizationIdpId;
}

export interface UserIdDeterminant {
  _type: 'UserId';
  user_id: UserId;
}

export interface AnnotationThumbnail {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
  images: AnnotationThumbnailImage[];
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /** Format: date-time */
  annotation_updated_datetime?: string | null;
  /** Format: date-time */
  created_datetime?: string | null;
}

export interface PutAnnotationThumbnailBody {
  images: AnnotationThumbnailImageSource[];
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /** Format: date-time */
  annotation_updated_datetime: string;
}

export interface AnnotationThumbnailImage {
  _type?: 'Thumbnail' | null;
  /** Format: uri */
  url: string;
  width: number;
  height: number;
}

export interface AnnotationThumbnailImageSource {
  _type?: 'Upload' | null;
  temporary_path: string;
}

export type AnnotationThumbnailDetail = AnnotationThumbnailDetailImageSlice | AnnotationThumbnailDetailUnsupported | AnnotationThumbnailDetailFailed;

export interface AnnotationThumbnailDetailImageSlice {
  _type: 'ImageSlice';
  image: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface AnnotationThumbnailDetailUnsupported {
  _type: 'Unsupported';
}

export interface AnnotationThumbnailDetailFailed {
  _type: 'Failed';
  reason: string;
}

export type ProjectExtraDataKindId = string;

export interface ProjectExtraDataKind {
  id: ProjectExtraDataKindId;
  display_name: InternationalizationMessage;
  schema: {
    [key: string]: unknown;
  };
  scope: ProjectExtraDataKindScope;
  default_value?: ProjectExtraDataValueJson | null;
}

export type ProjectExtraDataKindScope = 'project' | 'user' | 'both';

export interface ProjectExtraData {
  project_id: ProjectId;
  account_id?: AccountId | null;
  kind_id: ProjectExtraDataKindId;
  value: ProjectExtraDataValue;
}

export type ProjectExtraDataValue = ProjectExtraDataValueEmpty | ProjectExtraDataValueDefault | ProjectExtraDataValueSaved;

export interface ProjectExtraDataValueEmpty {
  _type: 'Empty';
}

export interface ProjectExtraDataValueDefault {
  _type: 'Default';
  value: ProjectExtraDataValueJson;
}

export interface ProjectExtraDataValueSaved {
  _type: 'Saved';
  value: ProjectExtraDataValueJson;
  /** Format: date-time */
  updated_datetime: string;
}

export interface PutProjectExtraDataBody {
  value: ProjectExtraDataValueJson;
  /** Format: date-time */
  last_updated_datetime?: string | null;
}

export type ProjectExtraDataValueJson = unknown;

export interface TaskIdentifier {
  project_id: ProjectId;
  task_id: TaskId;
}

export interface GetTasksInBulkResponse {
  success: Task[];
  failure: TaskIdentifier[];
}

export interface InputDataIdentifier {
  project_id: ProjectId;
  input_data_id: InputDataId;
}

export interface GetInputDataInBulkResponse {
  success: InputData[];
  failure: InputDataIdentifier[];
}

export interface AnnotationsByInputDataIdIdentifier {
  project_id: ProjectId;
  task_id: TaskId;
  input_data_id: InputDataId;
}

export interface GetEditorAnnotationsInBulkResponse {
  success: AnnotationV2Output[];
  failure: AnnotationsByInputDataIdIdentifier[];
}

export interface SupplementaryDataByInputDataIdIdentifier {
  project_id: ProjectId;
  input_data_id: InputDataId;
}

export interface GetSupplementaryDataInBulkResponse {
  success: SupplementaryData[];
  failure: SupplementaryDataByInputDataIdIdentifier[];
}

export interface InputDataSet {
  input_data_set_id: InputDataSetId;
  input_data_set_name: string;
  organization_id: OrganizationId;
  input_data_type: InputDataType;
  private_storage_arn?: string | null;
  /** Format: date-time */
  updated_datetime?: string | null;
}

export interface InputDataSetList {
  list?: InputDataSet[] | null;
  page_no?: number | null;
  total_page_no?: number | null;
  total_count?: number | null;
  over_limit?: boolean | null;
  aggregations?: AggregationResult[] | null;
}

export interface PutInputDataSetRequest {
  input_data_set_name: string;
  input_data_type: InputDataType;
  private_storage_arn?: string | null;
  /** Format: date-time */
  last_updated_datetime?: string | null;
}

export interface UpdateOrganizationNameRequest {
  organization_id: string;
  organization_name: OrganizationName;
  /** Format: date-time */
  last_updated_datetime: string;
}

export interface components {
  schemas: {
    ArrayOfDateRanges: ArrayOfDateRanges;
    ArrayOfProjectTaskStatisticsHistory: ArrayOfProjectTaskStatisticsHistory;
    ArrayOfProjectAccountStatistics: ArrayOfProjectAccountStatistics;
    ArrayOfInspectionStatistics: ArrayOfInspectionStatistics;
    ArrayOfTaskPhaseStatistics: ArrayOfTaskPhaseStatistics;
    ArrayOfLabelStatistics: ArrayOfLabelStatistics;
    ArrayOfWorktimeStatistics: ArrayOfWorktimeStatistics;
    ProjectCacheRecord: ProjectCacheRecord;
    Errors: Errors;
    ErrorItem: ErrorItem;
    ErrorInvalidBody: ErrorInvalidBody;
    ErrorInvalidQueryParam: ErrorInvalidQueryParam;
    ErrorMissingNecessaryQueryParam: ErrorMissingNecessaryQueryParam;
    ErrorInvalidPath: ErrorInvalidPath;
    ErrorUnauthorizedApi: ErrorUnauthorizedApi;
    ErrorLoginFailed: ErrorLoginFailed;
    ErrorPasswordResetRequired: ErrorPasswordResetRequired;
    ErrorExpiredToken: ErrorExpiredToken;
    ErrorRefreshTokenExpired: ErrorRefreshTokenExpired;
    ErrorForbiddenResource: ErrorForbiddenResource;
    ErrorMissingResource: ErrorMissingResource;
    ErrorTimeout: ErrorTimeout;
    ErrorAlreadyUpdated: ErrorAlreadyUpdated;
    ErrorStateMismatch: ErrorStateMismatch;
    ErrorInternalServerError: ErrorInternalServerError;
    ErrorUnderMaintenance: ErrorUnderMaintenance;
    DateRange: DateRange;
    Message: Message;
    InternationalizationMessage: InternationalizationMessage;
    SignUpRequest: SignUpRequest;
    ConfirmSignUpRequest: ConfirmSignUpRequest;
    LoginRequest: LoginRequest;
    PostExchangeCodeResponse: PostExchangeCodeResponse;
    PostExchangeCodeLoginResponse: PostExchangeCodeLoginResponse;
    UnconfirmedUserResponse: UnconfirmedUserResponse;
    LoginResponse: LoginResponse;
    LoginSucceedResponse: LoginSucceedResponse;
    LoginNeedChallengeResponse: LoginNeedChallengeResponse;
    LoginRespondToAuthChallengeRequest: LoginRespondToAuthChallengeRequest;
    PostMfaSettingRequest: PostMfaSettingRequest;
    GetMfaSettingResponse: GetMfaSettingResponse;
    PostMfaSettingResponse: PostMfaSettingResponse;
    MfaSetting: MfaSetting;
    Token: Token;
    InitiateMfaSetupRequest: InitiateMfaSetupRequest;
    InitiateMfaSetupResponse: InitiateMfaSetupResponse;
    RefreshTokenRequest: RefreshTokenRequest;
    PluginTokenRequest: PluginTokenRequest;
    PluginTokenRequestAuthorizationCode: PluginTokenRequestAuthorizationCode;
    PluginTokenRequestRefreshToken: PluginTokenRequestRefreshToken;
    PluginTokenResponse: PluginTokenResponse;
    IssueProjectTokenRequest: IssueProjectTokenRequest;
    ProjectToken: ProjectToken;
    ProjectTokenInfo: ProjectTokenInfo;
    ListProjectTokenRequest: ListProjectTokenRequest;
    RevokeProjectTokenRequest: RevokeProjectTokenRequest;
    IssueProjectGuestUserTokenRequest: IssueProjectGuestUserTokenRequest;
    ProjectGuestUserProfile: ProjectGuestUserProfile;
    ProjectGuestUserTokenResponse: ProjectGuestUserTokenResponse;
    ChangePasswordRequest: ChangePasswordRequest;
    PasswordResetRequest: PasswordResetRequest;
    ConfirmResetPasswordRequest: ConfirmResetPasswordRequest;
    ResetEmailRequest: ResetEmailRequest;
    ConfirmResetEmailRequest: ConfirmResetEmailRequest;
    VerifyEmailRequest: VerifyEmailRequest;
    ConfirmVerifyEmailRequest: ConfirmVerifyEmailRequest;
    ConfirmAccountDeleteRequest: ConfirmAccountDeleteRequest;
    Account: Account;
    Lang: Lang;
    KeyLayout: KeyLayout;
    MyAccount: MyAccount;
    PutMyAccountRequest: PutMyAccountRequest;
    LastUpdatedDatetime: LastUpdatedDatetime;
    AcceptOrganizationInvitationRequest: AcceptOrganizationInvitationRequest;
    OrganizationActivity: OrganizationActivity;
    Organization: Organization;
    OrganizationCacheRecord: OrganizationCacheRecord;
    OrganizationSummary: OrganizationSummary;
    PricePlan: PricePlan;
    OrganizationMember: OrganizationMember;
    OrganizationMemberRole: OrganizationMemberRole;
    OrganizationMemberStatus: OrganizationMemberStatus;
    OrganizationPlugin: OrganizationPlugin;
    PutOrganizationPluginRequest: PutOrganizationPluginRequest;
    PluginId: PluginId;
    PluginName: PluginName;
    PluginDescription: PluginDescription;
    PluginDetail: PluginDetail;
    PluginDetailAnnotationEditor: PluginDetailAnnotationEditor;
    PluginDetailTaskAssignment: PluginDetailTaskAssignment;
    PluginDetailAnnotationSpecs: PluginDetailAnnotationSpecs;
    PluginDetailExtendedAnnotationSpecs: PluginDetailExtendedAnnotationSpecs;
    PluginCompatibleInputDataTypes: PluginCompatibleInputDataTypes;
    OrganizationPluginCompatibility: OrganizationPluginCompatibility;
    OrganizationPluginCompatibilityType: OrganizationPluginCompatibilityType;
    OrganizationPluginCompatibilityTypeTop: OrganizationPluginCompatibilityTypeTop;
    OrganizationPluginCompatibilityTypeBottom: OrganizationPluginCompatibilityTypeBottom;
    OrganizationPluginCompatibilityTypeConstant: OrganizationPluginCompatibilityTypeConstant;
    AnnotationEditorUrl: AnnotationEditorUrl;
    TaskAssignmentUrl: TaskAssignmentUrl;
    AnnotationSpecsUrl: AnnotationSpecsUrl;
    MyOrganization: MyOrganization;
    OrganizationRegistrationRequest: OrganizationRegistrationRequest;
    PutOrganizationRequest: PutOrganizationRequest;
    PutOrganizationMemberRoleRequest: PutOrganizationMemberRoleRequest;
    InviteOrganizationMemberRequest: InviteOrganizationMemberRequest;
    Email: Email;
    AccountId: AccountId;
    UserId: UserId;
    Username: Username;
    UserCacheRecord: UserCacheRecord;
    OrganizationId: OrganizationId;
    OrganizationName: OrganizationName;
    ProjectId: ProjectId;
    LabelId: LabelId;
    AdditionalDataDefinitionId: AdditionalDataDefinitionId;
    ChoiceId: ChoiceId;
    PhraseId: PhraseId;
    TaskId: TaskId;
    InputDataId: InputDataId;
    InputDataSetId: InputDataSetId;
    SupplementaryDataId: SupplementaryDataId;
    TaskHistoryId: TaskHistoryId;
    AnnotationId: AnnotationId;
    InspectionId: InspectionId;
    InstructionImageId: InstructionImageId;
    CommentId: CommentId;
    MarkerId: MarkerId;
    JobId: JobId;
    WebhookId: WebhookId;
    NotificationMessageId: NotificationMessageId;
    PersonalAccessTokenId: PersonalAccessTokenId;
    Duration: Duration;
    UserBiography: UserBiography;
    AnnotationFormatVersion: AnnotationFormatVersion;
    Project: Project;
    ProjectStatus: ProjectStatus;
    AssigneeRuleOfResubmittedTask: AssigneeRuleOfResubmittedTask;
    InputDataType: InputDataType;
    MaxTasksPerMember: MaxTasksPerMember;
    NumberOfInspections: NumberOfInspections;
    MaxTasksPerMemberIncludingHold: MaxTasksPerMemberIncludingHold;
    InputDataSetIdList: InputDataSetIdList;
    InputDataMaxLongSideLength: InputDataMaxLongSideLength;
    SamplingInspectionRate: SamplingInspectionRate;
    SamplingAcceptanceRate: SamplingAcceptanceRate;
    PrivateStorageAwsIamRoleArn: PrivateStorageAwsIamRoleArn;
    UseS3TransferAcceleration: UseS3TransferAcceleration;
    ProjectConfigurationPluginId: ProjectConfigurationPluginId;
    ProjectConfigurationCustomTaskAssignmentPluginId: ProjectConfigurationCustomTaskAssignmentPluginId;
    ProjectConfigurationCustomSpecsPluginId: ProjectConfigurationCustomSpecsPluginId;
    ProjectConfigurationExtendedSpecsPluginId: ProjectConfigurationExtendedSpecsPluginId;
    EditorVersion: EditorVersion;
    UseBeginnerNavigation: UseBeginnerNavigation;
    ProjectConfigurationPut: ProjectConfigurationPut;
    ProjectConfigurationGet: ProjectConfigurationGet;
    ProjectSummary: ProjectSummary;
    TaskAssignmentType: TaskAssignmentType;
    TaskAssignmentProperty: TaskAssignmentProperty;
    TaskAssignmentOrder: TaskAssignmentOrder;
    ProjectJobInfo: ProjectJobInfo;
    OrganizationJobInfo: OrganizationJobInfo;
    ProjectJobType: ProjectJobType;
    OrganizationJobType: OrganizationJobType;
    JobDetail: JobDetail;
    JobDetailGenInputs: JobDetailGenInputs;
    JobDetailGenTasks: JobDetailGenTasks;
    JobDetailCopyProject: JobDetailCopyProject;
    JobDetailMoveProject: JobDetailMoveProject;
    JobDetailInvokeHook: JobDetailInvokeHook;
    JobStatus: JobStatus;
    PostAnnotationArchiveUpdateResponse: PostAnnotationArchiveUpdateResponse;
    PostProjectTasksUpdateResponse: PostProjectTasksUpdateResponse;
    ProjectCopyResponse: ProjectCopyResponse;
    DeleteProjectResponse: DeleteProjectResponse;
    PutProjectResponse: PutProjectResponse;
    TaskGenerateResponse: TaskGenerateResponse;
    ProjectInputsUpdateResponse: ProjectInputsUpdateResponse;
    Webhook: Webhook;
    PutWebhookRequest: PutWebhookRequest;
    WebhookHeader: WebhookHeader;
    WebhookStatus: WebhookStatus;
    WebhookHttpMethod: WebhookHttpMethod;
    WebhookEventType: WebhookEventType;
    PutProjectRequest: PutProjectRequest;
    ProjectCopyRequest: ProjectCopyRequest;
    ProjectMember: ProjectMember;
    ProjectMemberStatus: ProjectMemberStatus;
    ProjectMemberRole: ProjectMemberRole;
    ProjectMemberRequest: ProjectMemberRequest;
    ProjectTaskStatisticsHistory: ProjectTaskStatisticsHistory;
    ProjectTaskStatistics: ProjectTaskStatistics;
    ProjectAccountStatistics: ProjectAccountStatistics;
    ProjectAccountStatisticsHistory: ProjectAccountStatisticsHistory;
    InspectionStatistics: InspectionStatistics;
    InspectionStatisticsBreakdown: InspectionStatisticsBreakdown;
    PatchTasksMetadataRequest: PatchTasksMetadataRequest;
    InspectionStatisticsPhrases: InspectionStatisticsPhrases;
    TaskPhaseStatistics: TaskPhaseStatistics;
    PhaseStatistics: PhaseStatistics;
    LabelStatistics: LabelStatistics;
    WorktimeStatistics: WorktimeStatistics;
    WorktimeStatisticsByAccount: WorktimeStatisticsByAccount;
    WorktimeStatisticsByProject: WorktimeStatisticsByProject;
    WorktimeStatisticsData: WorktimeStatisticsData;
    WorktimeStatisticsItem: WorktimeStatisticsItem;
    HistogramItem: HistogramItem;
    AccountWorktimeStatistics: AccountWorktimeStatistics;
    Marker: Marker;
    Markers: Markers;
    GraphType: GraphType;
    PutMarkersRequest: PutMarkersRequest;
    AnnotationSpecsV1: AnnotationSpecsV1;
    AnnotationSpecsV2: AnnotationSpecsV2;
    AnnotationSpecsV3: AnnotationSpecsV3;
    AnnotationSpecsRequestV1: AnnotationSpecsRequestV1;
    AnnotationSpecsRequestV2: AnnotationSpecsRequestV2;
    AnnotationSpecsRequestV3: AnnotationSpecsRequestV3;
    AnnotationSpecsOption: AnnotationSpecsOption;
    AnnotationSpecsMovieOption: AnnotationSpecsMovieOption;
    AnnotationSpecsHistory: AnnotationSpecsHistory;
    InspectionPhrase: InspectionPhrase;
    AnnotationType: AnnotationType;
    DefaultAnnotationType: DefaultAnnotationType;
    UserDefinedAnnotationType: UserDefinedAnnotationType;
    UserDefinedAnnotationTypeDefinition: UserDefinedAnnotationTypeDefinition;
    UserDefinedAnnotationTypeFieldDefinition: UserDefinedAnnotationTypeFieldDefinition;
    AnnotationTypeFieldDefinitionMinimumSize2d: AnnotationTypeFieldDefinitionMinimumSize2d;
    AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition: AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition;
    AnnotationTypeFieldDefinitionMarginOfErrorTolerance: AnnotationTypeFieldDefinitionMarginOfErrorTolerance;
    AnnotationTypeFieldDefinitionVertexCountMinMax: AnnotationTypeFieldDefinitionVertexCountMinMax;
    AnnotationTypeFieldDefinitionMinimumArea2d: AnnotationTypeFieldDefinitionMinimumArea2d;
    AnnotationTypeFieldDefinitionDisplayLineDirection: AnnotationTypeFieldDefinitionDisplayLineDirection;
    AnnotationTypeFieldDefinitionAnnotationEditorFeature: AnnotationTypeFieldDefinitionAnnotationEditorFeature;
    AnnotationTypeFieldDefinitionOneIntegerField: AnnotationTypeFieldDefinitionOneIntegerField;
    AnnotationTypeFieldDefinitionOneStringField: AnnotationTypeFieldDefinitionOneStringField;
    AnnotationTypeFieldDefinitionOneBooleanField: AnnotationTypeFieldDefinitionOneBooleanField;
    UserDefinedAnnotationDataType: UserDefinedAnnotationDataType;
    AdditionalDataDefinitionType: AdditionalDataDefinitionType;
    PositionForMinimumBoundingBoxInsertion: PositionForMinimumBoundingBoxInsertion;
    BoundingBoxMetadata: BoundingBoxMetadata;
    SegmentationMetadata: SegmentationMetadata;
    LabelV1: LabelV1;
    LabelV2: LabelV2;
    LabelV3: LabelV3;
    AnnotationTypeFieldValue: AnnotationTypeFieldValue;
    AnnotationTypeFieldValueMinimumSize: AnnotationTypeFieldValueMinimumSize;
    AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition: AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition;
    AnnotationTypeFieldMinWarnRule: AnnotationTypeFieldMinWarnRule;
    AnnotationTypeFieldValueMarginOfErrorTolerance: AnnotationTypeFieldValueMarginOfErrorTolerance;
    AnnotationTypeFieldValueVertexCountMinMax: AnnotationTypeFieldValueVertexCountMinMax;
    AnnotationTypeFieldValueMinimumArea2d: AnnotationTypeFieldValueMinimumArea2d;
    AnnotationTypeFieldValueDisplayLineDirection: AnnotationTypeFieldValueDisplayLineDirection;
    AnnotationTypeFieldValueAnnotationEditorFeature: AnnotationTypeFieldValueAnnotationEditorFeature;
    AnnotationTypeFieldValueOneIntegerFieldValue: AnnotationTypeFieldValueOneIntegerFieldValue;
    AnnotationTypeFieldValueOneStringFieldValue: AnnotationTypeFieldValueOneStringFieldValue;
    AnnotationTypeFieldValueOneBooleanFieldValue: AnnotationTypeFieldValueOneBooleanFieldValue;
    AnnotationTypeFieldValueEmptyFieldValue: AnnotationTypeFieldValueEmptyFieldValue;
    Color: Color;
    AnnotationEditorFeature: AnnotationEditorFeature;
    AdditionalDataDefinitionV1: AdditionalDataDefinitionV1;
    AdditionalDataDefinitionV2: AdditionalDataDefinitionV2;
    AdditionalDataRestriction: AdditionalDataRestriction;
    AdditionalDataRestrictionCondition: AdditionalDataRestrictionCondition;
    AdditionalDataRestrictionConditionCanInput: AdditionalDataRestrictionConditionCanInput;
    AdditionalDataRestrictionConditionEquals: AdditionalDataRestrictionConditionEquals;
    AdditionalDataRestrictionConditionNotEquals: AdditionalDataRestrictionConditionNotEquals;
    AdditionalDataRestrictionConditionMatches: AdditionalDataRestrictionConditionMatches;
    AdditionalDataRestrictionConditionNotMatches: AdditionalDataRestrictionConditionNotMatches;
    AdditionalDataRestrictionConditionHasLabel: AdditionalDataRestrictionConditionHasLabel;
    AdditionalDataRestrictionConditionImply: AdditionalDataRestrictionConditionImply;
    Keybind: Keybind;
    Task: Task;
    TaskPhase: TaskPhase;
    TaskPhaseStage: TaskPhaseStage;
    TaskStatus: TaskStatus;
    TaskMetadata: TaskMetadata;
    TaskRequest: TaskRequest;
    TaskGenerateRequest: TaskGenerateRequest;
    TaskGenerateRule: TaskGenerateRule;
    TaskGenerateRuleByCount: TaskGenerateRuleByCount;
    TaskGenerateRuleByDirectory: TaskGenerateRuleByDirectory;
    TaskGenerateRuleByInputDataCsv: TaskGenerateRuleByInputDataCsv;
    InputDataOrder: InputDataOrder;
    TaskOperation: TaskOperation;
    TaskAssignRequest: TaskAssignRequest;
    TaskAssignRequestType: TaskAssignRequestType;
    TaskAssignRequestTypeRandom: TaskAssignRequestTypeRandom;
    TaskAssignRequestTypeSelection: TaskAssignRequestTypeSelection;
    TaskAssignRequestTypeTaskProperty: TaskAssignRequestTypeTaskProperty;
    TaskHistoryShort: TaskHistoryShort;
    TaskHistory: TaskHistory;
    TaskHistoryEvent: TaskHistoryEvent;
    TaskInputValidation: TaskInputValidation;
    TaskValidation: TaskValidation;
    InputDataSummary: InputDataSummary;
    InspectionSummary: InspectionSummary;
    InputData: InputData;
    SystemMetadata: SystemMetadata;
    SystemMetadataImage: SystemMetadataImage;
    SystemMetadataMovie: SystemMetadataMovie;
    SystemMetadataCustom: SystemMetadataCustom;
    InputDataRequest: InputDataRequest;
    SupplementaryData: SupplementaryData;
    SupplementaryDataType: SupplementaryDataType;
    SupplementaryDataRequest: SupplementaryDataRequest;
    WebhookTestRequest: WebhookTestRequest;
    WebhookTestResponse: WebhookTestResponse;
    BatchInputDataRequestItemDelete: BatchInputDataRequestItemDelete;
    BatchTaskRequestItemDelete: BatchTaskRequestItemDelete;
    DataPath: DataPath;
    InstructionImagePath: InstructionImagePath;
    AnnotationQuery: AnnotationQuery;
    AnnotationInput: AnnotationInput;
    AnnotationOutput: AnnotationOutput;
    AnnotationV1: AnnotationV1;
    AnnotationV2Input: AnnotationV2Input;
    AnnotationV2Output: AnnotationV2Output;
    PutAnnotationRequest: PutAnnotationRequest;
    AnnotationDataHoldingType: AnnotationDataHoldingType;
    AnnotationDetailV1: AnnotationDetailV1;
    AnnotationDetailV2Output: AnnotationDetailV2Output;
    AnnotationDetailV2Input: AnnotationDetailV2Input;
    AnnotationDetailV2Get: AnnotationDetailV2Get;
    AnnotationDetailV2Create: AnnotationDetailV2Create;
    AnnotationDetailV2Import: AnnotationDetailV2Import;
    AnnotationDetailV2Update: AnnotationDetailV2Update;
    AnnotationDetailContentInput: AnnotationDetailContentInput;
    AnnotationDetailContentInputInner: AnnotationDetailContentInputInner;
    AnnotationDetailContentInputOuter: AnnotationDetailContentInputOuter;
    AnnotationDetailContentOutput: AnnotationDetailContentOutput;
    AnnotationDetailContentOutputInner: AnnotationDetailContentOutputInner;
    AnnotationDetailContentOutputInnerUnknown: AnnotationDetailContentOutputInnerUnknown;
    AnnotationDetailContentOutputOuter: AnnotationDetailContentOutputOuter;
    AnnotationDetailContentOutputOuterUnresolved: AnnotationDetailContentOutputOuterUnresolved;
    AnnotationPropsForEditor: AnnotationPropsForEditor;
    AdditionalDataListV1: AdditionalDataListV1;
    AdditionalDataListV2: AdditionalDataListV2;
    AdditionalDataV1: AdditionalDataV1;
    AdditionalDataV2: AdditionalDataV2;
    FullAnnotationAdditionalDataValue: FullAnnotationAdditionalDataValue;
    FullAnnotationAdditionalDataValueFlag: FullAnnotationAdditionalDataValueFlag;
    FullAnnotationAdditionalDataValueInteger: FullAnnotationAdditionalDataValueInteger;
    FullAnnotationAdditionalDataValueComment: FullAnnotationAdditionalDataValueComment;
    FullAnnotationAdditionalDataValueChoice: FullAnnotationAdditionalDataValueChoice;
    FullAnnotationAdditionalDataChoiceValue: FullAnnotationAdditionalDataChoiceValue;
    FullAnnotationAdditionalDataValueTracking: FullAnnotationAdditionalDataValueTracking;
    FullAnnotationAdditionalDataValueLink: FullAnnotationAdditionalDataValueLink;
    AdditionalDataValue: AdditionalDataValue;
    AdditionalDataValueFlag: AdditionalDataValueFlag;
    AdditionalDataValueInteger: AdditionalDataValueInteger;
    AdditionalDataValueComment: AdditionalDataValueComment;
    AdditionalDataValueText: AdditionalDataValueText;
    AdditionalDataValueChoice: AdditionalDataValueChoice;
    AdditionalDataValueSelect: AdditionalDataValueSelect;
    AdditionalDataValueTracking: AdditionalDataValueTracking;
    AdditionalDataValueLink: AdditionalDataValueLink;
    SingleAnnotationV1List: SingleAnnotationV1List;
    SingleAnnotationV2List: SingleAnnotationV2List;
    SingleAnnotation: SingleAnnotation;
    SingleAnnotationV1: SingleAnnotationV1;
    SingleAnnotationV2: SingleAnnotationV2;
    SimpleAnnotation: SimpleAnnotation;
    BatchAnnotationV1: BatchAnnotationV1;
    BatchAnnotationV2: BatchAnnotationV2;
    BatchAnnotationRequestItemPutV1: BatchAnnotationRequestItemPutV1;
    BatchAnnotationRequestItemPutV2: BatchAnnotationRequestItemPutV2;
    BatchAnnotationRequestItemDelete: BatchAnnotationRequestItemDelete;
    SingleAnnotationDetailV1: SingleAnnotationDetailV1;
    SingleAnnotationDetailV2: SingleAnnotationDetailV2;
    SimpleAnnotationDetail: SimpleAnnotationDetail;
    FullAnnotation: FullAnnotation;
    FullAnnotationDetail: FullAnnotationDetail;
    AnnotationDataV1: AnnotationDataV1;
    FullAnnotationDataString: FullAnnotationDataString;
    FullAnnotationData: FullAnnotationData;
    FullAnnotationDataClassification: FullAnnotationDataClassification;
    FullAnnotationDataSegmentation: FullAnnotationDataSegmentation;
    FullAnnotationDataSegmentationV2: FullAnnotationDataSegmentationV2;
    FullAnnotationDataBoundingBox: FullAnnotationDataBoundingBox;
    FullAnnotationDataPoints: FullAnnotationDataPoints;
    FullAnnotationDataSinglePoint: FullAnnotationDataSinglePoint;
    FullAnnotationDataRange: FullAnnotationDataRange;
    FullAnnotationDataUnknown: FullAnnotationDataUnknown;
    Point: Point;
    FullAnnotationAdditionalDataList: FullAnnotationAdditionalDataList;
    FullAnnotationAdditionalData: FullAnnotationAdditionalData;
    BatchInspectionRequestItemPut: BatchInspectionRequestItemPut;
    BatchInspectionRequestItemDelete: BatchInspectionRequestItemDelete;
    Inspection: Inspection;
    InspectionData: InspectionData;
    InspectionDataPoint: InspectionDataPoint;
    InspectionDataPolyline: InspectionDataPolyline;
    InspectionDataTime: InspectionDataTime;
    InspectionDataCustom: InspectionDataCustom;
    Resolution: Resolution;
    InspectionStatus: InspectionStatus;
    Comment: Comment;
    CommentNode: CommentNode;
    RootComment: RootComment;
    ReplyComment: ReplyComment;
    CommentStatus: CommentStatus;
    CommentType: CommentType;
    BatchCommentRequestItem: BatchCommentRequestItem;
    BatchCommentRequestItemPut: BatchCommentRequestItemPut;
    BatchCommentRequestItemDelete: BatchCommentRequestItemDelete;
    AggregationResult: AggregationResult;
    CountResult: CountResult;
    Count: Count;
    Instruction: Instruction;
    PutInstructionRequest: PutInstructionRequest;
    InstructionHistory: InstructionHistory;
    InstructionImage: InstructionImage;
    ValidationError: ValidationError;
    InvalidAnnotationData: InvalidAnnotationData;
    DuplicatedSegmentationV2: DuplicatedSegmentationV2;
    InvalidValue: InvalidValue;
    UnknownLinkTarget: UnknownLinkTarget;
    InvalidLinkTarget: InvalidLinkTarget;
    InvalidChoice: InvalidChoice;
    DuplicatedV1: DuplicatedV1;
    DuplicatedV2: DuplicatedV2;
    UnknownAdditionalData: UnknownAdditionalData;
    OverlappedRangeAnnotation: OverlappedRangeAnnotation;
    UnknownLabel: UnknownLabel;
    InspectionValidationError: InspectionValidationError;
    NoCommentInspection: NoCommentInspection;
    ReplyRequired: ReplyRequired;
    ActionRequired: ActionRequired;
    InspectionOrReplyRequired: InspectionOrReplyRequired;
    IllegalState: IllegalState;
    CommentValidationError: CommentValidationError;
    NoComment: NoComment;
    UpdateStatusRequired: UpdateStatusRequired;
    ProjectTaskCounts: ProjectTaskCounts;
    TemporaryUrlString: TemporaryUrlString;
    TemporaryUrl: TemporaryUrl;
    AnnotationList: AnnotationList;
    InputDataList: InputDataList;
    ProjectJobInfoContainer: ProjectJobInfoContainer;
    OrganizationJobInfoContainer: OrganizationJobInfoContainer;
    MyOrganizationList: MyOrganizationList;
    ProjectList: ProjectList;
    OrganizationMemberList: OrganizationMemberList;
    OrganizationPluginList: OrganizationPluginList;
    ProjectMemberList: ProjectMemberList;
    TaskList: TaskList;
    BatchAnnotationRequestItem: BatchAnnotationRequestItem;
    BatchInspectionRequestItem: BatchInspectionRequestItem;
    BatchInputDataRequestItem: BatchInputDataRequestItem;
    BatchTaskRequestItem: BatchTaskRequestItem;
    AdditionalDataDefaultType: AdditionalDataDefaultType;
    AnnotationSpecs: AnnotationSpecs;
    AnnotationSpecsRequest: AnnotationSpecsRequest;
    TaskGenerateResponseWrapper: TaskGenerateResponseWrapper;
    PostAnnotationArchiveUpdateResponseWrapper: PostAnnotationArchiveUpdateResponseWrapper;
    MessageOrJobInfo: MessageOrJobInfo;
    YearMonth: YearMonth;
    EditorUsageTimespan: EditorUsageTimespan;
    UsageStatus: UsageStatus;
    UsageStatusByDay: UsageStatusByDay;
    UsageStatusCsvFileUrl: UsageStatusCsvFileUrl;
    MyNotificationList: MyNotificationList;
    MyNotificationMessage: MyNotificationMessage;
    NotificationMessageTitle: NotificationMessageTitle;
    NotificationMessageBody: NotificationMessageBody;
    NotificationMessageContentType: NotificationMessageContentType;
    PutMyNotificationMessageOpenedRequest: PutMyNotificationMessageOpenedRequest;
    MyNotificationUnreadMessagesCount: MyNotificationUnreadMessagesCount;
    PersonalAccessToken: PersonalAccessToken;
    PersonalAccessTokenInfo: PersonalAccessTokenInfo;
    IssuePersonalAccessTokenRequest: IssuePersonalAccessTokenRequest;
    RevokePersonalAccessTokenRequest: RevokePersonalAccessTokenRequest;
    PersonalAccessTokenPermission: PersonalAccessTokenPermission;
    PersonalAccessTokenPermissionAll: PersonalAccessTokenPermissionAll;
    OrganizationIdpId: OrganizationIdpId;
    OidcIssuer: OidcIssuer;
    OidcEndpoints: OidcEndpoints;
    IssuerOnlyOidcEndpoints: IssuerOnlyOidcEndpoints;
    AllOidcEndpoints: AllOidcEndpoints;
    OidcAttributeMapping: OidcAttributeMapping;
    OrganizationOidcIdp: OrganizationOidcIdp;
    PutOrganizationIdpBody: PutOrganizationIdpBody;
    ExternalIdpDeterminant: ExternalIdpDeterminant;
    GlobalIdpNameDeterminant: GlobalIdpNameDeterminant;
    OrganizationIdpIdDeterminant: OrganizationIdpIdDeterminant;
    UserIdDeterminant: UserIdDeterminant;
    AnnotationThumbnail: AnnotationThumbnail;
    PutAnnotationThumbnailBody: PutAnnotationThumbnailBody;
    AnnotationThumbnailImage: AnnotationThumbnailImage;
    AnnotationThumbnailImageSource: AnnotationThumbnailImageSource;
    AnnotationThumbnailDetail: AnnotationThumbnailDetail;
    AnnotationThumbnailDetailImageSlice: AnnotationThumbnailDetailImageSlice;
    AnnotationThumbnailDetailUnsupported: AnnotationThumbnailDetailUnsupported;
    AnnotationThumbnailDetailFailed: AnnotationThumbnailDetailFailed;
    ProjectExtraDataKindId: ProjectExtraDataKindId;
    ProjectExtraDataKind: ProjectExtraDataKind;
    ProjectExtraDataKindScope: ProjectExtraDataKindScope;
    ProjectExtraData: ProjectExtraData;
    ProjectExtraDataValue: ProjectExtraDataValue;
    ProjectExtraDataValueEmpty: ProjectExtraDataValueEmpty;
    ProjectExtraDataValueDefault: ProjectExtraDataValueDefault;
    ProjectExtraDataValueSaved: ProjectExtraDataValueSaved;
    PutProjectExtraDataBody: PutProjectExtraDataBody;
    ProjectExtraDataValueJson: ProjectExtraDataValueJson;
    TaskIdentifier: TaskIdentifier;
    GetTasksInBulkResponse: GetTasksInBulkResponse;
    InputDataIdentifier: InputDataIdentifier;
    GetInputDataInBulkResponse: GetInputDataInBulkResponse;
    AnnotationsByInputDataIdIdentifier: AnnotationsByInputDataIdIdentifier;
    GetEditorAnnotationsInBulkResponse: GetEditorAnnotationsInBulkResponse;
    SupplementaryDataByInputDataIdIdentifier: SupplementaryDataByInputDataIdIdentifier;
    GetSupplementaryDataInBulkResponse: GetSupplementaryDataInBulkResponse;
    InputDataSet: InputDataSet;
    InputDataSetList: InputDataSetList;
    PutInputDataSetRequest: PutInputDataSetRequest;
    UpdateOrganizationNameRequest: UpdateOrganizationNameRequest;
  };
  responses: {
    /** @description The request is malformed */
    InvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** @description The token is missing, expired or wrong */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** @description The role is not enough */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** @description No such resource */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** @description The present state forbids it; x-conflict on the operation says why */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** @description Annofab is down for maintenance */
    UnderMaintenance: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
  };
  parameters: {
    /** @description Notification message */
    message_id: NotificationMessageId;
    /** @description Project */
    project_id: ProjectId;
    /** @description Organization, by its name in URLs */
    organization_name: string;
    /** @description Identity provider */
    id: OrganizationIdpId;
    /** @description Input data set */
    input_data_set_id: InputDataSetId;
    /** @description Input data */
    input_data_id: InputDataId;
    /** @description User, by the name they log in with */
    user_id: UserId;
    /** @description Plugin */
    plugin_id: PluginId;
    /** @description Month, as YYYY-MM */
    year_month: YearMonth;
    /** @description Kind of extra data */
    kind_id: ProjectExtraDataKindId;
    /** @description Supplementary data; for a new one the caller chooses the id */
    supplementary_data_id: SupplementaryDataId;
    /** @description Image of the work instruction; for a new one the caller chooses the id */
    image_id: InstructionImageId;
    /** @description Kind of job */
    job_type: ProjectJobType;
    /** @description Job */
    job_id: JobId;
    /** @description Account (the system's own id of a user) */
    account_id: AccountId;
    /** @description Task */
    task_id: TaskId;
    /** @description Webhook; for a new one the caller chooses the id */
    webhook_id: WebhookId;
    /** @description Labor record */
    data_id: string;
    /** @description Organization */
    organization_id: OrganizationId;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export interface operations {
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ChangePasswordRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  confirmResetEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ConfirmResetEmailRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  confirmResetPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ConfirmResetPasswordRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  confirmSignup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ConfirmSignUpRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  confirmVerifyEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ConfirmVerifyEmailRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  issueProjectGuestUserToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': IssueProjectGuestUserTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectGuestUserTokenResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  issueProjectToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': IssueProjectTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectToken;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  listProjectToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ListProjectTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectToken[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  login: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': LoginRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': LoginResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  loginRespondToAuthChallenge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': LoginRespondToAuthChallengeRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': LoginSucceedResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  logout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Token;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyAccount;
        };
      };
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putMyAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutMyAccountRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyAccount;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiateMyAccountDelete: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  confirmMyAccountDelete: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ConfirmAccountDeleteRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  issuePersonalAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': IssuePersonalAccessTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PersonalAccessToken;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyNotificationMessages: {
    parameters: {
      query?: {
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyNotificationList;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyNotificationMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Notification message */
        message_id: components['parameters']['message_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyNotificationMessage;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putMyNotificationMessageOpened: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Notification message */
        message_id: components['parameters']['message_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutMyNotificationMessageOpenedRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyOrganizations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyOrganizationList;
        };
      };
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  updateOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': UpdateOrganizationNameRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getPersonalAccessTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PersonalAccessTokenInfo[];
        };
      };
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyProjectMembers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember[];
        };
      };
      401: components['responses']['Unauthorized'];
    };
  };
  getMyProjects: {
    parameters: {
      query?: {
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
        organization_id?: OrganizationId;
        title?: string;
        status?: ProjectStatus;
        input_data_type?: InputDataType;
        sort_by?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyMemberInProject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  revokePersonalAccessToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': RevokePersonalAccessTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PersonalAccessTokenInfo;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMyNotificationUnreadMessagesCount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyNotificationUnreadMessagesCount;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  createNewOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': OrganizationRegistrationRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutOrganizationRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationActivity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationActivity;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationIdpList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationOidcIdp[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putOrganizationIdp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Identity provider */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutOrganizationIdpBody;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationOidcIdp;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteOrganizationIdp: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Identity provider */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationOidcIdp;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInputDataSetList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputDataSetList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInputDataSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputDataSet;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putInputDataSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': PutInputDataSetRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputDataSet;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationInputDataList: {
    parameters: {
      query?: {
        input_data_id?: InputDataId;
        input_data_name?: string;
        input_data_path?: string;
        task_id?: string;
        /** @description Only what was updated at this moment or later */
        from?: string;
        /** @description Only what was updated at this moment or earlier */
        to?: string;
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputDataList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationInputData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteOrganizationInputData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationJob: {
    parameters: {
      query?: {
        /** @description Only jobs of this kind */
        type?: OrganizationJobType;
        /** @description How many at most */
        limit?: number;
        /** @description Only what was created strictly before this moment: the created_datetime of the last one read */
        exclusive_start_created_datetime?: string;
      };
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationJobInfoContainer;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationMembers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMemberList;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMember;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteOrganizationMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMember;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  inviteOrganizationMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': InviteOrganizationMemberRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMember;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  acceptOrganizationInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': AcceptOrganizationInvitationRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  updateOrganizationMemberRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutOrganizationMemberRoleRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMember;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationPlugins: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationPluginList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationPlugin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Plugin */
        plugin_id: components['parameters']['plugin_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationPlugin;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putOrganizationPlugin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Plugin */
        plugin_id: components['parameters']['plugin_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutOrganizationPluginRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationPlugin;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteOrganizationPlugin: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Plugin */
        plugin_id: components['parameters']['plugin_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationPlugin;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectsOfOrganization: {
    parameters: {
      query?: {
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
        account_id?: AccountId;
        except_account_id?: AccountId;
        title?: string;
        status?: ProjectStatus;
        plugin_id?: PluginId;
        input_data_type?: InputDataType;
        sort_by?: string;
      };
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationUsageStatusList: {
    parameters: {
      query?: {
        /** @description First month */
        from?: YearMonth;
        /** @description Last month */
        to?: YearMonth;
      };
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UsageStatus[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationUsageStatusDetail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Month, as YYYY-MM */
        year_month: components['parameters']['year_month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UsageStatusCsvFileUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationUsageStatus: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
        /** @description Month, as YYYY-MM */
        year_month: components['parameters']['year_month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UsageStatusByDay[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  requestPluginToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PluginTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PluginTokenResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Project;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putProject: {
    parameters: {
      query?: {
        /** @description Version of the format */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': PutProjectRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Project;
        };
      };
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PutProjectResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteProject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': DeleteProjectResponse;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationSpecs: {
    parameters: {
      query?: {
        /** @description A past version instead of the current one */
        history_id?: string;
        /** @description Version of the format; 3 is the one in use, 1 and 2 are deprecated */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationSpecs;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putAnnotationSpecs: {
    parameters: {
      query?: {
        /** @description Version of the format */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': AnnotationSpecsRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationSpecs;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationSpecsHistories: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationSpecsHistory[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationList: {
    parameters: {
      query?: {
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
        aggregate_by_task_and_input?: boolean;
        no_aggregate_label_and_input?: boolean;
        /** @description Which annotations to find */
        query?: AnnotationQuery;
        /** @description Keys joined by commas, a leading - for descending: 'task_id,-detail.updated_datetime' */
        sort?: string;
        /** @description Version of the format */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  batchUpdateAnnotations: {
    parameters: {
      query?: {
        /** @description Version of the format */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': BatchAnnotationRequestItem[];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': SingleAnnotation[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getArchiveFullWithProId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationArchive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  postAnnotationArchiveUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PostAnnotationArchiveUpdateResponse;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  assignTasks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TaskAssignRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiateProjectCopy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ProjectCopyRequest;
      };
    };
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectCopyResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  createTempPath: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': DataPath;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectExtraDataKinds: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectExtraDataKind[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectExtraData: {
    parameters: {
      query?: {
        /** @description The value of the calling user instead of the one all members share */
        user_scope?: boolean;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Kind of extra data */
        kind_id: components['parameters']['kind_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectExtraData;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putProjectExtraData: {
    parameters: {
      query?: {
        /** @description The value of the calling user instead of the one all members share */
        user_scope?: boolean;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Kind of extra data */
        kind_id: components['parameters']['kind_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutProjectExtraDataBody;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectExtraData;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiateTasksGeneration: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TaskGenerateRequest;
      };
    };
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TaskGenerateResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInputDataInBulk: {
    parameters: {
      query: {
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': GetInputDataInBulkResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInputDataList: {
    parameters: {
      query?: {
        input_data_id?: string;
        input_data_name?: string;
        input_data_path?: string;
        /** @description Only input data of tasks whose id contains this; the first 100 such tasks count */
        task_id?: string;
        /** @description Only what was updated at this moment or later */
        from?: string;
        /** @description Only what was updated at this moment or earlier */
        to?: string;
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputDataList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  batchUpdateInputs: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': BatchInputDataRequestItem[];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInputData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putInputData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': InputDataRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectJobInfo;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteInputData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getSupplementaryDataList: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': SupplementaryData[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putSupplementaryData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
        /** @description Supplementary data; for a new one the caller chooses the id */
        supplementary_data_id: components['parameters']['supplementary_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': SupplementaryDataRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': SupplementaryData;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteSupplementaryData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
        /** @description Supplementary data; for a new one the caller chooses the id */
        supplementary_data_id: components['parameters']['supplementary_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInstruction: {
    parameters: {
      query: {
        /** @description Which version, from getInstructionHistory */
        history_id: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Instruction;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putInstruction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutInstructionRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InstructionHistory;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInstructionHistory: {
    parameters: {
      query?: {
        /** @description How many versions at most */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InstructionHistory[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInstructionImages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InstructionImage[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteInstructionImage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Image of the work instruction; for a new one the caller chooses the id */
        image_id: components['parameters']['image_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInstructionImageUrlForPut: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Image of the work instruction; for a new one the caller chooses the id */
        image_id: components['parameters']['image_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InstructionImagePath;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectJob: {
    parameters: {
      query?: {
        /** @description Only jobs of this kind */
        type?: ProjectJobType;
        /** @description How many at most */
        limit?: number;
        /** @description Only what was created strictly before this moment: the created_datetime of the last one read */
        exclusive_start_created_datetime?: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectJobInfoContainer;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteProjectJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Kind of job */
        job_type: components['parameters']['job_type'];
        /** @description Job */
        job_id: components['parameters']['job_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectMembers: {
    parameters: {
      query?: {
        /** @description Also former members */
        include_inactive_member?: boolean;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMemberList;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putProjectMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ProjectMemberRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationOfProject: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectCommentsUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectInputsUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  postProjectInputsUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectInputsUpdateResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectInspectionsUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectTaskHistoriesUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectTaskHistoryEventsUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectTasksUrl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  postProjectTasksUpdate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted; the work goes on as a job */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': PostProjectTasksUpdateResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAccountStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAccountDailyStatistics: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfProjectAccountStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getStatisticsAvailableDates: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfDateRanges;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInspectionStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInspectionDailyStatistics: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfInspectionStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getLabelStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getMarkers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Markers;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putMarkers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutMarkersRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Markers;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTaskPhaseStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getPhaseDailyStatistics: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfTaskPhaseStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTaskStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTaskDailyStatistics: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfProjectTaskStatisticsHistory;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWorktimeStatistics: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready; the address is also in the Location header */
      201: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': TemporaryUrl;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWorktimeDailyStatisticsByAccount: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WorktimeStatisticsByAccount;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWorktimeDailyStatistics: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WorktimeStatisticsByProject;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getSupplementaryDataInBulk: {
    parameters: {
      query: {
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': GetSupplementaryDataInBulkResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTasks: {
    parameters: {
      query?: {
        /** @description Which page, from 1 */
        page?: number;
        /** @description How many at most */
        limit?: number;
        task_id?: string;
        /** @description Only tasks that use one of these input data */
        input_data_ids?: InputDataId[];
        phase?: TaskPhase;
        phase_stage?: TaskPhaseStage;
        status?: TaskStatus;
        account_id?: AccountId;
        /** @description Only tasks assigned to nobody */
        no_user?: boolean;
        previous_account_id?: AccountId;
        previous_phase?: TaskPhase;
        previous_phase_stage?: TaskPhaseStage;
        /** @description Only tasks that have been rejected */
        rejected_only?: boolean;
        /** @description Only tasks accepted by sampling, without a human acceptance */
        auto_accepted_only?: boolean;
        /** @description Terms such as 'priority:>=1 assignable:true -skip:true', all of which must hold */
        metadata?: string;
        /** @description Keys joined by commas, a leading - for descending: 'metadata.priority,-updated_datetime' */
        sort?: string;
        /** @description Only tasks that have such an annotation */
        annotation?: AnnotationQuery;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TaskList;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  batchUpdateTasks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': BatchTaskRequestItem[];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTasksInBulk: {
    parameters: {
      query: {
        task_id: TaskId[];
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': GetTasksInBulkResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  patchTasksMetadata: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PatchTasksMetadataRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TaskRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getEditorAnnotationsInBulk: {
    parameters: {
      query: {
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': GetEditorAnnotationsInBulkResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTaskHistories: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': TaskHistory[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getEditorAnnotation: {
    parameters: {
      query?: {
        /** @description The annotations as they were at that point of the task history */
        task_history_id?: TaskHistoryId;
        /** @description Version of the format */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationOutput;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putAnnotation: {
    parameters: {
      query?: {
        /** @description Version of the format */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': AnnotationInput;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationOutput;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': SimpleAnnotation;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getComments: {
    parameters: {
      query?: {
        /** @description 2 includes the inspection comments */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Comment[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  batchUpdateComments: {
    parameters: {
      query?: {
        /** @description 2 includes the inspection comments */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': BatchCommentRequestItem[];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Comment[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInspections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Inspection[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  batchUpdateInspections: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': BatchInspectionRequestItem[];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Inspection[];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationThumbnail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationThumbnail;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putAnnotationThumbnail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
        /** @description Input data */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutAnnotationThumbnailBody;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationThumbnail;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  operateTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Task */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': TaskOperation;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Task;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Webhook[];
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  putWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Webhook; for a new one the caller chooses the id */
        webhook_id: components['parameters']['webhook_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PutWebhookRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Webhook;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Webhook; for a new one the caller chooses the id */
        webhook_id: components['parameters']['webhook_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Webhook;
        };
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Webhook; for a new one the caller chooses the id */
        webhook_id: components['parameters']['webhook_id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': WebhookTestRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WebhookTestResponse;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  refreshToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': RefreshTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Token;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiatePasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': PasswordResetRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiateResetEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': ResetEmailRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      409: components['responses']['Conflict'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  revokeProjectToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': RevokeProjectTokenRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectToken;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  initiateSignup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': SignUpRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
    };
  };
  initiateVerifyEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': VerifyEmailRequest;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Message;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getLaborControl: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  putLaborControl: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': unknown;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteLaborControl: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Labor record */
        data_id: components['parameters']['data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getOrganizationByNameV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationCacheByNameV2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization, by its name in URLs */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationCacheRecord;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Organization;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationCacheV2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationCacheRecord;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationMembersV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMemberList;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getOrganizationMemberV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Organization */
        organization_id: components['parameters']['organization_id'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': OrganizationMember;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectTaskCountV2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Organization */
        organization_id: components['parameters']['organization_id'];
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectTaskCounts;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAnnotationSpecsV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
        /** @description A past version instead of the current one */
        history_id?: string;
        /** @description Version of the format */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': AnnotationSpecs;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectCacheV2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectCacheRecord;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectMembersV2: {
    parameters: {
      query?: {
        /** @description Also former members */
        include_inactive_member?: boolean;
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMemberList;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getProjectMemberV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description User, by the name they log in with */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAccountDailyStatisticsV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfProjectAccountStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getInspectionDailyStatisticsV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfInspectionStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getLabelStatisticsV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': LabelStatistics[];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getPhaseDailyStatisticsV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfTaskPhaseStatistics;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getTaskDailyStatisticsV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ArrayOfProjectTaskStatisticsHistory;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWorktimeDailyStatisticsByAccountV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WorktimeStatisticsByAccount;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getWorktimeDailyStatisticsV2: {
    parameters: {
      query: {
        /** @description First day, as YYYY-MM-DD */
        from: string;
        /** @description Last day, as YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** @description Project */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': WorktimeStatisticsByProject;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getSignedAccessV2: {
    parameters: {
      query?: {
        /** @description The path to be read, such as /api/v2/projects/{project_id}/members */
        url?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          'Set-Cookie'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getAccountV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyAccount;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getUserCacheV2: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': UserCacheRecord;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getUserOrganizationsV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': MyOrganizationList;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
  getUserProjectMembersV2: {
    parameters: {
      query?: {
        /** @description A time stamp from the matching cache operation; a changed one passes the cached answer by */
        cache?: string;
      };
      header?: never;
      path: {
        /** @description Account (the system's own id of a user) */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': ProjectMember[];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['UnderMaintenance'];
    };
  };
}
