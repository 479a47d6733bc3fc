// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

import type { ExactNumber } from '../../core/numbers/exact-number.ts';

/** Periods for which daily statistics exist */
export type ArrayOfDateRanges = DateRange[];

/** Task counts and work time, one entry per day */
export type ArrayOfProjectTaskStatisticsHistory = ProjectTaskStatisticsHistory[];

/** Daily statistics, one entry per member */
export type ArrayOfProjectAccountStatistics = ProjectAccountStatistics[];

/** Counts of inspection comments, one entry per day */
export type ArrayOfInspectionStatistics = InspectionStatistics[];

/** Work time per phase, one entry per day */
export type ArrayOfTaskPhaseStatistics = TaskPhaseStatistics[];

/** Counts of annotations, one entry per label */
export type ArrayOfLabelStatistics = LabelStatistics[];

/** Work time distributions, one entry per day */
export type ArrayOfWorktimeStatistics = WorktimeStatistics[];

/** Cache timestamps of a project: pass the matching one as the `cache` query parameter of a v2 operation */
export interface ProjectCacheRecord {
  /** Cache timestamp of the project's input data */
  input?: string | null | undefined;
  /** Cache timestamp of the project members */
  members?: string | null | undefined;
  /** Cache timestamp of the project itself */
  project?: string | null | undefined;
  /** Cache timestamp of the work instruction */
  instruction?: string | null | undefined;
  /** Cache timestamp of the annotation specs */
  specs?: string | null | undefined;
  /** Cache timestamp of the statistics */
  statistics?: string | null | undefined;
  /** Cache timestamp of the organization that owns the project */
  organization?: string | null | undefined;
  /** Cache timestamp of the supplementary data */
  supplementary?: string | null | undefined;
}

/** Body of every error response, and cause of a failed job */
export interface Errors {
  /** What went wrong; usually one entry */
  errors: ErrorItem[];
  /** Internal details for Annofab's support; `awsRequestId` identifies the request */
  context: {
    [key: string]: unknown;
  };
}

/** One error of an error response */
export interface ErrorItem {
  /** Stable code in capitals, such as MISSING_RESOURCE or ALREADY_UPDATED; branch on this, not on the message */
  error_code?: string | null | undefined;
  /** Summary for people, usually in Japanese; it can contain ids */
  message?: string | null | undefined;
  /** Further details, whose content depends on the error code */
  ext?: {
    [key: string]: unknown;
  } | null | undefined;
}

/** 400 INVALID_BODY: the request body is malformed */
export type ErrorInvalidBody = Errors;

/** 400 INVALID_QUERYPARAM: a query parameter has an invalid value */
export type ErrorInvalidQueryParam = Errors;

/** 400 MISSING_NECESSARY_QUERYPARAM: a required query parameter is missing */
export type ErrorMissingNecessaryQueryParam = Errors;

/** 400 INVALID_PATH: a path parameter has an invalid value */
export type ErrorInvalidPath = Errors;

/** 401 UNAUTHORIZED_API: the token is missing or invalid */
export type ErrorUnauthorizedApi = Errors;

/** 401 LOGIN_FAILED: the user id or the password is wrong */
export type ErrorLoginFailed = Errors;

/** 401 PASSWORD_RESET_REQUIRED: the account must set a new password first */
export type ErrorPasswordResetRequired = Errors;

/** 401 EXPIRED_TOKEN: the id token has expired; refresh it and retry */
export type ErrorExpiredToken = Errors;

/** 401 EXPIRED_REFRESH_TOKEN: the refresh token has expired; log in again */
export type ErrorRefreshTokenExpired = Errors;

/** 403 FORBIDDEN_RESOURCE: the caller's role does not allow the operation */
export type ErrorForbiddenResource = Errors;

/** 404 MISSING_RESOURCE: the resource does not exist */
export type ErrorMissingResource = Errors;

/** 504 TIMEOUT: Annofab did not finish in time */
export type ErrorTimeout = Errors;

/** 409 ALREADY_UPDATED: the resource has changed since it was read */
export type ErrorAlreadyUpdated = Errors;

/** 409 STATE_MISMATCH: the current state does not allow the operation */
export type ErrorStateMismatch = Errors;

/** 500 INTERNAL_SERVER_ERROR: Annofab failed */
export type ErrorInternalServerError = Errors;

/** 503 UNDER_MAINTENANCE: Annofab is down for planned maintenance */
export type ErrorUnderMaintenance = Errors;

/** Period of whole days */
export interface DateRange {
  /** First day of the period, YYYY-MM-DD */
  from: string;
  /** Last day of the period, YYYY-MM-DD */
  to: string;
}

/** Confirmation in words */
export interface Message {
  /** Text for people; do not parse it */
  message: string;
  /** Internal to Annofab */
  message_id?: string | null | undefined;
}

/** Text in several languages; the user's display language selects one */
export interface InternationalizationMessage {
  /** The text, one entry per language. Simple-format annotations and archives use the en-US one */
  messages: {
    /** Language code: en-US, ja-JP or vi-VN */
    lang: string;
    /** The text in that language */
    message: string;
  }[];
  /** Language code to fall back on when the wanted language is not in messages */
  default_lang: string;
}

/** Request for an account */
export interface SignUpRequest {
  /** Address to which the confirmation code is mailed */
  email: string;
}

/** Completion of a sign-up */
export interface ConfirmSignUpRequest {
  /** Account id from the sign-up answer */
  account_id: AccountId;
  /** Login name to create */
  user_id: UserId;
  /** Password to set */
  password: string;
  /** Display name to set */
  username: string;
  /** Display language to set */
  lang: Lang;
  /** Keyboard layout to set */
  keylayout: KeyLayout;
  /** Code from the confirmation mail */
  confirmation_code: string;
}

/** Credentials of a login */
export interface LoginRequest {
  /** Login name */
  user_id: UserId;
  /** Password of the user; never log it */
  password: string;
}

/** Answer to the exchange of an external provider's code: tokens, or a temporary token for an unconfirmed user */
export type PostExchangeCodeResponse = PostExchangeCodeLoginResponse | UnconfirmedUserResponse;

/** The exchange logged the user in */
export interface PostExchangeCodeLoginResponse {
  /** Tokens of the login */
  token: Token;
}

/** The exchange found a user that still has to confirm the account */
export interface UnconfirmedUserResponse {
  /** Tokens valid only for confirming the account */
  temporary_token: Token;
}

/** Answer to a login: tokens, or a challenge when multi-factor authentication is on */
export type LoginResponse = LoginSucceedResponse | LoginNeedChallengeResponse;

/** The login succeeded */
export interface LoginSucceedResponse {
  /** Tokens of the login */
  token: Token;
}

/** The login needs a second factor */
export interface LoginNeedChallengeResponse {
  /** Opaque value to pass to loginRespondToAuthChallenge */
  session: string;
}

/** Second step of a login with multi-factor authentication */
export interface LoginRespondToAuthChallengeRequest {
  /** Login name from the first step */
  user_id: UserId;
  /** Current six-digit code of the authenticator app (TOTP) */
  mfa_code: string;
  /** Value from the answer to login */
  session: string;
}

/** Switches multi-factor authentication on or off */
export interface PostMfaSettingRequest {
  /** True to switch it on */
  enabled: boolean;
  /** Code generated from the secret of initiateMfaSetup (TOTP); needed only to switch it on */
  mfa_code?: string | null | undefined;
  /** Access token of the login; needed only to switch it on */
  access_token?: string | null | undefined;
}

/** Current setting of multi-factor authentication */
export type GetMfaSettingResponse = MfaSetting;

/** Setting of multi-factor authentication after the change */
export type PostMfaSettingResponse = MfaSetting;

/** Setting of multi-factor authentication */
export interface MfaSetting {
  /** True if a login needs a second factor */
  enabled: boolean;
  /** False if the setting cannot be changed here, as for users who sign in with Google */
  is_updatable: boolean;
}

/** Tokens of one login */
export interface Token {
  /** Goes into the Authorization header as it is, without Bearer */
  id_token: string;
  /** Needed only for the settings of multi-factor authentication and for logout */
  access_token: string;
  /** Exchanged for new tokens by refreshToken when the id token has expired */
  refresh_token: string;
}

/** Start of the set-up of an authenticator app */
export interface InitiateMfaSetupRequest {
  /** Access token of the login */
  access_token: string;
}

/** Shared secret for an authenticator app */
export interface InitiateMfaSetupResponse {
  /** Shared secret from which the app generates codes (TOTP); keep it confidential */
  secret_code: string;
  /** Text to show as a QR code, which the authenticator app scans */
  qr_code_data: string;
}

/** Exchange of a refresh token */
export interface RefreshTokenRequest {
  /** Refresh token of the login */
  refresh_token: string;
}

/** Exchange of a plugin's authorization code or refresh token (OAuth 2.0 with PKCE) */
export type PluginTokenRequest = PluginTokenRequestAuthorizationCode | PluginTokenRequestRefreshToken;

/** First exchange, after the redirect to the plugin */
export interface PluginTokenRequestAuthorizationCode {
  /** Always AuthorizationCode: selects this variant of PluginTokenRequest */
  _type: 'AuthorizationCode';
  /** Value of the `code` query parameter of the redirect */
  authorization_code: string;
  /** Verifier that matches the code_challenge of the authorization request (PKCE) */
  code_verifier: string;
}

/** Later exchange, for new tokens */
export interface PluginTokenRequestRefreshToken {
  /** Always RefreshToken: selects this variant of PluginTokenRequest */
  _type: 'RefreshToken';
  /** Refresh token of the previous exchange */
  refresh_token: string;
}

/** Tokens of a plugin */
export interface PluginTokenResponse {
  /** Goes into the Authorization header after `Bearer ` */
  access_token: string;
  /** Exchanged for new tokens by requestPluginToken */
  refresh_token: string;
}

/** Request for a project token */
export interface IssueProjectTokenRequest {
  /** Project for which the token is issued */
  project_id: string;
  /** Note for people about what the token is for */
  description: string;
}

/** Token from which guest tokens for one project are issued */
export interface ProjectToken {
  /** Project for which the token is valid */
  project_id: string;
  /** The secret itself; pass it to issueProjectGuestUserToken as project_token */
  token: string;
  /** When and for what the token was issued */
  info: ProjectTokenInfo;
}

/** Facts about a project token */
export interface ProjectTokenInfo {
  /** Issue time, ISO 8601 */
  created_date_time: string;
  /** Time of the last use, ISO 8601 */
  last_used_date_time: string;
  /** Note for people about what the token is for */
  description: string;
}

/** Selects the project whose tokens are listed */
export interface ListProjectTokenRequest {
  /** Project whose tokens are listed */
  project_id: string;
}

/** Selects the project token to revoke */
export interface RevokeProjectTokenRequest {
  /** Project that the token belongs to */
  project_id: string;
  /** The token itself, as issueProjectToken returned it */
  project_token: string;
}

/** Request for the token of a guest */
export interface IssueProjectGuestUserTokenRequest {
  /** Project that the guest may work in */
  project_id: string;
  /** Token that Annofab gave to the calling application */
  app_token: string;
  /** Token of the project, from issueProjectToken */
  project_token: string;
  /** Role of the guest in the project: worker annotates, accepter inspects and accepts */
  role: 'worker' | 'accepter';
  /** Who the guest is */
  profile: ProjectGuestUserProfile;
}

/** Profile of a guest user */
export interface ProjectGuestUserProfile {
  /** Chosen by the application; the same id always means the same guest. Letters, digits, _ - and . */
  user_id: string;
  /** Display name of the guest */
  user_name: Username;
  /** Language of the guest's user interface */
  lang: 'en-US' | 'ja-JP' | 'vi-VN';
  /** Keyboard layout of the guest */
  key_layout: KeyLayout;
}

/** Tokens of a guest user */
export type ProjectGuestUserTokenResponse = PluginTokenResponse;

/** Change of a password */
export interface ChangePasswordRequest {
  /** Login name of the account */
  user_id: UserId;
  /** Current password */
  old_password: string;
  /** Password to set */
  new_password: string;
}

/** Request to reset a forgotten password */
export interface PasswordResetRequest {
  /** Address of the account, to which the code is mailed */
  email: string;
}

/** Completion of a password reset */
export interface ConfirmResetPasswordRequest {
  /** Login name of the account */
  user_id: UserId;
  /** Code from the mail */
  confirmation_code: string;
  /** Password to set */
  new_password: string;
  /**
   * True to switch multi-factor authentication off as well
   * @default false
   */
  is_reset_mfa?: boolean | null | undefined;
}

/** Request to change the address of an account */
export interface ResetEmailRequest {
  /** New address, to which the confirmation is mailed */
  email: string;
}

/** Completion of an address change */
export interface ConfirmResetEmailRequest {
  /** Token from the mail */
  token: string;
}

/** Request to verify the address of an account */
export interface VerifyEmailRequest {
  /** Tokens of the login */
  token: Token;
}

/** Completion of an address verification */
export interface ConfirmVerifyEmailRequest {
  /** Tokens of the login */
  token: Token;
  /** Code from the mail */
  confirmation_code: string;
}

/** Completion of an account deletion */
export interface ConfirmAccountDeleteRequest {
  /** Token from the mail */
  token: string;
}

/** A user of Annofab */
export interface Account {
  /** Permanent id that Annofab gave to the user; other resources refer to users by it */
  account_id: AccountId;
  /** Login name, which the user can change; unique in Annofab */
  user_id: UserId;
  /** Display name */
  username: Username;
  /** Address to which Annofab sends mail; absent if the account has none */
  email?: Email | null | undefined;
  /** Language of the user interface */
  lang: Lang;
  /** Affiliation or title, shown beside the name; up to 100 characters */
  biography?: UserBiography | null | undefined;
  /** Keyboard layout on which the editor's shortcuts are based */
  keylayout: KeyLayout;
  /** Internal to Annofab */
  authority: string;
  /** annofab: registered in Annofab; external: created through an external provider; project_guest: created by issueProjectGuestUserToken */
  account_type: 'annofab' | 'external' | 'project_guest';
  /** Time of the last change to the account, ISO 8601 */
  updated_datetime: string;
}

/** Display language: ja-JP Japanese, en-US English, vi-VN Vietnamese */
export type Lang = 'en-US' | 'ja-JP' | 'vi-VN';

/** Keyboard layout: ja-JP Japanese (106/109 keys), en-US English (101/104 keys), other */
export type KeyLayout = 'ja-JP' | 'en-US' | 'other';

/** The caller's own account */
export type MyAccount = Account & {
  /** Internal to Annofab */
  reset_requested_email?: string | null | undefined;
  /** Internal to Annofab */
  errors: string[];
};

/** Change of the caller's own account */
export interface PutMyAccountRequest {
  /** Login name to set; must be unique in Annofab */
  user_id: UserId;
  /** Display name to set */
  username: Username;
  /** Display language to set */
  lang: Lang;
  /** Keyboard layout to set */
  keylayout: KeyLayout;
  /** Affiliation or title to set, up to 100 characters */
  biography?: UserBiography | null | undefined;
  /** updated_datetime of the account as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** updated_datetime of the resource as read, sent back unchanged. Leave it out to create. 409 if the resource has changed since */
export type LastUpdatedDatetime = string;

/** Acceptance of an invitation */
export interface AcceptOrganizationInvitationRequest {
  /** Value of the invitation-token query parameter of the link in the invitation mail */
  token: string;
}

/** Storage use of an organization */
export interface OrganizationActivity {
  /** Organization whose storage is measured */
  organization_id: OrganizationId;
  /** Creation time of the record, ISO 8601 */
  created_datetime: string;
  /** Storage that the organization uses in Annofab, in bytes */
  storage_usage_bytes: number;
}

/** A customer of Annofab, which owns projects and has members */
export interface Organization {
  /** Permanent id that Annofab gave to the organization */
  organization_id: OrganizationId;
  /** Unique name, which appears in paths; the owner can change it */
  organization_name: OrganizationName;
  /** Contact address of the organization */
  email: Email;
  /** Plan that the organization pays for */
  price_plan: PricePlan;
  /** Deprecated by Annofab and always empty */
  summary: OrganizationSummary;
  /** Creation time of the organization, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the organization, ISO 8601 */
  updated_datetime: string;
}

/** Cache timestamps of an organization: pass the matching one as the `cache` query parameter of a v2 operation */
export interface OrganizationCacheRecord {
  /** Cache timestamp of the organization members */
  members?: string | null | undefined;
  /** Cache timestamp of the organization itself */
  organization?: string | null | undefined;
}

/**
 * Deprecated by Annofab and always empty
 * @deprecated
 */
export interface OrganizationSummary {
  [key: string]: unknown;
}

/** free: no charge; business: paid plan */
export type PricePlan = 'free' | 'business';

/** A user as a member of an organization */
export interface OrganizationMember {
  /** Organization that the user belongs to */
  organization_id: OrganizationId;
  /** Account of the member */
  account_id: AccountId;
  /** Login name of the member */
  user_id: UserId;
  /** Display name of the member */
  username: Username;
  /** Rights of the member in the organization */
  role: OrganizationMemberRole;
  /** Whether the membership is active, invited or ended */
  status: OrganizationMemberStatus;
  /** Affiliation or title of the member, up to 100 characters */
  biography?: UserBiography | null | undefined;
  /** Creation time of the membership, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the membership, ISO 8601 */
  updated_datetime: string;
}

/** Rights in an organization: owner has all; administrator manages members and projects; contributor takes part in projects */
export type OrganizationMemberRole = 'owner' | 'administrator' | 'contributor';

/** active: may use the organization; waiting_response: invited and not yet answered; inactive: has left */
export type OrganizationMemberStatus = 'active' | 'waiting_response' | 'inactive';

/** An extension of Annofab that an organization's projects can use */
export interface OrganizationPlugin {
  /** Organization that registered the plugin */
  organization_id: OrganizationId;
  /** Id of the plugin within the organization */
  plugin_id: PluginId;
  /** Name shown where a plugin is selected */
  plugin_name?: PluginName | null | undefined;
  /** Text shown where a plugin is selected */
  description?: PluginDescription | null | undefined;
  /** Kind of plugin and its settings */
  detail: PluginDetail;
  /** True for a plugin of Annofab itself, which cannot be changed or deleted */
  is_builtin: boolean;
  /** Kinds of extra data that projects with this plugin can hold */
  project_extra_data_kinds: ProjectExtraDataKindId[];
  /** Creation time of the plugin, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the plugin, ISO 8601 */
  updated_datetime: string;
}

/** Registers or changes a plugin */
export interface PutOrganizationPluginRequest {
  /** Name to show where a plugin is selected */
  plugin_name?: PluginName | null | undefined;
  /** Text to show where a plugin is selected */
  description?: PluginDescription | null | undefined;
  /** Kinds of extra data that projects with this plugin can hold */
  project_extra_data_kinds?: ProjectExtraDataKindId[] | null | undefined;
  /** Kind of plugin and its settings */
  detail: PluginDetail;
  /** updated_datetime of the plugin as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** Id of a plugin: letters, digits, _ - and . */
export type PluginId = string;

/** Name of a plugin, shown where one is selected */
export type PluginName = string;

/** Text about a plugin, shown where one is selected */
export type PluginDescription = string;

/** Kind of plugin: custom annotation editor, task assignment, annotation specs screen, or additional annotation types */
export type PluginDetail = PluginDetailAnnotationEditor | PluginDetailTaskAssignment | PluginDetailAnnotationSpecs | PluginDetailExtendedAnnotationSpecs;

/** A custom annotation editor */
export interface PluginDetailAnnotationEditor {
  /** Always AnnotationEditor: selects this variant of PluginDetail; Annofab may leave it out of a response */
  _type?: 'AnnotationEditor' | null | undefined;
  /** Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null | undefined;
  /** Page that opens a task in the editor */
  url?: AnnotationEditorUrl | null | undefined;
  /** Page to which Annofab redirects with ?code= after authentication; placeholders are not replaced in it */
  auth_redirect_url?: string | null | undefined;
  /** Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** A custom task assignment service */
export interface PluginDetailTaskAssignment {
  /** Always TaskAssignment: selects this variant of PluginDetail; Annofab may leave it out of a response */
  _type?: 'TaskAssignment' | null | undefined;
  /** Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null | undefined;
  /** Endpoint that Annofab's pages call to assign a task */
  url?: TaskAssignmentUrl | null | undefined;
}

/** A custom screen for the annotation specs */
export interface PluginDetailAnnotationSpecs {
  /** Always AnnotationSpecs: selects this variant of PluginDetail; Annofab may leave it out of a response */
  _type?: 'AnnotationSpecs' | null | undefined;
  /** Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null | undefined;
  /** Page that opens the annotation specs of a project */
  url?: AnnotationSpecsUrl | null | undefined;
  /** Page to which Annofab redirects with ?code= after authentication */
  auth_redirect_url?: string | null | undefined;
  /** Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** Additional annotation types; projects with this plugin can use no others */
export interface PluginDetailExtendedAnnotationSpecs {
  /** Always ExtendedAnnotationSpecs: selects this variant of PluginDetail; Annofab may leave it out of a response */
  _type?: 'ExtendedAnnotationSpecs' | null | undefined;
  /** Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null | undefined;
  /** Annotation types that projects with this plugin can use, without repetitions */
  annotation_types: AnnotationType[];
  /** Definitions of the user-defined types, by annotation type */
  user_defined_annotation_type_definitions?: {
    [key: string]: UserDefinedAnnotationTypeDefinition;
  } | null | undefined;
  /** Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** Types of project that can use a plugin */
export type PluginCompatibleInputDataTypes = InputDataType[];

/** Which plugins can run before and after a plugin */
export interface OrganizationPluginCompatibility {
  /** What the plugin accepts from the one before it */
  input: OrganizationPluginCompatibilityType;
  /** What the plugin offers to the one after it */
  output: OrganizationPluginCompatibilityType;
}

/** Type of a plugin's input or output, compared to connect plugins */
export type OrganizationPluginCompatibilityType = OrganizationPluginCompatibilityTypeTop | OrganizationPluginCompatibilityTypeBottom | OrganizationPluginCompatibilityTypeConstant;

/** As input: any plugin can come before. As output: only a plugin whose input is Top can follow */
export interface OrganizationPluginCompatibilityTypeTop {
  /** Always Top: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response */
  _type?: 'Top' | null | undefined;
}

/** As input: no plugin can come before. As output: no plugin can follow */
export interface OrganizationPluginCompatibilityTypeBottom {
  /** Always Bottom: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response */
  _type?: 'Bottom' | null | undefined;
}

/** Compatible with the same type and the same id only */
export interface OrganizationPluginCompatibilityTypeConstant {
  /** Always Constant: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response */
  _type?: 'Constant' | null | undefined;
  /** Value that must be equal on both sides */
  id?: string | null | undefined;
}

/** URL template of a custom editor; must contain {projectId} and {taskId}, may contain {inputDataId} and {annotationId} */
export type AnnotationEditorUrl = string;

/** Endpoint of a custom task assignment service; it answers 200 with the assigned task, or 404 when there is none */
export type TaskAssignmentUrl = string;

/** URL template of a custom screen for annotation specs; must contain {projectId} */
export type AnnotationSpecsUrl = string;

/** An organization that the caller belongs to */
export interface MyOrganization {
  /** Permanent id that Annofab gave to the organization */
  organization_id: OrganizationId;
  /** Unique name of the organization, which appears in paths */
  name: string;
  /** Contact address of the organization */
  email: string;
  /** Plan that the organization pays for */
  price_plan: PricePlan;
  /** Deprecated by Annofab and always empty */
  summary: OrganizationSummary;
  /** Creation time of the organization, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the organization, ISO 8601 */
  updated_datetime: string;
  /** Role of the caller in the organization */
  my_role: OrganizationMemberRole;
  /** State of the caller's membership */
  my_status: OrganizationMemberStatus;
}

/** Creates an organization */
export interface OrganizationRegistrationRequest {
  /** Name to give; must be unique in Annofab. Letters, digits, _ - and . */
  organization_name: OrganizationName;
  /** Contact address to set */
  organization_email: Email;
}

/** Renames an organization */
export interface PutOrganizationRequest {
  /** New name, different from the current one and unique in Annofab; 400 if it is taken */
  organization_name: OrganizationName;
  /** updated_datetime of the organization as read, sent back unchanged; 409 if it has changed since */
  last_updated_datetime: LastUpdatedDatetime;
}

/** Changes the role of an organization member */
export interface PutOrganizationMemberRoleRequest {
  /** Role to set */
  role: OrganizationMemberRole;
  /** updated_datetime of the membership as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** Invites a user into an organization */
export interface InviteOrganizationMemberRequest {
  /** Role that the user gets on acceptance */
  role: OrganizationMemberRole;
}

/** Email address */
export type Email = string;

/** Permanent id that Annofab gives to a user; see user_id for the login name */
export type AccountId = string;

/** Login name of a user, which the user can change: letters, digits, _ - and . */
export type UserId = string;

/** Display name of a user */
export type Username = string;

/** Cache timestamps of a user: pass the matching one as the `cache` query parameter of a v2 operation */
export interface UserCacheRecord {
  /** Cache timestamp of the account */
  account?: string | null | undefined;
  /** Cache timestamp of the user's project memberships */
  members?: string | null | undefined;
  /** Cache timestamp of the user's organizations */
  organizations?: string | null | undefined;
}

/** Permanent id that Annofab gives to an organization */
export type OrganizationId = string;

/** Unique name of an organization: letters, digits, _ - and . */
export type OrganizationName = string;

/** Id of a project: letters, digits, _ - and .; a UUID is usual */
export type ProjectId = string;

/** Id of a label in the annotation specs: letters, digits, _ - and . */
export type LabelId = string;

/** Id of an attribute in the annotation specs: letters, digits, _ - and . */
export type AdditionalDataDefinitionId = string;

/** Id of a choice of an attribute: letters, digits, _ - and . */
export type ChoiceId = string;

/** Id of a predefined inspection phrase: letters, digits, _ - and . */
export type PhraseId = string;

/** Id of a task, unique in its project: letters, digits, _ - and . */
export type TaskId = string;

/** Id of an input data, unique in its input data set: letters, digits, _ - and . */
export type InputDataId = string;

/** Id of an input data set, which is internal to Annofab */
export type InputDataSetId = string;

/** Id of a supplementary data: letters, digits, _ - and . */
export type SupplementaryDataId = string;

/** Id of an entry of a task history */
export type TaskHistoryId = string;

/** Id of an annotation, unique in its task and input data; a classification has the id of its label */
export type AnnotationId = string;

/** Id of an inspection comment: letters, digits, _ - and . */
export type InspectionId = string;

/** Id of an image of the work instruction: letters, digits, _ - and . */
export type InstructionImageId = string;

/** Id of a comment: letters, digits, _ - and .; a UUID is usual */
export type CommentId = string;

/** Id of a marker: letters, digits, _ - and . */
export type MarkerId = string;

/** Id of a background job */
export type JobId = string;

/** Id of a webhook, chosen by the caller: letters, digits, _ - and . */
export type WebhookId = string;

/** Id of a notification */
export type NotificationMessageId = string;

/** Id of a personal access token, chosen by the caller and unique per user: letters, digits, _ - and . */
export type PersonalAccessTokenId = string;

/** ISO 8601 duration, such as PT34H17M36.789S */
export type Duration = string;

/** Affiliation or title of a user, up to 100 characters */
export type UserBiography = string;

/** Semantic version of the annotation file format, fixed when the archive is built; changes of the annotation specs do not affect it */
export type AnnotationFormatVersion = string;

/** A project: settings, members, input data, tasks and annotation specs */
export interface Project {
  /** Id of the project, chosen by its creator */
  project_id: ProjectId;
  /** Organization that owns the project */
  organization_id: OrganizationId;
  /** Title shown to the members */
  title: string;
  /** Description shown to the members */
  overview?: string | null | undefined;
  /** Whether the project accepts work */
  project_status: ProjectStatus;
  /** What is annotated; fixed when the project is created */
  input_data_type: InputDataType;
  /** Settings of the project */
  configuration: ProjectConfigurationGet;
  /** Creation time of the project, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the project, ISO 8601 */
  updated_datetime: string;
  /** Figures about the project's tasks */
  summary: ProjectSummary;
}

/** active: in progress; suspended: read only, archives are not rebuilt; initializing: being set up, no job can run, cannot be set by clients */
export type ProjectStatus = 'active' | 'suspended' | 'initializing';

/**
 * Who inspects or accepts a resubmitted task: no_assignee leaves it unassigned, fixed gives it to the previous reviewer
 * @default no_assignee
 */
export type AssigneeRuleOfResubmittedTask = 'no_assignee' | 'fixed';

/** image: still images; movie: videos; custom: anything that a custom editor opens, such as 3D point clouds */
export type InputDataType = 'image' | 'movie' | 'custom';

/**
 * Most tasks assigned to one member at a time, tasks on hold not counted; owners are exempt
 * @default 10
 */
export type MaxTasksPerMember = number;

/**
 * Number of inspection stages between annotation and acceptance; 0 means none
 * @default 0
 */
export type NumberOfInspections = number;

/**
 * Extra tasks allowed for tasks on hold: the limit including them is this plus max_tasks_per_member; owners are exempt
 * @default 20
 */
export type MaxTasksPerMemberIncludingHold = number;

/** Internal to Annofab; send back what getProject returned */
export type InputDataSetIdList = InputDataSetId[];

/** Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
export type InputDataMaxLongSideLength = number;

/** Percentage of tasks that are inspected; absent means 100 */
export type SamplingInspectionRate = number;

/** Percentage of tasks that are accepted by a person; absent means 100 */
export type SamplingAcceptanceRate = number;

/** ARN of the AWS IAM role with which Annofab reads the customer's S3 bucket */
export type PrivateStorageAwsIamRoleArn = string;

/**
 * True to read the customer's S3 bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn
 * @default false
 */
export type UseS3TransferAcceleration = boolean;

/** Plugin of the custom annotation editor; required in custom projects */
export type ProjectConfigurationPluginId = PluginId;

/** Plugin of the custom task assignment; set it only if task_assignment_type is custom */
export type ProjectConfigurationCustomTaskAssignmentPluginId = PluginId;

/** Plugin of the custom annotation specs screen */
export type ProjectConfigurationCustomSpecsPluginId = PluginId;

/** Plugin that defines additional annotation types */
export type ProjectConfigurationExtendedSpecsPluginId = PluginId;

/** Version of the standard editor: stable, or preview with new features first; absent means stable */
export type EditorVersion = string;

/**
 * True to show the project owner a guided navigation
 * @default false
 */
export type UseBeginnerNavigation = boolean;

/** Settings of a project, as sent */
export interface ProjectConfigurationPut {
  /** Inspection stages between annotation and acceptance; 0 means that annotated tasks go straight to acceptance */
  number_of_inspections?: NumberOfInspections | null | undefined;
  /** Who inspects or accepts a task that is submitted again */
  assignee_rule_of_resubmitted_task?: AssigneeRuleOfResubmittedTask | null | undefined;
  /** How members get their tasks */
  task_assignment_type?: TaskAssignmentType | null | undefined;
  /** Order in which tasks are assigned; only if task_assignment_type is task_property */
  task_assignment_property?: TaskAssignmentProperty | null | undefined;
  /** Most tasks assigned to one member at a time, tasks on hold not counted; project owners are exempt */
  max_tasks_per_member?: MaxTasksPerMember | null | undefined;
  /** Additional tasks that may be on hold: the limit including those is this plus max_tasks_per_member */
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null | undefined;
  /** Internal to Annofab; send back what getProject returned */
  input_data_set_id_list?: InputDataSetIdList | null | undefined;
  /** Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null | undefined;
  /** Percentage of tasks that are inspected, 100 if absent; the rest skips the inspection phase */
  sampling_inspection_rate?: SamplingInspectionRate | null | undefined;
  /** Percentage of tasks that a person accepts, 100 if absent; the rest is accepted automatically */
  sampling_acceptance_rate?: SamplingAcceptanceRate | null | undefined;
  /** AWS IAM role with which Annofab reads the customer's own S3 bucket */
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null | undefined;
  /** True to read that bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn */
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null | undefined;
  /** Plugin of the custom annotation editor; required in custom projects */
  plugin_id?: ProjectConfigurationPluginId | null | undefined;
  /** Plugin that assigns tasks; only if task_assignment_type is custom */
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null | undefined;
  /** Plugin whose screen edits the annotation specs */
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null | undefined;
  /** Plugin that defines additional annotation types */
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null | undefined;
  /** Version of the standard editor, stable or preview; stable if absent */
  editor_version?: EditorVersion | null | undefined;
  /** True to show project owners a guided navigation */
  use_beginner_navigation?: UseBeginnerNavigation | null | undefined;
}

/** Settings of a project, as read */
export interface ProjectConfigurationGet {
  /** Inspection stages between annotation and acceptance; 0 means that annotated tasks go straight to acceptance */
  number_of_inspections: NumberOfInspections;
  /** Who inspects or accepts a task that is submitted again */
  assignee_rule_of_resubmitted_task: AssigneeRuleOfResubmittedTask;
  /** How members get their tasks */
  task_assignment_type: TaskAssignmentType;
  /** Order in which tasks are assigned; only if task_assignment_type is task_property */
  task_assignment_property?: TaskAssignmentProperty | null | undefined;
  /** Most tasks assigned to one member at a time, tasks on hold not counted; project owners are exempt */
  max_tasks_per_member?: MaxTasksPerMember | null | undefined;
  /** Additional tasks that may be on hold: the limit including those is this plus max_tasks_per_member */
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null | undefined;
  /** Internal to Annofab; send back what getProject returned */
  input_data_set_id_list: InputDataSetIdList;
  /** Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null | undefined;
  /** Percentage of tasks that are inspected, 100 if absent; the rest skips the inspection phase */
  sampling_inspection_rate?: SamplingInspectionRate | null | undefined;
  /** Percentage of tasks that a person accepts, 100 if absent; the rest is accepted automatically */
  sampling_acceptance_rate?: SamplingAcceptanceRate | null | undefined;
  /** AWS IAM role with which Annofab reads the customer's own S3 bucket */
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null | undefined;
  /** True to read that bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn */
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null | undefined;
  /** Plugin of the custom annotation editor; required in custom projects */
  plugin_id?: ProjectConfigurationPluginId | null | undefined;
  /** Plugin that assigns tasks; only if task_assignment_type is custom */
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null | undefined;
  /** Plugin whose screen edits the annotation specs */
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null | undefined;
  /** Plugin that defines additional annotation types */
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null | undefined;
  /** Version of the standard editor, stable or preview; stable if absent */
  editor_version?: EditorVersion | null | undefined;
  /** True to show project owners a guided navigation */
  use_beginner_navigation: UseBeginnerNavigation;
}

/** Figures about a project's tasks */
export interface ProjectSummary {
  /** Time of the last change to any task of the project, ISO 8601 */
  last_tasks_updated_datetime?: string | null | undefined;
}

/**
 * How members get tasks: random picks one, selection names them, random_and_selection allows both, task_property follows an order, custom asks a plugin
 * @default random
 */
export type TaskAssignmentType = 'random' | 'selection' | 'random_and_selection' | 'task_property' | 'custom';

/** Order in which tasks are assigned, if the assignment type is task_property */
export interface TaskAssignmentProperty {
  /** Property to sort by: task_id, updated_datetime or metadata.NAME */
  name: string;
  /** Direction of the order */
  order: TaskAssignmentOrder;
}

/** Direction of the order: asc ascending, desc descending */
export type TaskAssignmentOrder = 'asc' | 'desc';

/** A background job of a project; Annofab deletes it 14 days after it ends */
export interface ProjectJobInfo {
  /** Project that the job works on */
  project_id: ProjectId;
  /** What the job does */
  job_type: ProjectJobType;
  /** Id of the job, which Annofab gives */
  job_id: JobId;
  /** Whether the job runs, succeeded or failed */
  job_status: JobStatus;
  /** Internal to Annofab */
  job_execution?: {
    [key: string]: unknown;
  } | null | undefined;
  /** What was requested; not every type of job has it */
  job_detail?: JobDetail | null | undefined;
  /** Why the job failed; meaningful only if job_status is failed */
  errors: Errors;
  /** Creation time of the job, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the job, ISO 8601 */
  updated_datetime: string;
}

/** A background job of an organization */
export interface OrganizationJobInfo {
  /** Organization that the job works on */
  organization_id?: OrganizationId | null | undefined;
  /** What the job does */
  job_type?: OrganizationJobType | null | undefined;
  /** Id of the job, which Annofab gives */
  job_id?: JobId | null | undefined;
  /** Whether the job runs, succeeded or failed */
  job_status?: JobStatus | null | undefined;
  /** Internal to Annofab */
  job_execution?: {
    [key: string]: unknown;
  } | null | undefined;
  /** What was requested */
  job_detail?: JobDetail | null | undefined;
  /** Why the job failed; meaningful only if job_status is failed */
  errors?: Errors | null | undefined;
  /** Creation time of the job, ISO 8601 */
  created_datetime?: string | null | undefined;
  /** Time of the last change to the job, ISO 8601 */
  updated_datetime?: string | null | undefined;
}

/** gen-inputs unpacks a ZIP, gen-tasks makes tasks, gen-annotation rebuilds the archive, gen-tasks-list and gen-inputs-list refresh the list files, invoke-hook calls a webhook */
export type ProjectJobType = 'copy-project' | 'gen-inputs' | 'gen-tasks' | 'gen-annotation' | 'gen-tasks-list' | 'gen-inputs-list' | 'delete-project' | 'invoke-hook' | 'move-project';

/** Type of an organization's job; none exist today */
export type OrganizationJobType = string;

/** What a job was asked to do */
export type JobDetail = JobDetailGenInputs | JobDetailGenTasks | JobDetailCopyProject | JobDetailMoveProject | JobDetailInvokeHook;

/** Detail of a gen-inputs job: input data from a ZIP file */
export interface JobDetailGenInputs {
  /** Always GenInputs: selects this variant of JobDetail; Annofab may leave it out of a response */
  _type?: 'GenInputs' | null | undefined;
  /** Body of the putInputData call that started the job */
  request: InputDataRequest;
}

/** Detail of a gen-tasks job: tasks from input data */
export interface JobDetailGenTasks {
  /** Always GenTasks: selects this variant of JobDetail; Annofab may leave it out of a response */
  _type?: 'GenTasks' | null | undefined;
  /** Body of the initiateTasksGeneration call that started the job */
  request: TaskGenerateRequest;
  /** Number of tasks that the job made */
  generated_task_count?: number | null | undefined;
}

/** Detail of a copy-project job */
export interface JobDetailCopyProject {
  /** Always CopyProject: selects this variant of JobDetail; Annofab may leave it out of a response */
  _type?: 'CopyProject' | null | undefined;
  /** Body of the initiateProjectCopy call that started the job */
  request: ProjectCopyRequest;
}

/** Detail of a move-project job: a project moves to another organization */
export interface JobDetailMoveProject {
  /** Always MoveProject: selects this variant of JobDetail; Annofab may leave it out of a response */
  _type?: 'MoveProject' | null | undefined;
  /** Organization that the project leaves */
  src_organization_id: string;
  /** Organization that the project moves to */
  dest_organization_id: string;
  /** Input data set of the project before the move */
  src_input_data_set_id: string;
  /** Input data set of the project after the move */
  dest_input_data_set_id: string;
}

/** Detail of an invoke-hook job: one invocation of a webhook */
export interface JobDetailInvokeHook {
  /** Always InvokeHook: selects this variant of JobDetail; Annofab may leave it out of a response */
  _type?: 'InvokeHook' | null | undefined;
  /** The webhook as it was at the invocation, including its headers */
  webhook: Webhook;
  /** Message about the result, such as the cause of a failure */
  message?: string | null | undefined;
  /** Body as sent, with the placeholders replaced */
  replaced_body?: string | null | undefined;
}

/** progress: waiting or running; succeeded; failed */
export type JobStatus = 'progress' | 'succeeded' | 'failed';

/** The rebuild of the annotation archive has started */
export interface PostAnnotationArchiveUpdateResponse {
  /** Job that rebuilds the archive; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** The refresh of the task list file has started */
export interface PostProjectTasksUpdateResponse {
  /** Job that refreshes the file; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** The copy of a project has started */
export interface ProjectCopyResponse {
  /** Job that copies the project; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** The new project, still initializing */
  dest_project: Project;
}

/** The deletion of a project has started */
export interface DeleteProjectResponse {
  /** Job that deletes the project */
  job: ProjectJobInfo;
  /** The project that is being deleted */
  project: Project;
}

/** The move of a project to another organization has started */
export interface PutProjectResponse {
  /** Job that moves the project; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** The project that is being moved */
  project: Project;
}

/** The generation of tasks has started */
export interface TaskGenerateResponse {
  /** Job that makes the tasks; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** The project whose tasks are made */
  project: Project;
}

/** The refresh of the input data list file has started */
export interface ProjectInputsUpdateResponse {
  /** Job that refreshes the file; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** An HTTP request that Annofab sends when an event occurs; it is not signed */
export interface Webhook {
  /** Project whose events invoke the webhook */
  project_id: ProjectId;
  /** Event that invokes the webhook */
  event_type: WebhookEventType;
  /** Id of the webhook, chosen by its creator */
  webhook_id: WebhookId;
  /** Whether events invoke the webhook */
  webhook_status: WebhookStatus;
  /** HTTP method of the request */
  method: WebhookHttpMethod;
  /** Headers of the request. Project members can see them in the job list, so a secret here is not private */
  headers: WebhookHeader[];
  /** Template of the body, with {{PLACEHOLDERS}} that Annofab replaces; not allowed with GET */
  body?: string | null | undefined;
  /** Address to which the request is sent */
  url: string;
  /** Creation time of the webhook, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the webhook, ISO 8601 */
  updated_datetime: string;
}

/** Creates or replaces a webhook */
export interface PutWebhookRequest {
  /** Project whose events invoke the webhook, as in the path */
  project_id: ProjectId;
  /** Event that invokes the webhook */
  event_type: WebhookEventType;
  /** Id of the webhook, as in the path */
  webhook_id: WebhookId;
  /** Whether events invoke the webhook */
  webhook_status: WebhookStatus;
  /** HTTP method of the request to send */
  method: WebhookHttpMethod;
  /** Headers of the request to send. Project members can see them in the job list */
  headers: WebhookHeader[];
  /** Template of the body, with {{PLACEHOLDERS}} that Annofab replaces without JSON escaping; not allowed with GET */
  body?: string | null | undefined;
  /** Address to send the request to */
  url: string;
  /** Creation time of the webhook, ISO 8601 */
  created_datetime?: string | null | undefined;
  /** Time of the last change to the webhook, ISO 8601 */
  updated_datetime?: string | null | undefined;
}

/** One header of a webhook's request */
export interface WebhookHeader {
  /** Field name, such as Content-Type */
  name: string;
  /** Field value */
  value: string;
}

/** active: events invoke the webhook; inactive: they do not */
export type WebhookStatus = 'active' | 'inactive';

/** HTTP method of a webhook's request */
export type WebhookHttpMethod = 'POST' | 'PUT' | 'DELETE' | 'GET';

/** task-completed: a task was accepted; annotation-archive-updated: the ZIP was rebuilt; input-data-zip-registered: a ZIP of input data was registered; project-copy-completed: a copy ended */
export type WebhookEventType = 'task-completed' | 'annotation-archive-updated' | 'input-data-zip-registered' | 'project-copy-completed';

/** Creates or changes a project */
export interface PutProjectRequest {
  /** Title to show to the members */
  title: string;
  /** Description to show to the members */
  overview?: string | null | undefined;
  /** Status to set; suspend before a deletion or a move */
  status: ProjectStatus;
  /**
   * What is annotated; used only when the project is created, ignored afterwards
   * @default image
   */
  input_data_type?: InputDataType | null | undefined;
  /** Organization that owns the project: required to create it; a different one moves the suspended project there */
  organization_name?: string | null | undefined;
  /** Settings to apply */
  configuration: ProjectConfigurationPut;
  /** updated_datetime of the project as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
  /**
   * True to suspend the project even while tasks are being worked on
   * @default false
   */
  force_suspend?: boolean | null | undefined;
}

/** What to copy into a new project */
export interface ProjectCopyRequest {
  /** Id to give to the new project */
  dest_project_id: ProjectId;
  /** Title of the new project */
  dest_title: string;
  /** Description of the new project */
  dest_overview?: string | null | undefined;
  /**
   * True to copy the input data
   * @default false
   */
  copy_inputs?: boolean | null | undefined;
  /**
   * True to copy the tasks; requires copy_inputs
   * @default false
   */
  copy_tasks?: boolean | null | undefined;
  /**
   * True to copy the annotations; requires copy_inputs and copy_tasks
   * @default false
   */
  copy_annotations?: boolean | null | undefined;
  /**
   * True to copy the webhooks
   * @default false
   */
  copy_webhooks?: boolean | null | undefined;
  /**
   * True to copy the supplementary data; requires copy_inputs
   * @default false
   */
  copy_supplementary_data?: boolean | null | undefined;
  /**
   * True to copy the work instruction
   * @default false
   */
  copy_instructions?: boolean | null | undefined;
}

/** A user as a member of a project */
export interface ProjectMember {
  /** Project that the user belongs to */
  project_id: ProjectId;
  /** Account of the member */
  account_id: AccountId;
  /** Login name of the member */
  user_id: UserId;
  /** Display name of the member */
  username: Username;
  /** Whether the membership is active */
  member_status: ProjectMemberStatus;
  /** Rights of the member in the project */
  member_role: ProjectMemberRole;
  /** Affiliation or title of the member, up to 100 characters */
  biography?: UserBiography | null | undefined;
  /** Time of the last change to the membership, ISO 8601 */
  updated_datetime: string;
  /** Creation time of the membership, ISO 8601 */
  created_datetime: string;
  /** Percentage of this member's tasks that are inspected; absent if the member has no rate of their own */
  sampling_inspection_rate?: number | null | undefined;
  /** Percentage of this member's tasks that a person accepts; absent if the member has no rate of their own */
  sampling_acceptance_rate?: number | null | undefined;
}

/** active: may use the project; inactive: has left it */
export type ProjectMemberStatus = 'active' | 'inactive';

/** owner: all rights; worker: annotates; accepter: inspects and accepts; training_data_user: reads the results */
export type ProjectMemberRole = 'owner' | 'worker' | 'accepter' | 'training_data_user';

/** Adds a member to a project, changes the member or removes them */
export interface ProjectMemberRequest {
  /** active to add or keep the member, inactive to remove them */
  member_status: ProjectMemberStatus;
  /** Role to set */
  member_role: ProjectMemberRole;
  /** Percentage of this member's tasks to inspect; leave it out to set no rate of their own */
  sampling_inspection_rate?: number | null | undefined;
  /** Percentage of this member's tasks that a person is to accept; leave it out to set no rate of their own */
  sampling_acceptance_rate?: number | null | undefined;
  /** updated_datetime of the membership as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** Task counts and work time of one day */
export interface ProjectTaskStatisticsHistory {
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Figures per phase and status */
  tasks: ProjectTaskStatistics[];
}

/** Tasks in one phase and status */
export interface ProjectTaskStatistics {
  /** Phase that the tasks are in */
  phase: TaskPhase;
  /** Status that the tasks have */
  status: TaskStatus;
  /** Number of tasks */
  count: number;
  /** Total work time spent on the tasks, in milliseconds */
  work_timespan: number;
}

/** Daily figures of one member */
export interface ProjectAccountStatistics {
  /** Account of the member */
  account_id: AccountId;
  /** Figures of the member, one entry per day */
  histories: ProjectAccountStatisticsHistory[];
}

/** Figures of one member on one day */
export interface ProjectAccountStatisticsHistory {
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Number of times that the member submitted, accepted or rejected a task */
  tasks_completed: number;
  /** Number of times that a task of the member was rejected, or an acceptance by the member was cancelled */
  tasks_rejected: number;
  /** Work time of the member on that day, ISO 8601 duration such as PT7H30M */
  worktime: string;
}

/** Counts of inspection comments on one day */
export interface InspectionStatistics {
  /** Project that the figures describe */
  project_id: ProjectId;
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Counts per label and phrase */
  breakdown: InspectionStatisticsBreakdown;
}

/** Inspection comments per label */
export interface InspectionStatisticsBreakdown {
  /** Counts of the comments linked to a label, by label id */
  labels: {
    [key: string]: InspectionStatisticsPhrases;
  };
  /** Counts of the comments not linked to any label */
  no_label: InspectionStatisticsPhrases;
}

/** New metadata by task id. It replaces all metadata of a task: keys that are left out are deleted. Up to 500 tasks per call are safe */
export interface PatchTasksMetadataRequest {
  [key: string]: TaskMetadata;
}

/** Inspection comments per predefined phrase */
export interface InspectionStatisticsPhrases {
  /** Number of comments by phrase id */
  phrases: {
    [key: string]: number;
  };
  /** Number of comments without a predefined phrase */
  no_phrase: number;
}

/** Work time per phase on one day */
export interface TaskPhaseStatistics {
  /** Project that the figures describe */
  project_id: ProjectId;
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Figures of each phase */
  phases: PhaseStatistics[];
}

/** Work time in one phase */
export interface PhaseStatistics {
  /** Phase in which the time was spent */
  phase: TaskPhase;
  /** Accumulated work time, ISO 8601 duration such as PT34H17M36.789S */
  worktime: string;
}

/** Annotations of one label */
export interface LabelStatistics {
  /** Label that the annotations have */
  label_id: LabelId;
  /** Number of annotations in accepted tasks */
  completed: number;
  /** Number of annotations in tasks that are not accepted yet */
  wip: number;
}

/** Distribution of work time on one day */
export interface WorktimeStatistics {
  /** Project that the figures describe */
  project_id: ProjectId;
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Average time per image, calculated per task; empty in movie projects */
  by_tasks: WorktimeStatisticsItem[];
  /** Time per image; empty in movie projects */
  by_inputs: WorktimeStatisticsItem[];
  /** Time per minute of video; empty in image projects */
  by_minutes: WorktimeStatisticsItem[];
  /** The same figures per member */
  accounts: AccountWorktimeStatistics[];
}

/** Daily work time of one member */
export interface WorktimeStatisticsByAccount {
  /** Project that the figures describe */
  project_id: ProjectId;
  /** Account of the member */
  account_id: AccountId;
  /** Figures of the member, one entry per day */
  data_series: WorktimeStatisticsData[];
}

/** Daily work time of a project */
export interface WorktimeStatisticsByProject {
  /** Project that the figures describe */
  project_id: ProjectId;
  /** Figures of the project, one entry per day */
  data_series: WorktimeStatisticsData[];
}

/** Work time of one day */
export interface WorktimeStatisticsData {
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Time per image; empty in movie projects */
  grouped_by_input: WorktimeStatisticsItem[];
  /** Time per task; empty in movie projects */
  grouped_by_task: WorktimeStatisticsItem[];
  /** Time per minute of video; empty in image projects */
  grouped_by_minute: WorktimeStatisticsItem[];
}

/** Distribution of work time in one phase */
export interface WorktimeStatisticsItem {
  /** Phase in which the time was spent */
  phase: TaskPhase;
  /** Classes of the distribution */
  histogram: HistogramItem[];
  /** Mean work time, ISO 8601 duration such as PT34H17M36.789S */
  average: string;
  /** Standard deviation of the work time, ISO 8601 duration */
  standard_deviation: string;
}

/** One class of a histogram */
export interface HistogramItem {
  /** Lower bound of the class */
  begin: number;
  /** Upper bound of the class */
  end: number;
  /** Number of values in the class */
  count: number;
}

/** Distribution of one member's work time */
export interface AccountWorktimeStatistics {
  /** Account of the member */
  account_id: AccountId;
  /** Average time per image, calculated per task; empty in movie projects */
  by_tasks: WorktimeStatisticsItem[];
  /** Time per image; empty in movie projects */
  by_inputs: WorktimeStatisticsItem[];
  /** Time per minute of video; empty in image projects */
  by_minutes: WorktimeStatisticsItem[];
}

/** A mark with a title at one moment on a statistics chart */
export interface Marker {
  /** Id of the marker within the project, chosen by its creator */
  marker_id: MarkerId;
  /** Text shown at the marker */
  title: string;
  /** Chart on which the marker is shown */
  graph_type: GraphType;
  /** Position on the time axis, ISO 8601 */
  marked_at: string;
}

/** The markers of a project */
export interface Markers {
  /** Project whose charts show the markers */
  project_id: ProjectId;
  /** All markers; the order has no meaning */
  markers: Marker[];
  /** Time of the last change, to send back as last_updated_datetime; absent if no marker was ever saved */
  updated_datetime?: string | null | undefined;
}

/** Statistics chart: progress, work time, comments or rejections, per phase, phrase or member; image and minute_of_movie name the unit */
export type GraphType = 'task_progress' | 'cumulative_labor_time_By_task_phase' | 'number_of_inspections_per_inspection_phrase' | 'number_of_task_rejections_by_member' | 'labor_time_per_member' | 'mean_labor_time_per_image' | 'mean_labor_time_per_minute_of_movie' | 'mean_labor_time_per_image_by_member' | 'mean_labor_time_per_minute_of_movie_by_member';

/** Replaces the markers of a project */
export interface PutMarkersRequest {
  /** All markers to keep; the ones left out are deleted */
  markers?: Marker[] | null | undefined;
  /** updated_datetime of the markers as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** Annotation specs in the deprecated version 1: each label contains its attributes */
export interface AnnotationSpecsV1 {
  /** Project whose annotations follow the specs */
  project_id: ProjectId;
  /** Labels that annotations can have, with their attributes */
  labels: LabelV1[];
  /** Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /** Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved */
  updated_datetime?: string | null | undefined;
  /** Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** Annotation specs in the deprecated version 2: attributes are shared between labels */
export interface AnnotationSpecsV2 {
  /** Project whose annotations follow the specs */
  project_id: ProjectId;
  /** Labels that annotations can have */
  labels: LabelV2[];
  /** Definitions of all attributes; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** Rules that the attribute values must satisfy */
  restrictions: AdditionalDataRestriction[];
  /** Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /**
   * Version of this format
   * @default 2.1.0
   */
  format_version: string;
  /** Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved */
  updated_datetime?: string | null | undefined;
  /** Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** Annotation specs in the current version 3: the settings of a label depend on its annotation type */
export interface AnnotationSpecsV3 {
  /** Project whose annotations follow the specs */
  project_id: ProjectId;
  /** Labels that annotations can have */
  labels: LabelV3[];
  /** Definitions of all attributes; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** Rules that the attribute values must satisfy */
  restrictions: AdditionalDataRestriction[];
  /** Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /** Version of the annotation types, copied from the extended specs plugin; absent without such a plugin */
  annotation_type_version?: string | null | undefined;
  /**
   * Version of this format
   * @default 3.0.0
   */
  format_version: string;
  /** Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved */
  updated_datetime?: string | null | undefined;
  /** Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** Replaces the annotation specs, in the deprecated version 1 */
export interface AnnotationSpecsRequestV1 {
  /** All labels to keep; the ones left out are deleted */
  labels: LabelV1[];
  /**
   * All predefined inspection phrases to keep
   * @default []
   */
  inspection_phrases: InspectionPhrase[];
  /** Text for the history about what was changed */
  comment?: string | null | undefined;
  /**
   * True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null | undefined;
  /** updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
  /** Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** Replaces the annotation specs, in the deprecated version 2 */
export interface AnnotationSpecsRequestV2 {
  /** All labels to keep; the ones left out are deleted */
  labels: LabelV2[];
  /** All attribute definitions to keep; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** All rules for attribute values to keep */
  restrictions: AdditionalDataRestriction[];
  /** All predefined inspection phrases to keep */
  inspection_phrases: InspectionPhrase[];
  /** Text for the history about what was changed */
  comment?: string | null | undefined;
  /**
   * True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null | undefined;
  /**
   * Version of this format
   * @default 2.1.0
   */
  format_version: string;
  /** updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
  /** Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** Replaces the annotation specs, in the current version 3 */
export interface AnnotationSpecsRequestV3 {
  /** All labels to keep; the ones left out are deleted */
  labels: LabelV3[];
  /** All attribute definitions to keep; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** All rules for attribute values to keep */
  restrictions: AdditionalDataRestriction[];
  /** All predefined inspection phrases to keep */
  inspection_phrases: InspectionPhrase[];
  /** Text for the history about what was changed */
  comment?: string | null | undefined;
  /**
   * True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null | undefined;
  /** Version of the annotation types from the extended specs plugin; leave it out without such a plugin */
  annotation_type_version?: string | null | undefined;
  /**
   * Version of this format
   * @default 3.0.0
   */
  format_version: string;
  /** updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
  /** Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null | undefined;
  /** Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** Settings that only movie projects have */
export type AnnotationSpecsOption = AnnotationSpecsMovieOption;

/** Settings of a movie project */
export interface AnnotationSpecsMovieOption {
  /**
   * True if the intervals of annotations may overlap
   * @default true
   */
  can_overwrap: boolean;
}

/** A past version of the annotation specs */
export interface AnnotationSpecsHistory {
  /** Id to pass to getAnnotationSpecs as history_id */
  history_id: string;
  /** Project that the specs belong to */
  project_id: ProjectId;
  /** Time at which this version was saved, ISO 8601 */
  updated_datetime: string;
  /** Address of the version as JSON; reading it needs authorization, getAnnotationSpecs with history_id is simpler */
  url: string;
  /** Account that saved this version */
  account_id?: AccountId | null | undefined;
  /** Text about what was changed */
  comment?: string | null | undefined;
}

/** Predefined phrase for inspection comments */
export interface InspectionPhrase {
  /** Id of the phrase; inspection comments refer to it */
  id: string;
  /** The phrase in each language */
  text: InternationalizationMessage;
}

/** Shape of an annotation: a standard type, or one that a plugin defines */
export type AnnotationType = DefaultAnnotationType | UserDefinedAnnotationType;

/** Standard shape: segmentation paints instances, segmentation_v2 paints classes, polygon is closed, polyline open, range is an interval of a video, classification covers the whole input */
export type DefaultAnnotationType = 'bounding_box' | 'segmentation' | 'segmentation_v2' | 'polygon' | 'polyline' | 'point' | 'classification' | 'range' | 'custom';

/** Name of a type that a plugin defines; starts with user_ */
export type UserDefinedAnnotationType = string;

/** Annotation type that a plugin defines */
export interface UserDefinedAnnotationTypeDefinition {
  /** Name of the type, as shown to users */
  annotation_type_name: InternationalizationMessage;
  /** Settings that a label of this type has */
  field_definitions: {
    /** Key of the setting in a label's field_values; freely chosen */
    field_id: string;
    /** Kind of the setting */
    definition: UserDefinedAnnotationTypeFieldDefinition;
  }[];
  /** Metadata that a label gets when this type is selected for it */
  metadata: {
    [key: string]: string;
  };
  /** Shape of the data of such annotations */
  annotation_data_type: UserDefinedAnnotationDataType;
}

/** Kind of a setting that a label of a plugin-defined type has */
export type UserDefinedAnnotationTypeFieldDefinition = AnnotationTypeFieldDefinitionMinimumSize2d | AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldDefinitionMarginOfErrorTolerance | AnnotationTypeFieldDefinitionVertexCountMinMax | AnnotationTypeFieldDefinitionMinimumArea2d | AnnotationTypeFieldDefinitionDisplayLineDirection | AnnotationTypeFieldDefinitionAnnotationEditorFeature | AnnotationTypeFieldDefinitionOneIntegerField | AnnotationTypeFieldDefinitionOneStringField | AnnotationTypeFieldDefinitionOneBooleanField;

/** Setting: minimum width and height */
export interface AnnotationTypeFieldDefinitionMinimumSize2d {
  /** Always MinimumSize2d: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'MinimumSize2d';
}

/** Setting: minimum width and height, and where a box of that size is inserted */
export interface AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition {
  /** Always MinimumSize2dWithDefaultInsertPosition: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'MinimumSize2dWithDefaultInsertPosition';
}

/** Setting: tolerated error */
export interface AnnotationTypeFieldDefinitionMarginOfErrorTolerance {
  /** Always MarginOfErrorTolerance: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'MarginOfErrorTolerance';
}

/** Setting: minimum and maximum number of vertices */
export interface AnnotationTypeFieldDefinitionVertexCountMinMax {
  /** Always VertexCountMinMax: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'VertexCountMinMax';
}

/** Setting: minimum area */
export interface AnnotationTypeFieldDefinitionMinimumArea2d {
  /** Always MinimumArea2d: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'MinimumArea2d';
}

/** Setting: whether the direction of a line is shown */
export interface AnnotationTypeFieldDefinitionDisplayLineDirection {
  /** Always DisplayLineDirection: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'DisplayLineDirection';
}

/** Setting: which drawing tools are available */
export interface AnnotationTypeFieldDefinitionAnnotationEditorFeature {
  /** Always AnnotationEditorFeature: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'AnnotationEditorFeature';
}

/** Setting: one integer */
export interface AnnotationTypeFieldDefinitionOneIntegerField {
  /** Always OneIntegerField: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'OneIntegerField';
  /** Title shown above the setting */
  title?: InternationalizationMessage | null | undefined;
  /** Text shown before the value */
  prefix?: string | null | undefined;
  /** Text shown after the value, such as a unit */
  postfix?: string | null | undefined;
  /** Explanation shown with the setting */
  description?: InternationalizationMessage | null | undefined;
  /** Value before anyone sets it; absent means none */
  initial_value?: number | null | undefined;
}

/** Setting: one text */
export interface AnnotationTypeFieldDefinitionOneStringField {
  /** Always OneStringField: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'OneStringField';
  /** Title shown above the setting */
  title?: InternationalizationMessage | null | undefined;
  /** Text shown before the value */
  prefix?: string | null | undefined;
  /** Text shown after the value, such as a unit */
  postfix?: string | null | undefined;
  /** Explanation shown with the setting */
  description?: InternationalizationMessage | null | undefined;
  /** Value before anyone sets it; absent means none */
  initial_value?: string | null | undefined;
}

/** Setting: one checkbox */
export interface AnnotationTypeFieldDefinitionOneBooleanField {
  /** Always OneBooleanField: selects this variant of UserDefinedAnnotationTypeFieldDefinition */
  _type: 'OneBooleanField';
  /** Title shown above the setting */
  title?: InternationalizationMessage | null | undefined;
  /** Explanation shown with the setting */
  description?: InternationalizationMessage | null | undefined;
  /** Value before anyone sets it; absent means none */
  initial_value?: boolean | null | undefined;
  /** Text beside the checkbox */
  label: InternationalizationMessage;
}

/** Shape of the data of a plugin-defined annotation type */
export interface UserDefinedAnnotationDataType {
  /** Shape: 2d in the image plane, Range1d an interval of time, Classification the whole input, Unknown a text that only the plugin understands */
  _type?: 'BoundingBox2d' | 'Polygon2d' | 'Polyline2d' | 'SinglePoint2d' | 'SemanticSegmentation2d' | 'InstanceSegmentation2d' | 'Range1d' | 'Classification' | 'Unknown' | null | undefined;
}

/** Type of an attribute: flag on or off, text one line, comment several lines, choice radio buttons, select drop-down, tracking an id, link another annotation */
export type AdditionalDataDefinitionType = 'flag' | 'integer' | 'text' | 'comment' | 'choice' | 'select' | 'tracking' | 'link';

/** Where the editor inserts a box of minimum size: its upper left corner, from the upper left of the image */
export interface PositionForMinimumBoundingBoxInsertion {
  /** Distance from the left edge of the image, in pixels */
  x: number;
  /** Distance from the top edge of the image, in pixels */
  y: number;
}

/** Size and vertex rules of a label for boxes, polygons, polylines or points */
export interface BoundingBoxMetadata {
  /** Minimum width, in pixels */
  min_width: number;
  /** Minimum height, in pixels */
  min_height: number;
  /** When a small shape is an error: none, never; or, if either side is too small; and, if both sides are */
  min_warn_rule: 'none' | 'or' | 'and';
  /** Minimum area, in square pixels; absent means no minimum */
  min_area?: number | null | undefined;
  /** Maximum number of vertices; absent means no limit */
  max_vertices?: number | null | undefined;
  /** Minimum number of vertices; absent means no limit */
  min_vertices?: number | null | undefined;
  /** Where the editor inserts a box of minimum size; absent means the center of the view. Only for bounding_box */
  position_for_minimum_bounding_box_insertion?: PositionForMinimumBoundingBoxInsertion | null | undefined;
  /** Tolerated error, in pixels */
  tolerance?: number | null | undefined;
  /**
   * True to show polylines with an arrow; always false for other types
   * @default false
   */
  has_direction?: boolean | null | undefined;
}

/** Size rules of a label for painted areas */
export interface SegmentationMetadata {
  /** Minimum width, in pixels */
  min_width: number;
  /** Minimum height, in pixels */
  min_height: number;
  /** When a small shape is an error: none, never; or, if either side is too small; and, if both sides are */
  min_warn_rule: 'none' | 'or' | 'and';
  /** Tolerated error, in pixels */
  tolerance?: number | null | undefined;
}

/** A label with its attributes, as in version 1 of the annotation specs */
export interface LabelV1 {
  /** Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** Size and vertex rules; only for boxes, polygons, polylines and points */
  bounding_box_metadata?: BoundingBoxMetadata | null | undefined;
  /** Size rules; only for painted areas */
  segmentation_metadata?: SegmentationMetadata | null | undefined;
  /** Attributes of annotations with this label */
  additional_data_definitions: AdditionalDataDefinitionV1[];
  /** Color in which the editor draws annotations with this label */
  color: Color;
  /** Drawing tools that the editor offers for painted areas */
  annotation_editor_feature: AnnotationEditorFeature;
  /** Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** A label, as in version 2 of the annotation specs */
export interface LabelV2 {
  /** Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** Size and vertex rules; only for boxes, polygons, polylines and points */
  bounding_box_metadata?: BoundingBoxMetadata | null | undefined;
  /** Size rules; only for painted areas */
  segmentation_metadata?: SegmentationMetadata | null | undefined;
  /** Ids of the attributes that annotations with this label have */
  additional_data_definitions: AdditionalDataDefinitionId[];
  /** Color in which the editor draws annotations with this label */
  color: Color;
  /** Drawing tools that the editor offers for painted areas */
  annotation_editor_feature: AnnotationEditorFeature;
  /** Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** A label, as in version 3 of the annotation specs */
export interface LabelV3 {
  /** Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** Settings of the annotation type, by field id */
  field_values: {
    [key: string]: AnnotationTypeFieldValue;
  };
  /** Ids of the attributes that annotations with this label have */
  additional_data_definitions: AdditionalDataDefinitionId[];
  /** Color in which the editor draws annotations with this label */
  color: Color;
  /** Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** Value of one setting of a label; its kind must match the field definition of the annotation type */
export type AnnotationTypeFieldValue = AnnotationTypeFieldValueMinimumSize | AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldValueMarginOfErrorTolerance | AnnotationTypeFieldValueVertexCountMinMax | AnnotationTypeFieldValueMinimumArea2d | AnnotationTypeFieldValueDisplayLineDirection | AnnotationTypeFieldValueAnnotationEditorFeature | AnnotationTypeFieldValueOneIntegerFieldValue | AnnotationTypeFieldValueOneStringFieldValue | AnnotationTypeFieldValueOneBooleanFieldValue | AnnotationTypeFieldValueEmptyFieldValue;

/** Minimum width and height of an annotation */
export interface AnnotationTypeFieldValueMinimumSize {
  /** Always MinimumSize2d: selects this variant of AnnotationTypeFieldValue */
  _type: 'MinimumSize2d';
  /** When a small shape is an error */
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  /** Minimum width, in pixels */
  min_width: number;
  /** Minimum height, in pixels */
  min_height: number;
}

/** Minimum width and height of an annotation, and where a box of that size is inserted */
export interface AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition {
  /** Always MinimumSize2dWithDefaultInsertPosition: selects this variant of AnnotationTypeFieldValue */
  _type: 'MinimumSize2dWithDefaultInsertPosition';
  /** When a small shape is an error */
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  /** Minimum width, in pixels */
  min_width: number;
  /** Minimum height, in pixels */
  min_height: number;
  /** Where the editor inserts a box of minimum size: x and y of its upper left corner, in pixels; absent means the center of the view */
  position_for_minimum_bounding_box_insertion?: number[] | null | undefined;
}

/** When a small shape is an error: and, if both sides are too small; or, if either side is */
export type AnnotationTypeFieldMinWarnRule = 'and' | 'or';

/** Tolerated error of an annotation */
export interface AnnotationTypeFieldValueMarginOfErrorTolerance {
  /** Always MarginOfErrorTolerance: selects this variant of AnnotationTypeFieldValue */
  _type: 'MarginOfErrorTolerance';
  /** Tolerated error, in pixels */
  max_pixel: number;
}

/** Number of vertices that an annotation may have */
export interface AnnotationTypeFieldValueVertexCountMinMax {
  /** Always VertexCountMinMax: selects this variant of AnnotationTypeFieldValue */
  _type: 'VertexCountMinMax';
  /** Minimum number of vertices */
  min: number;
  /** Maximum number of vertices */
  max: number;
}

/** Minimum area of an annotation */
export interface AnnotationTypeFieldValueMinimumArea2d {
  /** Always MinimumArea2d: selects this variant of AnnotationTypeFieldValue */
  _type: 'MinimumArea2d';
  /** Minimum area, in square pixels */
  min_area: number;
}

/** Whether polylines have a direction */
export interface AnnotationTypeFieldValueDisplayLineDirection {
  /** Always DisplayLineDirection: selects this variant of AnnotationTypeFieldValue */
  _type: 'DisplayLineDirection';
  /** True to show polylines with an arrow */
  has_direction: boolean;
}

/** Drawing tools that the editor offers */
export interface AnnotationTypeFieldValueAnnotationEditorFeature {
  /** Always AnnotationEditorFeature: selects this variant of AnnotationTypeFieldValue */
  _type: 'AnnotationEditorFeature';
  /** True if the editor can add to a painted area */
  append: boolean;
  /** True if the editor offers the eraser */
  erase: boolean;
  /** True if the editor offers freehand painting */
  freehand: boolean;
  /** True if the editor can fill rectangles */
  rectangle_fill: boolean;
  /** True if the editor can fill free shapes */
  polygon_fill: boolean;
  /** True if the editor can fill areas of similar color */
  fill_near: boolean;
}

/** One integer */
export interface AnnotationTypeFieldValueOneIntegerFieldValue {
  /** Always OneIntegerFieldValue: selects this variant of AnnotationTypeFieldValue */
  _type: 'OneIntegerFieldValue';
  /** The integer that was set */
  value: number;
}

/** One text */
export interface AnnotationTypeFieldValueOneStringFieldValue {
  /** Always OneStringFieldValue: selects this variant of AnnotationTypeFieldValue */
  _type: 'OneStringFieldValue';
  /** The text that was set */
  value: string;
}

/** One checkbox */
export interface AnnotationTypeFieldValueOneBooleanFieldValue {
  /** Always OneBooleanFieldValue: selects this variant of AnnotationTypeFieldValue */
  _type: 'OneBooleanFieldValue';
  /** True if the checkbox is ticked */
  value: boolean;
}

/** No value: the presence of the field is what counts */
export interface AnnotationTypeFieldValueEmptyFieldValue {
  /** Always EmptyFieldValue: selects this variant of AnnotationTypeFieldValue */
  _type: 'EmptyFieldValue';
}

/** Color as red, green and blue */
export interface Color {
  /** Share of red, 0 to 255 */
  red: number;
  /** Share of green, 0 to 255 */
  green: number;
  /** Share of blue, 0 to 255 */
  blue: number;
}

/** Drawing tools that the editor offers for painted areas */
export interface AnnotationEditorFeature {
  /** True if the editor can add to a painted area */
  append: boolean;
  /** True if the editor offers the eraser */
  erase: boolean;
  /** True if the editor offers freehand painting */
  freehand: boolean;
  /** True if the editor can fill rectangles */
  rectangle_fill: boolean;
  /** True if the editor can fill free shapes */
  polygon_fill: boolean;
  /** True if the editor can fill areas of similar color */
  fill_near: boolean;
}

/** An attribute, as in version 1 of the annotation specs */
export interface AdditionalDataDefinitionV1 {
  /** Id of the attribute within the project; annotations refer to it */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /**
   * True if annotators cannot change the value in the editor
   * @default false
   */
  read_only?: boolean | null | undefined;
  /** Name of the attribute in each language; the English one is used in simple-format files */
  name?: InternationalizationMessage | null | undefined;
  /** Value of a new annotation; null or an empty text means none */
  default?: AdditionalDataDefaultType | null | undefined;
  /** Keyboard shortcuts that select or toggle the attribute in the editor */
  keybind?: Keybind[] | null | undefined;
  /** Type of the values */
  type: AdditionalDataDefinitionType;
  /** Values to choose from; only for choice and select */
  choices?: {
    /** Id of the choice within the attribute; values refer to it */
    choice_id: ChoiceId;
    /** Name of the choice in each language; the English one is used in simple-format files */
    name: InternationalizationMessage;
    /** Keyboard shortcuts that select the choice in the editor */
    keybind?: Keybind[] | null | undefined;
  }[] | null | undefined;
  /** Regular expression that the value must match; absent or empty means any value */
  regex?: string | null | undefined;
  /** Labels that a link may point to; empty means any label. Only for link */
  label_ids?: string[] | null | undefined;
  /** True if a link must have a value; only for link */
  required?: boolean | null | undefined;
  /** Free key-value data about the attribute */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** An attribute, as in versions 2 and 3 of the annotation specs */
export interface AdditionalDataDefinitionV2 {
  /** Id of the attribute within the project; annotations refer to it */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /**
   * True if annotators cannot change the value in the editor
   * @default false
   */
  read_only?: boolean | null | undefined;
  /** Name of the attribute in each language; the English one is used in simple-format files */
  name: InternationalizationMessage;
  /** Value of a new annotation; null or an empty text means none */
  default?: AdditionalDataDefaultType | null | undefined;
  /** Keyboard shortcuts that select or toggle the attribute in the editor */
  keybind?: Keybind[] | null | undefined;
  /** Type of the values */
  type: AdditionalDataDefinitionType;
  /** Values to choose from; only for choice and select */
  choices?: {
    /** Id of the choice within the attribute; values refer to it */
    choice_id: ChoiceId;
    /** Name of the choice in each language; the English one is used in simple-format files */
    name: InternationalizationMessage;
    /** Keyboard shortcuts that select the choice in the editor */
    keybind?: Keybind[] | null | undefined;
  }[] | null | undefined;
  /** Free key-value data about the attribute */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** A rule that the value of one attribute must satisfy */
export interface AdditionalDataRestriction {
  /** Attribute whose value is checked */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** What the value must satisfy */
  condition: AdditionalDataRestrictionCondition;
}

/** Condition on the value of an attribute */
export type AdditionalDataRestrictionCondition = AdditionalDataRestrictionConditionCanInput | AdditionalDataRestrictionConditionEquals | AdditionalDataRestrictionConditionNotEquals | AdditionalDataRestrictionConditionMatches | AdditionalDataRestrictionConditionNotMatches | AdditionalDataRestrictionConditionHasLabel | AdditionalDataRestrictionConditionImply;

/** Whether a value may be entered */
export interface AdditionalDataRestrictionConditionCanInput {
  /** Always CanInput: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'CanInput';
  /** False to forbid a value; combine it with Imply to forbid it in certain cases */
  enable: boolean;
}

/** The value must be equal to a given one */
export interface AdditionalDataRestrictionConditionEquals {
  /** Always Equals: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'Equals';
  /** Value that is required, as text; a choice is given by its id */
  value: string;
}

/** The value must differ from a given one */
export interface AdditionalDataRestrictionConditionNotEquals {
  /** Always NotEquals: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'NotEquals';
  /** Value that is forbidden, as text; an empty text makes the attribute mandatory */
  value: string;
}

/** The value must match a pattern; only for text and comment */
export interface AdditionalDataRestrictionConditionMatches {
  /** Always Matches: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'Matches';
  /** Regular expression that must match */
  value: string;
}

/** The value must not match a pattern; only for text and comment */
export interface AdditionalDataRestrictionConditionNotMatches {
  /** Always NotMatches: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'NotMatches';
  /** Regular expression that must not match */
  value: string;
}

/** The linked annotation must have one of the labels; only for link */
export interface AdditionalDataRestrictionConditionHasLabel {
  /** Always HasLabel: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'HasLabel';
  /** Ids of the labels that are allowed */
  labels: string[];
}

/** A condition that applies only if another one holds */
export interface AdditionalDataRestrictionConditionImply {
  /** Always Imply: selects this variant of AdditionalDataRestrictionCondition */
  _type: 'Imply';
  /** Rule that decides whether the condition applies */
  premise: AdditionalDataRestriction;
  /** What the value must satisfy if the premise holds */
  condition: AdditionalDataRestrictionCondition;
}

/** A keyboard shortcut */
export interface Keybind {
  /** Key, as in KeyboardEvent.code of the DOM, such as KeyA */
  code: string;
  /** True if Shift is held */
  shift: boolean;
  /** True if Ctrl is held */
  ctrl: boolean;
  /** True if Alt is held */
  alt: boolean;
}

/** A unit of work: some input data that one member at a time annotates, inspects or accepts */
export interface Task {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Id of the task within its project */
  task_id: TaskId;
  /** Whether the task is being annotated, inspected or accepted */
  phase: TaskPhase;
  /** Number of the inspection stage, from 1; always 1 in the other phases */
  phase_stage: TaskPhaseStage;
  /** State of the work in the current phase; complete in the acceptance phase means that the task is finished */
  status: TaskStatus;
  /** Input data to work on, in this order; at most 200 */
  input_data_id_list: InputDataId[];
  /** Member to whom the task is assigned; absent if nobody */
  account_id?: AccountId | null | undefined;
  /** Who worked on the task in each phase so far, oldest first */
  histories_by_phase: TaskHistoryShort[];
  /** Total work time of all members on the task, in milliseconds */
  work_time_span: number;
  /**
   * Rejections in all phases together; deprecated by Annofab, count the phases in histories_by_phase instead
   * @deprecated
   */
  number_of_rejections: number;
  /** Start of work in the current phase, ISO 8601; absent if nobody has started */
  started_datetime?: string | null | undefined;
  /** Time of the last change of any kind, ISO 8601; send it back unchanged as last_updated_datetime */
  updated_datetime: string;
  /** Time of the last change of status, phase or assignee, ISO 8601 */
  operation_updated_datetime?: string | null | undefined;
  /** Phases that sampling skipped; absent if none */
  sampling?: 'inspection_skipped' | 'inspection_stages_skipped' | 'acceptance_skipped' | 'inspection_and_acceptance_skipped' | null | undefined;
  /** Free key-value data about the task; not part of the annotation archive */
  metadata?: TaskMetadata | null | undefined;
}

/** annotation: draw the annotations; inspection: review them; acceptance: final review */
export type TaskPhase = 'annotation' | 'inspection' | 'acceptance';

/** Number of the inspection stage, from 1; always 1 in the other phases */
export type TaskPhaseStage = number;

/** State in the phase. rejected and cancelled are only sent to operateTask; a task never has them. break is a pause, on_hold waits for an answer */
export type TaskStatus = 'not_started' | 'working' | 'on_hold' | 'break' | 'complete' | 'rejected' | 'cancelled';

/** Free key-value data of a task. Keys consist of letters, digits, _ and -. A number that JavaScript cannot hold is an ExactNumber */
export interface TaskMetadata {
  [key: string]: string | number | boolean | ExactNumber;
}

/** Creates a task or replaces its content */
export interface TaskRequest {
  /** Input data of the task, in this order; at most 200 */
  input_data_id_list: InputDataId[];
  /** Free key-value data to set */
  metadata?: TaskMetadata | null | undefined;
}

/** Starts the generation of tasks from input data */
export interface TaskGenerateRequest {
  /** How the input data are distributed to tasks */
  task_generate_rule: TaskGenerateRule;
  /** updated_datetime of the project as read, sent back unchanged; 409 if the project has changed since */
  project_last_updated_datetime: string;
}

/** How input data are distributed to tasks */
export type TaskGenerateRule = TaskGenerateRuleByCount | TaskGenerateRuleByDirectory | TaskGenerateRuleByInputDataCsv;

/** Makes tasks of a fixed number of input data */
export interface TaskGenerateRuleByCount {
  /** Always ByCount: selects this variant of TaskGenerateRule */
  _type: 'ByCount';
  /** Start of each task id; a number follows. Letters, digits, _ - and . */
  task_id_prefix: string;
  /** True to include input data that other tasks already use; false to leave them out */
  allow_duplicate_input_data: boolean;
  /** Number of input data per task, up to 200; must be 1 in movie projects */
  input_data_count: number;
  /** Order in which input data are distributed */
  input_data_order: InputDataOrder;
}

/** Makes one task per directory: the input data name is read as a file path */
export interface TaskGenerateRuleByDirectory {
  /** Always ByDirectory: selects this variant of TaskGenerateRule */
  _type: 'ByDirectory';
  /** Start of each task id; the directory name follows. Letters, digits, _ - and . */
  task_id_prefix: string;
  /** Only input data whose name starts with this; absent means all */
  input_data_name_prefix?: string | null | undefined;
}

/** Makes tasks as a CSV file lists them; it fails if a task would have more than 200 input data */
export interface TaskGenerateRuleByInputDataCsv {
  /** Always ByInputDataCsv: selects this variant of TaskGenerateRule */
  _type: 'ByInputDataCsv';
  /** Path of the uploaded CSV file, from createTempPath. Columns: task_id, input_data_name, input_data_id */
  csv_data_path: string;
}

/** Order of the input data: by name ascending, by name descending, or random */
export type InputDataOrder = 'name_asc' | 'name_desc' | 'random';

/** What to do with a task */
export interface TaskOperation {
  /** Next status: working, break, on_hold or complete by the assignee; rejected, cancelled or not_started to move the task back */
  status: TaskStatus;
  /** updated_datetime of the task as read, sent back unchanged; 409 if the task has changed since */
  last_updated_datetime: LastUpdatedDatetime;
  /** Next assignee; leave it out to leave the task unassigned */
  account_id?: AccountId | null | undefined;
  /**
   * True to reject the task in any state; only with status rejected, project owners only
   * @default false
   */
  force?: boolean | null | undefined;
}

/** Assigns tasks */
export interface TaskAssignRequest {
  /** Which tasks, and to whom */
  request_type: TaskAssignRequestType;
}

/** How the tasks are selected; the project's settings decide which of them is allowed */
export type TaskAssignRequestType = TaskAssignRequestTypeRandom | TaskAssignRequestTypeSelection | TaskAssignRequestTypeTaskProperty;

/** Assigns a random task to the caller */
export interface TaskAssignRequestTypeRandom {
  /** Always Random: selects this variant of TaskAssignRequestType */
  _type: 'Random';
  /** Phase that the task must be in */
  phase: TaskPhase;
}

/** Assigns chosen tasks to a member; for project owners and accepters */
export interface TaskAssignRequestTypeSelection {
  /** Always Selection: selects this variant of TaskAssignRequestType */
  _type: 'Selection';
  /** Login name of the member who gets the tasks */
  user_id: UserId;
  /** Tasks to assign */
  task_ids: TaskId[];
}

/** Assigns the next task, in the order that the project's settings define, to the caller */
export interface TaskAssignRequestTypeTaskProperty {
  /** Always TaskProperty: selects this variant of TaskAssignRequestType */
  _type: 'TaskProperty';
  /** Phase that the task must be in */
  phase: TaskPhase;
}

/** Who was responsible for a task in one phase */
export interface TaskHistoryShort {
  /** Phase that the entry describes */
  phase: TaskPhase;
  /**
   * Number of the inspection stage, from 1; always 1 in the other phases
   * @default 1
   */
  phase_stage: number;
  /** Member to whom the task was assigned */
  account_id: AccountId;
  /**
   * True if the member worked on the task in this phase
   * @default false
   */
  worked?: boolean | null | undefined;
}

/** One period in which a task was in a phase with one assignee */
export interface TaskHistory {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the entry describes */
  task_id: TaskId;
  /** Id of the entry; pass it to getEditorAnnotation for the annotations at that time */
  task_history_id: TaskHistoryId;
  /** Start of the work, ISO 8601; absent if it has not started */
  started_datetime?: string | null | undefined;
  /** End of the work, ISO 8601; absent if it has not ended */
  ended_datetime?: string | null | undefined;
  /** Total work time of the entry: despite the name an ISO 8601 duration, such as PT34H17M36.789S */
  accumulated_labor_time_milliseconds: string;
  /** Phase that the task was in */
  phase: TaskPhase;
  /** Number of the inspection stage, from 1; always 1 in the other phases */
  phase_stage: TaskPhaseStage;
  /** Member to whom the task was assigned; absent if nobody */
  account_id?: AccountId | null | undefined;
}

/** One change of a task's state */
export interface TaskHistoryEvent {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task whose state changed */
  task_id: TaskId;
  /** Id of the event */
  task_history_id: TaskHistoryId;
  /** Time of the change, ISO 8601 */
  created_datetime: string;
  /** Phase after the change */
  phase: TaskPhase;
  /** Number of the inspection stage after the change, from 1 */
  phase_stage: TaskPhaseStage;
  /** Status after the change */
  status: TaskStatus;
  /** Assignee after the change; absent if nobody */
  account_id?: AccountId | null | undefined;
  /** Body of the operateTask call that caused the change; absent for other causes */
  request?: TaskOperation | null | undefined;
}

/** What prevents a submission, for one input data of a task */
export interface TaskInputValidation {
  /** Input data that was checked */
  input_data_id: InputDataId;
  /** Errors in the annotations; empty if there are none */
  annotation_errors: ValidationError[];
  /** Errors in the inspection comments; empty if there are none */
  inspection_errors: InspectionValidationError[];
  /** Errors in the comments; empty if there are none */
  comment_errors: CommentValidationError[];
}

/** What prevents a submission, for all input data of a task */
export interface TaskValidation {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that was checked */
  task_id: TaskId;
  /** Result for each input data */
  inputs: InputDataSummary[];
}

/** Result of the check of one input data */
export interface InputDataSummary {
  /** Input data that was checked */
  input_data_id: InputDataId;
  /** State of its inspection comments */
  inspection_summary: InspectionSummary;
  /** Errors in its annotations; empty if there are none */
  annotation_summaries: ValidationError[];
}

/** State of the inspection comments: none, an empty one, new replies or new open ones in this phase, open ones from earlier phases, or all handled */
export type InspectionSummary = 'no_inspection' | 'no_comment_inspection' | 'new_reply_to_unprocessed' | 'new_unprocessed_inspection' | 'unprocessed' | 'complete';

/** A file to annotate: an image, a video or custom data */
export interface InputData {
  /** Id of the input data within its input data set */
  input_data_id: InputDataId;
  /** Project that the input data belongs to */
  project_id: ProjectId;
  /** Organization that owns the input data */
  organization_id: OrganizationId;
  /** Internal to Annofab */
  input_data_set_id: InputDataSetId;
  /** Name of the input data; often the path of the file, which the generation of tasks by directory relies on */
  input_data_name: string;
  /** Where the file is stored: an s3:// or https:// URL */
  input_data_path: string;
  /** Internal to Annofab; null in the file of all input data */
  url?: string | null | undefined;
  /** ETag of the stored file, with its quotation marks */
  etag?: string | null | undefined;
  /** Internal to Annofab; where the file was registered from */
  original_input_data_path?: string | null | undefined;
  /** Time of the last change to the input data, ISO 8601 */
  updated_datetime: string;
  /** True if the file is read through the customer's CloudFront with signed cookies */
  sign_required: boolean;
  /** Free key-value data about the input data; values are texts */
  metadata: {
    [key: string]: string;
  };
  /** Facts that Annofab found in the file; read only */
  system_metadata: SystemMetadata;
}

/** Facts that Annofab found in a file: image, movie or custom */
export type SystemMetadata = SystemMetadataImage | SystemMetadataMovie | SystemMetadataCustom;

/** Facts about an image */
export interface SystemMetadataImage {
  /** Always Image: selects this variant of SystemMetadata */
  _type: 'Image';
  /** Size of the registered image; absent if Annofab could not read the file */
  original_resolution?: Resolution | null | undefined;
  /** Size after shrinking; absent if the image was not shrunk */
  resized_resolution?: Resolution | null | undefined;
}

/** Facts about a video */
export interface SystemMetadataMovie {
  /** Always Movie: selects this variant of SystemMetadata */
  _type: 'Movie';
  /** Length of the video, in seconds; absent if Annofab could not find it */
  input_duration?: number | null | undefined;
}

/** Facts about custom data; none today */
export interface SystemMetadataCustom {
  /** Always Custom: selects this variant of SystemMetadata */
  _type: 'Custom';
}

/** Registers or changes input data */
export interface InputDataRequest {
  /** Name to give; for a ZIP file, the prefix of the names of its entries */
  input_data_name: string;
  /** Path from createTempPath, or an s3:// or https:// URL of the customer's own storage */
  input_data_path: string;
  /** updated_datetime of the input data as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
  /** True if the path is a CloudFront URL that trusts Annofab as a signer */
  sign_required?: boolean | null | undefined;
  /** Free key-value data to set; values are texts */
  metadata?: {
    [key: string]: string;
  } | null | undefined;
}

/** A file shown beside an input data while it is annotated */
export interface SupplementaryData {
  /** Organization that owns the input data */
  organization_id: OrganizationId;
  /** Internal to Annofab */
  input_data_set_id: InputDataSetId;
  /**
   * Project of the input data; Annofab plans to drop it
   * @deprecated
   */
  project_id: ProjectId;
  /** Input data beside which the file is shown */
  input_data_id: InputDataId;
  /** Id of the supplementary data, chosen by its creator */
  supplementary_data_id: SupplementaryDataId;
  /** Name shown to annotators */
  supplementary_data_name: string;
  /** Where the file is stored: an s3:// or https:// URL */
  supplementary_data_path: string;
  /** Internal to Annofab */
  url?: string | null | undefined;
  /** ETag of the stored file, with its quotation marks */
  etag?: string | null | undefined;
  /** How the file is shown */
  supplementary_data_type: SupplementaryDataType;
  /** Position among the supplementary data of the input data, ascending */
  supplementary_data_number: number;
  /** Time of the last change to the supplementary data, ISO 8601 */
  updated_datetime: string;
}

/** image, text, or custom, which only custom projects can use */
export type SupplementaryDataType = 'image' | 'text' | 'custom';

/** Registers or changes supplementary data */
export interface SupplementaryDataRequest {
  /** Name to show to annotators */
  supplementary_data_name: string;
  /** Path from createTempPath, or an s3:// or https:// URL of the customer's own storage */
  supplementary_data_path: string;
  /** How the file is shown */
  supplementary_data_type: SupplementaryDataType;
  /** Position among the supplementary data of the input data; the order of equal numbers is undefined */
  supplementary_data_number: number;
  /** updated_datetime of the supplementary data as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** Values for a test of a webhook */
export interface WebhookTestRequest {
  /** Replacement by placeholder name, such as PROJECT_ID */
  placeholders: {
    [key: string]: string;
  };
}

/** Result of a test of a webhook */
export interface WebhookTestResponse {
  /** success: a 2xx response; failure: another status; error: the request was not sent or not answered */
  result: 'success' | 'failure' | 'error';
  /** Body that was sent; absent if none */
  request_body?: string | null | undefined;
  /** HTTP status of the response; absent if none was received */
  response_status?: number | null | undefined;
  /** Body of the response; absent if none was received */
  response_body?: string | null | undefined;
  /** Cause, if the result is error */
  message?: string | null | undefined;
}

/** Deletes one input data */
export interface BatchInputDataRequestItemDelete {
  /** Always Delete: selects this variant of BatchInputDataRequestItem */
  _type: 'Delete';
  /** Ignored: the project in the path applies */
  project_id: ProjectId;
  /** Input data to delete */
  input_data_id: InputDataId;
}

/** Deletes one task */
export interface BatchTaskRequestItemDelete {
  /** Always Delete: selects this variant of BatchTaskRequestItem */
  _type: 'Delete';
  /** Ignored: the project in the path applies */
  project_id: ProjectId;
  /** Task to delete */
  task_id: TaskId;
}

/** Where to upload a file */
export interface DataPath {
  /** Presigned address to PUT the file to, without an Authorization header */
  url: string;
  /** Path by which to register the file; valid for 24 hours */
  path: string;
}

/** Where to upload an image of the work instruction */
export interface InstructionImagePath {
  /** Presigned address to PUT the image to, without an Authorization header */
  url: string;
  /** Address by which the HTML of the instruction shows the image */
  path: string;
}

/** Filter for annotations; all given conditions must hold */
export interface AnnotationQuery {
  /** Only annotations of this task */
  task_id?: string | null | undefined;
  /**
   * False to match any task id that contains the text
   * @default true
   */
  exact_match_task_id?: boolean | null | undefined;
  /** Only annotations of this input data */
  input_data_id?: string | null | undefined;
  /**
   * False to match any input data id that contains the text
   * @default true
   */
  exact_match_input_data_id?: boolean | null | undefined;
  /** Only annotations with this label */
  label_id?: LabelId | null | undefined;
  /** Only annotations with these attribute values */
  attributes?: AdditionalDataListV1 | null | undefined;
  /** First day of the last change, YYYY-MM-DD in Japan time; absent means today */
  updated_from?: string | null | undefined;
  /** Last day of the last change, YYYY-MM-DD in Japan time; absent means today */
  updated_to?: string | null | undefined;
}

/** Annotations of one frame, as sent, in format 1 or 2 */
export type AnnotationInput = AnnotationV1 | AnnotationV2Input;

/** Annotations of one frame, as read, in format 1 or 2 */
export type AnnotationOutput = AnnotationV1 | AnnotationV2Output;

/** Annotations of one frame, in format 1 */
export interface AnnotationV1 {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** All annotations of the frame */
  details: AnnotationDetailV1[];
  /** Time of the last save, ISO 8601; absent if nothing was ever saved. Send it back unchanged to save */
  updated_datetime?: string | null | undefined;
}

/** Annotations of one frame to save, in format 2 */
export interface AnnotationV2Input {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** All annotations to keep: the ones left out are deleted */
  details: AnnotationDetailV2Input[];
  /** updated_datetime of the frame as read, sent back unchanged; leave it out for the first save. 409 if it has changed since */
  updated_datetime?: string | null | undefined;
  /** Always 2.0.0 */
  format_version: '2.0.0';
}

/** Annotations of one frame, in format 2 */
export interface AnnotationV2Output {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** All annotations of the frame */
  details: AnnotationDetailV2Output[];
  /** Time of the last save, ISO 8601; absent if nothing was ever saved. Send it back unchanged to save */
  updated_datetime?: string | null | undefined;
  /** Always 2.0.0 */
  format_version: '2.0.0';
}

/** Annotations of one frame to save, in format 1 */
export interface PutAnnotationRequest {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** All annotations to keep: the ones left out are deleted */
  details: AnnotationDetailV1[];
  /** updated_datetime of the frame as read, sent back unchanged; leave it out for the first save. 409 if it has changed since */
  updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** inner: the shape is in the JSON; outer: it is in a file, such as a PNG mask */
export type AnnotationDataHoldingType = 'inner' | 'outer';

/** One annotation, in format 1 */
export interface AnnotationDetailV1 {
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Account that created the annotation */
  account_id: AccountId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /**
   * True to prevent deletion in the editor
   * @default false
   */
  is_protected: boolean;
  /** Whether the shape is in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** Shape; absent if it is in a file */
  data?: AnnotationDataV1 | null | undefined;
  /** Outer file: the annotation id when read. To save, the path from createTempPath, or the value read to keep the file. Absent for inner data */
  path?: string | null | undefined;
  /** ETag of the outer file; leave it out to save */
  etag?: string | null | undefined;
  /** Address of the outer file, valid for an hour; leave it out to save */
  url?: string | null | undefined;
  /** Attribute values */
  additional_data_list: AdditionalDataListV1;
  /** Creation time of the annotation, ISO 8601 */
  created_datetime?: string | null | undefined;
  /** Time of the last change to the annotation, ISO 8601 */
  updated_datetime?: string | null | undefined;
}

/** One annotation, as read, in format 2 */
export type AnnotationDetailV2Output = AnnotationDetailV2Get;

/** One annotation to save, in format 2: a new one, one from elsewhere, or a change */
export type AnnotationDetailV2Input = AnnotationDetailV2Create | AnnotationDetailV2Import | AnnotationDetailV2Update;

/** One annotation, as read */
export interface AnnotationDetailV2Get {
  /** Always Get: selects this variant of AnnotationDetailV2Output */
  _type: 'Get';
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Account that created the annotation */
  account_id: AccountId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** The shape, or the file that holds it */
  body: AnnotationDetailContentOutput;
  /** Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** Hints for the editor */
  editor_props: AnnotationPropsForEditor;
  /** Creation time of the annotation, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the annotation, ISO 8601 */
  updated_datetime: string;
}

/** A new annotation, created by the caller now */
export interface AnnotationDetailV2Create {
  /** Always Create: selects this variant of AnnotationDetailV2Input */
  _type: 'Create';
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** The shape, or the file that holds it */
  body: AnnotationDetailContentInput;
  /** Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** Hints for the editor */
  editor_props: AnnotationPropsForEditor;
}

/** A new annotation that keeps the author and times it had elsewhere */
export interface AnnotationDetailV2Import {
  /** Always Import: selects this variant of AnnotationDetailV2Input */
  _type: 'Import';
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Account that created the annotation */
  account_id: AccountId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** The shape, or the file that holds it */
  body: AnnotationDetailContentInput;
  /** Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** Hints for the editor */
  editor_props: AnnotationPropsForEditor;
  /** Creation time of the annotation, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the annotation, ISO 8601 */
  updated_datetime: string;
}

/** A change to an existing annotation */
export interface AnnotationDetailV2Update {
  /** Always Update: selects this variant of AnnotationDetailV2Input */
  _type: 'Update';
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** The new shape, or the file that holds it; absent or null keeps the old one */
  body?: AnnotationDetailContentInput | null | undefined;
  /** Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** Hints for the editor */
  editor_props: AnnotationPropsForEditor;
}

/** Data of an annotation to save: in the JSON, or in an uploaded file */
export type AnnotationDetailContentInput = AnnotationDetailContentInputInner | AnnotationDetailContentInputOuter;

/** Data within the JSON */
export interface AnnotationDetailContentInputInner {
  /** Always Inner: selects this variant of AnnotationDetailContentInput */
  _type: 'Inner';
  /** The shape */
  data: FullAnnotationData;
}

/** Data in an uploaded file */
export interface AnnotationDetailContentInputOuter {
  /** Always Outer: selects this variant of AnnotationDetailContentInput */
  _type: 'Outer';
  /** Path of the uploaded file, from createTempPath */
  path: string;
}

/** Data of an annotation, as read: in the JSON, or in a file */
export type AnnotationDetailContentOutput = AnnotationDetailContentOutputInner | AnnotationDetailContentOutputInnerUnknown | AnnotationDetailContentOutputOuter | AnnotationDetailContentOutputOuterUnresolved;

/** Data within the JSON */
export interface AnnotationDetailContentOutputInner {
  /** Always Inner: selects this variant of AnnotationDetailContentOutput */
  _type: 'Inner';
  /** The shape */
  data: FullAnnotationData;
}

/** Data within the JSON whose type is unknown, typically because the annotation specs changed since they were saved */
export interface AnnotationDetailContentOutputInnerUnknown {
  /** Always InnerUnknown: selects this variant of AnnotationDetailContentOutput */
  _type: 'InnerUnknown';
  /** The shape as text, in format 1 */
  data: FullAnnotationDataString;
}

/** Data in a file */
export interface AnnotationDetailContentOutputOuter {
  /** Always Outer: selects this variant of AnnotationDetailContentOutput */
  _type: 'Outer';
  /** Address of the file, valid for an hour; fetch it without an Authorization header */
  url: string;
  /** ETag of the file, with its quotation marks */
  etag: string;
}

/** Data in a file whose address was not resolved, as for past annotations */
export interface AnnotationDetailContentOutputOuterUnresolved {
  /** Always OuterUnresolved: selects this variant of AnnotationDetailContentOutput */
  _type: 'OuterUnresolved';
}

/** Hints for the editor; the API does not enforce them */
export interface AnnotationPropsForEditor {
  /** False to prevent deletion in the editor */
  can_delete?: boolean | null | undefined;
  /** False to prevent changes of the shape; Annofab's editors ignore it */
  can_edit_data?: boolean | null | undefined;
  /** False to prevent changes of the attributes; Annofab's editors ignore it */
  can_edit_additional?: boolean | null | undefined;
  /** Note for people about the annotation; Annofab's editors ignore it */
  description?: string | null | undefined;
  /** Tags of the annotation; Annofab's editors ignore them */
  tags?: string[] | null | undefined;
  /** Any JSON that an editor wants to keep */
  etc?: unknown | null | undefined;
}

/** Attribute values of an annotation, in format 1 */
export type AdditionalDataListV1 = AdditionalDataV1[];

/** Attribute values of an annotation, in format 2 */
export type AdditionalDataListV2 = AdditionalDataV2[];

/** Value of one attribute, in format 1; the attribute's type decides which field holds it */
export interface AdditionalDataV1 {
  /** Attribute, from the annotation specs */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** Value of a flag attribute */
  flag?: boolean | null | undefined;
  /** Value of an integer attribute */
  integer?: number | ExactNumber | null | undefined;
  /** Value of a text, comment, tracking or link attribute; a link holds an annotation id */
  comment?: string | null | undefined;
  /** Value of a choice or select attribute: the id of the choice */
  choice?: ChoiceId | null | undefined;
}

/** Value of one attribute, in format 2 */
export interface AdditionalDataV2 {
  /** Attribute, from the annotation specs */
  definition_id: AdditionalDataDefinitionId;
  /** The value; null if nothing was entered */
  value?: AdditionalDataValue | null | undefined;
}

/** Value of an attribute, in the full format */
export type FullAnnotationAdditionalDataValue = FullAnnotationAdditionalDataValueFlag | FullAnnotationAdditionalDataValueInteger | FullAnnotationAdditionalDataValueComment | FullAnnotationAdditionalDataValueChoice | FullAnnotationAdditionalDataValueTracking | FullAnnotationAdditionalDataValueLink;

/** Value of a flag attribute */
export interface FullAnnotationAdditionalDataValueFlag {
  /** Always Flag: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Flag';
  /** True if the flag is on */
  value: boolean;
}

/** Value of an integer attribute */
export interface FullAnnotationAdditionalDataValueInteger {
  /** Always Integer: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Integer';
  /** The number; absent if nothing was entered */
  value?: number | ExactNumber | null | undefined;
}

/** Value of a text or comment attribute */
export interface FullAnnotationAdditionalDataValueComment {
  /** Always Comment: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Comment';
  /** The text; absent if nothing was entered */
  value?: string | null | undefined;
}

/** Value of a choice or select attribute */
export interface FullAnnotationAdditionalDataValueChoice {
  /** Always Choice: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Choice';
  /** The selected choice; absent if none is */
  value?: FullAnnotationAdditionalDataChoiceValue | null | undefined;
}

/** A selected choice */
export interface FullAnnotationAdditionalDataChoiceValue {
  /** Id of the choice, from the annotation specs */
  id: ChoiceId;
  /** Name of the choice in each language */
  name: InternationalizationMessage;
}

/** Value of a tracking attribute */
export interface FullAnnotationAdditionalDataValueTracking {
  /** Always Tracking: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Tracking';
  /** Tracking id, equal on annotations of the same object; absent if nothing was entered */
  value?: string | null | undefined;
}

/** Value of a link attribute */
export interface FullAnnotationAdditionalDataValueLink {
  /** Always Link: selects this variant of FullAnnotationAdditionalDataValue */
  _type: 'Link';
  /** Id of the linked annotation; absent if none is linked */
  value?: string | null | undefined;
}

/** Value of an attribute, in format 2 */
export type AdditionalDataValue = AdditionalDataValueFlag | AdditionalDataValueInteger | AdditionalDataValueComment | AdditionalDataValueText | AdditionalDataValueChoice | AdditionalDataValueSelect | AdditionalDataValueTracking | AdditionalDataValueLink;

/** Value of a flag attribute */
export interface AdditionalDataValueFlag {
  /** Always Flag: selects this variant of AdditionalDataValue */
  _type: 'Flag';
  /** True if the flag is on */
  value: boolean;
}

/** Value of an integer attribute */
export interface AdditionalDataValueInteger {
  /** Always Integer: selects this variant of AdditionalDataValue */
  _type: 'Integer';
  /** The number that was entered */
  value: number | ExactNumber;
}

/** Value of a comment attribute */
export interface AdditionalDataValueComment {
  /** Always Comment: selects this variant of AdditionalDataValue */
  _type: 'Comment';
  /** The text that was entered, which can have several lines */
  value: string;
}

/** Value of a text attribute */
export interface AdditionalDataValueText {
  /** Always Text: selects this variant of AdditionalDataValue */
  _type: 'Text';
  /** The text that was entered, in one line */
  value: string;
}

/** Value of a choice attribute */
export interface AdditionalDataValueChoice {
  /** Always Choice: selects this variant of AdditionalDataValue */
  _type: 'Choice';
  /** Id of the selected choice */
  choice_id: ChoiceId;
}

/** Value of a select attribute */
export interface AdditionalDataValueSelect {
  /** Always Select: selects this variant of AdditionalDataValue */
  _type: 'Select';
  /** Id of the selected choice */
  choice_id: ChoiceId;
}

/** Value of a tracking attribute */
export interface AdditionalDataValueTracking {
  /** Always Tracking: selects this variant of AdditionalDataValue */
  _type: 'Tracking';
  /** Tracking id, equal on annotations of the same object */
  value: string;
}

/** Value of a link attribute */
export interface AdditionalDataValueLink {
  /** Always Link: selects this variant of AdditionalDataValue */
  _type: 'Link';
  /** Id of the linked annotation */
  annotation_id: AnnotationId;
}

/** Hits of a search for annotations, in format 1 */
export type SingleAnnotationV1List = SingleAnnotationV1[];

/** Hits of a search for annotations, in format 2 */
export type SingleAnnotationV2List = SingleAnnotationV2[];

/** One hit of a search for annotations, in format 1 or 2 */
export type SingleAnnotation = SingleAnnotationV1 | SingleAnnotationV2;

/** One hit of a search for annotations, in format 1 */
export interface SingleAnnotationV1 {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotation belongs to */
  task_id: TaskId;
  /** Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** The annotation itself */
  detail: SingleAnnotationDetailV1;
  /** Time of the last save of the frame, ISO 8601; needed to change the annotation */
  updated_datetime: string;
}

/** One hit of a search for annotations, in format 2 */
export interface SingleAnnotationV2 {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotation belongs to */
  task_id: TaskId;
  /** Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** The annotation itself */
  detail: SingleAnnotationDetailV2;
  /** Time of the last save of the frame, ISO 8601; needed to change the annotation */
  updated_datetime: string;
}

/** Annotations of one frame in the simple format, with labels and attributes by their English names */
export interface SimpleAnnotation {
  /** Version of the file format */
  annotation_format_version: AnnotationFormatVersion;
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Phase of the task when the file was built */
  task_phase: TaskPhase;
  /** Number of the inspection stage of the task, from 1 */
  task_phase_stage: TaskPhaseStage;
  /** Status of the task when the file was built */
  task_status: TaskStatus;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** Name of the input data */
  input_data_name: string;
  /** All annotations of the frame, the frontmost first */
  details: SimpleAnnotationDetail[];
  /** Time of the last save of the frame, ISO 8601; absent if it was never annotated */
  updated_datetime?: string | null | undefined;
}

/** New label and attributes of one annotation, in format 1 */
export interface BatchAnnotationV1 {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotation belongs to */
  task_id: TaskId;
  /** Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** Annotation to change */
  annotation_id: AnnotationId;
  /** Label to set; it must have the same annotation type */
  label_id: LabelId;
  /** All attribute values to keep */
  additional_data_list: AdditionalDataListV1;
  /** updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since */
  updated_datetime: string;
}

/** New label and attributes of one annotation, in format 2 */
export interface BatchAnnotationV2 {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotation belongs to */
  task_id: TaskId;
  /** Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** Annotation to change */
  annotation_id: AnnotationId;
  /** Label to set; it must have the same annotation type */
  label_id: LabelId;
  /** All attribute values to keep */
  additional_data_list: AdditionalDataListV2;
  /** updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since */
  updated_datetime: string;
}

/** Changes one annotation, in format 1 */
export interface BatchAnnotationRequestItemPutV1 {
  /** Always Put: selects this variant of BatchAnnotationRequestItem */
  _type: 'Put';
  /** Annotation to change, and its new values */
  data: BatchAnnotationV1;
}

/** Changes one annotation, in format 2 */
export interface BatchAnnotationRequestItemPutV2 {
  /** Always PutV2: selects this variant of BatchAnnotationRequestItem */
  _type: 'PutV2';
  /** Annotation to change, and its new values */
  data: BatchAnnotationV2;
}

/** Deletes one annotation */
export interface BatchAnnotationRequestItemDelete {
  /** Always Delete: selects this variant of BatchAnnotationRequestItem */
  _type: 'Delete';
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotation belongs to */
  task_id: TaskId;
  /** Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** Annotation to delete */
  annotation_id: AnnotationId;
  /** updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since */
  updated_datetime: string;
}

/** One annotation found by a search, in format 1 */
export interface SingleAnnotationDetailV1 {
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Account that created the annotation */
  account_id: AccountId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** Whether the shape is in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** Shape; absent if it is in a file */
  data?: FullAnnotationData | null | undefined;
  /** ETag of the outer file; absent for inner data */
  etag?: string | null | undefined;
  /** Address of the outer file, valid for an hour; absent for inner data */
  url?: string | null | undefined;
  /** Attribute values */
  additional_data_list: AdditionalDataListV1;
  /** Creation time of the annotation, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the annotation, ISO 8601 */
  updated_datetime: string;
}

/** One annotation found by a search, in format 2 */
export interface SingleAnnotationDetailV2 {
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Account that created the annotation */
  account_id: AccountId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** The shape, or the file that holds it */
  body: AnnotationDetailContentOutput;
  /** Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** Creation time of the annotation, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the annotation, ISO 8601 */
  updated_datetime: string;
}

/** One annotation, in the simple format */
export interface SimpleAnnotationDetail {
  /** English name of the label; several labels can have the same one */
  label: string;
  /** Id of the annotation; for a classification the label id */
  annotation_id: string;
  /** Shape of the annotation */
  data: FullAnnotationData;
  /** Attribute values by the English name of the attribute; a choice is given by its English name. Empty values are missing, empty or null */
  attributes: {
    [key: string]: unknown;
  };
}

/** Annotations of one frame in the full format, which Annofab has deprecated */
export interface FullAnnotation {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Phase of the task when the file was built */
  task_phase: TaskPhase;
  /** Number of the inspection stage of the task, from 1 */
  task_phase_stage: TaskPhaseStage;
  /** Status of the task when the file was built */
  task_status: TaskStatus;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** Name of the input data; may be absent */
  input_data_name?: string | null | undefined;
  /** All annotations of the frame */
  details: FullAnnotationDetail[];
  /** Time of the last save of the frame, ISO 8601; absent if it was never annotated */
  updated_datetime?: string | null | undefined;
  /** Version of the file format */
  annotation_format_version: AnnotationFormatVersion;
}

/** One annotation, in the full format */
export interface FullAnnotationDetail {
  /** Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** Login name of the user who created the annotation */
  user_id: UserId;
  /** Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** Name of the label in each language */
  label_name: InternationalizationMessage;
  /** Shape that the label prescribes */
  annotation_type: AnnotationType;
  /** Whether the shape is in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** Shape of the annotation */
  data: FullAnnotationData;
  /** Attribute values */
  additional_data_list: FullAnnotationAdditionalDataList;
}

/** Shape in format 1: always a text when read; a text or an object when sent */
export type AnnotationDataV1 = FullAnnotationDataString | FullAnnotationData;

/** Shape as numbers joined by commas: x and y of the corners in pixels, or begin and end of an interval in milliseconds */
export type FullAnnotationDataString = string;

/** Shape of an annotation; null if there is none */
export type FullAnnotationData = FullAnnotationDataClassification | FullAnnotationDataSegmentation | FullAnnotationDataSegmentationV2 | FullAnnotationDataBoundingBox | FullAnnotationDataPoints | FullAnnotationDataSinglePoint | FullAnnotationDataRange | FullAnnotationDataUnknown | null;

/** The whole input data */
export interface FullAnnotationDataClassification {
  /** Always Classification: selects this variant of FullAnnotationData */
  _type: 'Classification';
}

/** Painted area of one object */
export interface FullAnnotationDataSegmentation {
  /** Always Segmentation: selects this variant of FullAnnotationData */
  _type: 'Segmentation';
  /** Path of the PNG mask: the annotation id in the simple format, ./{input_data_id}/{annotation_id} in the full one. Painted pixels are white, all others transparent */
  data_uri: string;
}

/** Painted area of all objects of one class */
export interface FullAnnotationDataSegmentationV2 {
  /** Always SegmentationV2: selects this variant of FullAnnotationData */
  _type: 'SegmentationV2';
  /** Path of the PNG mask: the annotation id in the simple format, ./{input_data_id}/{annotation_id} in the full one. Painted pixels are white, all others transparent */
  data_uri: string;
}

/** Upright rectangle */
export interface FullAnnotationDataBoundingBox {
  /** Always BoundingBox: selects this variant of FullAnnotationData */
  _type: 'BoundingBox';
  /** Upper left corner */
  left_top: Point;
  /** Lower right corner */
  right_bottom: Point;
}

/** Polygon or polyline; only the label's annotation type says which */
export interface FullAnnotationDataPoints {
  /** Always Points: selects this variant of FullAnnotationData */
  _type: 'Points';
  /** Vertices, in drawing order */
  points: Point[];
}

/** One point */
export interface FullAnnotationDataSinglePoint {
  /** Always SinglePoint: selects this variant of FullAnnotationData */
  _type: 'SinglePoint';
  /** Position of the point */
  point: Point;
}

/** Interval of a video */
export interface FullAnnotationDataRange {
  /** Always Range: selects this variant of FullAnnotationData */
  _type: 'Range';
  /** Start of the interval, in milliseconds from the start of the video */
  begin: number;
  /** End of the interval, in milliseconds from the start of the video */
  end: number;
}

/** Data of a custom editor */
export interface FullAnnotationDataUnknown {
  /** Always Unknown: selects this variant of FullAnnotationData */
  _type: 'Unknown';
  /** Text that only the custom editor understands; for 3D data it is JSON */
  data: string;
}

/** Position in an image, from its upper left corner */
export interface Point {
  /** Distance from the left edge, in pixels of the original image */
  x: number;
  /** Distance from the top edge, in pixels of the original image */
  y: number;
}

/** Attribute values of an annotation, in the full format */
export type FullAnnotationAdditionalDataList = FullAnnotationAdditionalData[];

/** Value of one attribute, in the full format */
export interface FullAnnotationAdditionalData {
  /** Attribute, from the annotation specs */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** Name of the attribute in each language */
  additional_data_definition_name: InternationalizationMessage;
  /** Type of the value */
  type: AdditionalDataDefinitionType;
  /** The value */
  value: FullAnnotationAdditionalDataValue;
}

/** Creates or changes one inspection comment */
export interface BatchInspectionRequestItemPut {
  /** Always Put: selects this variant of BatchInspectionRequestItem */
  _type: 'Put';
  /** The inspection comment to save */
  data: Inspection;
}

/** Deletes one inspection comment */
export interface BatchInspectionRequestItemDelete {
  /** Always Delete: selects this variant of BatchInspectionRequestItem */
  _type: 'Delete';
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the inspection comment belongs to */
  task_id: TaskId;
  /** Input data that the inspection comment is about */
  input_data_id: InputDataId;
  /** Inspection comment to delete */
  inspection_id: InspectionId;
}

/** A reviewer's comment, or a reply to one; comments in version 2 replace it */
export interface Inspection {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the inspection comment belongs to */
  task_id: TaskId;
  /** Input data that the inspection comment is about */
  input_data_id: InputDataId;
  /** Id of the inspection comment, chosen by its creator */
  inspection_id: InspectionId;
  /** Phase of the task when the comment was written */
  phase: TaskPhase;
  /**
   * Stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** Account that wrote the comment */
  commenter_account_id: AccountId;
  /** Annotation that the comment is about; absent if none, such as for a missing annotation. Undefined in replies */
  annotation_id?: AnnotationId | null | undefined;
  /** Label of that annotation; absent without annotation_id. Undefined in replies */
  label_id?: LabelId | null | undefined;
  /** Where the problem is; undefined in replies */
  data: InspectionData;
  /** First comment of the thread that this one replies to; absent in the first comment itself */
  parent_inspection_id?: InspectionId | null | undefined;
  /** Predefined phrases that the comment uses */
  phrases?: PhraseId[] | null | undefined;
  /** Text of the comment */
  comment: string;
  /** Whether the comment has been handled; undefined in replies */
  status: InspectionStatus;
  /** Creation time of the inspection comment, ISO 8601 */
  created_datetime: string;
  /** Time of the last change, ISO 8601 */
  updated_datetime?: string | null | undefined;
}

/** Where a problem is: a point, a polyline, an interval of time, or custom data */
export type InspectionData = InspectionDataPoint | InspectionDataPolyline | InspectionDataTime | InspectionDataCustom;

/** Position of a problem in an image */
export interface InspectionDataPoint {
  /** Always Point: selects this variant of InspectionData; Annofab may leave it out of a response */
  _type?: 'Point' | null | undefined;
  /** Distance from the left edge, in pixels */
  x: number;
  /** Distance from the top edge, in pixels */
  y: number;
}

/** Line that marks a problem in an image */
export interface InspectionDataPolyline {
  /** Always Polyline: selects this variant of InspectionData; Annofab may leave it out of a response */
  _type?: 'Polyline' | null | undefined;
  /** Vertices, in drawing order */
  coordinates: {
    /** Distance from the left edge, in pixels */
    x?: number | null | undefined;
    /** Distance from the top edge, in pixels */
    y?: number | null | undefined;
  }[];
}

/** Interval of a video that contains a problem */
export interface InspectionDataTime {
  /** Always Time: selects this variant of InspectionData; Annofab may leave it out of a response */
  _type?: 'Time' | null | undefined;
  /** Start of the interval, in milliseconds; can have a fraction */
  start: number;
  /** End of the interval, in milliseconds; can have a fraction */
  end: number;
}

/** Position of a problem in custom data */
export interface InspectionDataCustom {
  /** Always Custom: selects this variant of InspectionData; Annofab may leave it out of a response */
  _type?: 'Custom' | null | undefined;
  /** Text that only the custom editor understands */
  data?: string | null | undefined;
}

/** Size of an image */
export interface Resolution {
  /** Width, in pixels */
  width: number;
  /** Height, in pixels */
  height: number;
}

/** annotator_action_required: open; no_correction_required: the annotator found nothing to correct; error_corrected: the annotator corrected it */
export type InspectionStatus = 'annotator_action_required' | 'no_correction_required' | 'error_corrected';

/** A comment on one input data of a task */
export interface Comment {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the comment belongs to */
  task_id: TaskId;
  /** Input data that the comment is about */
  input_data_id: InputDataId;
  /** Id of the comment, chosen by its creator */
  comment_id: CommentId;
  /** Phase of the task when the comment was written */
  phase: TaskPhase;
  /**
   * Stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** Account that wrote the comment */
  account_id: AccountId;
  /** What the comment is for */
  comment_type: CommentType;
  /** Predefined phrases that an inspection comment uses; empty in other comments */
  phrases?: PhraseId[] | null | undefined;
  /** Text of the comment */
  comment: string;
  /** Whether the comment starts a thread or replies to one */
  comment_node: CommentNode;
  /** Time by which the editor sorts the threads, ISO 8601 */
  datetime_for_sorting: string;
  /** Creation time of the comment, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the comment, ISO 8601 */
  updated_datetime: string;
}

/** Place of a comment in its thread: the first comment, or a reply */
export type CommentNode = RootComment | ReplyComment;

/** The first comment of a thread */
export interface RootComment {
  /** Always Root: selects this variant of CommentNode; Annofab may leave it out of a response */
  _type?: 'Root' | null | undefined;
  /** Where the problem is; absent in comments on hold */
  data?: InspectionData | null | undefined;
  /** Annotation that the comment is about; absent if none, such as for a missing annotation */
  annotation_id?: AnnotationId | null | undefined;
  /** Label of that annotation; absent without annotation_id */
  label_id?: LabelId | null | undefined;
  /** Whether the comment has been handled */
  status?: CommentStatus | null | undefined;
}

/** A reply in a thread */
export interface ReplyComment {
  /** Always Reply: selects this variant of CommentNode; Annofab may leave it out of a response */
  _type?: 'Reply' | null | undefined;
  /** First comment of the thread, not the one just before */
  root_comment_id: CommentId;
}

/** open: not handled; resolved: handled; closed: needs no action, only for inspection comments */
export type CommentStatus = 'open' | 'resolved' | 'closed';

/** onhold: why a task is on hold; inspection: what a reviewer found */
export type CommentType = 'onhold' | 'inspection';

/** One item of a batch of comments: a comment to save or to delete */
export type BatchCommentRequestItem = BatchCommentRequestItemPut | BatchCommentRequestItemDelete;

/** Creates or changes one comment */
export interface BatchCommentRequestItemPut {
  /** Always Put: selects this variant of BatchCommentRequestItem */
  _type: 'Put';
  /** Comment to create or change; the caller chooses the id */
  comment_id: CommentId;
  /** Current phase of the task */
  phase: TaskPhase;
  /**
   * Current stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** Account that writes the comment */
  account_id: AccountId;
  /** What the comment is for; a reply has the type of its thread, and it cannot be changed */
  comment_type: 'onhold' | 'inspection';
  /** Predefined phrases that an inspection comment uses; leave it out in other comments */
  phrases?: PhraseId[] | null | undefined;
  /** Text of the comment */
  comment: string;
  /** Whether the comment starts a thread or replies to one; cannot be changed */
  comment_node: CommentNode;
  /** Time by which the editor sorts the threads, ISO 8601; used only on creation, absent means about the creation time */
  datetime_for_sorting?: string | null | undefined;
}

/** Deletes one comment */
export interface BatchCommentRequestItemDelete {
  /** Always Delete: selects this variant of BatchCommentRequestItem */
  _type: 'Delete';
  /** Comment to delete */
  comment_id: CommentId;
}

/** Result of an aggregation over the hits of a search */
export type AggregationResult = CountResult;

/** Counts of the hits by the values of one field */
export interface CountResult {
  /** Always CountResult: selects this variant of AggregationResult */
  _type: 'CountResult';
  /** Name of the aggregation: field and kind, such as account_id_count */
  name: string;
  /** Field whose values are counted; dots lead into nested objects */
  field: string;
  /** Number of counted hits */
  doc_count?: number | null | undefined;
  /** Count for each value */
  items: Count[];
}

/** Number of hits with one value */
export interface Count {
  /** The value */
  key?: string | null | undefined;
  /** Number of hits that have it */
  count?: number | null | undefined;
  /** Aggregations within these hits; empty if there are none */
  aggregations?: AggregationResult[] | null | undefined;
}

/** The work instruction that annotators read */
export interface Instruction {
  /** Text of the instruction, as HTML; may be absent */
  html?: string | null | undefined;
  /** Time of the last change, ISO 8601; send it back unchanged to change the instruction */
  last_updated_datetime: string;
}

/** Replaces the work instruction */
export interface PutInstructionRequest {
  /** Text of the instruction, as HTML; images must be uploaded first */
  html: string;
  /** updated_datetime of the work instruction as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null | undefined;
}

/** A past version of the work instruction */
export interface InstructionHistory {
  /** Id to pass to getInstruction as history_id */
  history_id: string;
  /** Account that saved this version */
  account_id: string;
  /** Time at which this version was saved, ISO 8601 */
  updated_datetime: string;
}

/** An image of the work instruction */
export interface InstructionImage {
  /** Id of the image, chosen by its creator */
  image_id: InstructionImageId;
  /** Where the image is stored */
  path: string;
  /** Internal address from which Annofab's pages read the image */
  url: string;
  /** ETag of the stored image, with its quotation marks */
  etag: string;
}

/** Error in an annotation that prevents the submission of its task */
export type ValidationError = InvalidAnnotationData | DuplicatedSegmentationV2 | InvalidValue | UnknownLinkTarget | InvalidLinkTarget | InvalidChoice | DuplicatedV1 | DuplicatedV2 | UnknownAdditionalData | OverlappedRangeAnnotation | UnknownLabel;

/** The shape is invalid */
export interface InvalidAnnotationData {
  /** Always InvalidAnnotationData: selects this variant of ValidationError */
  _type: 'InvalidAnnotationData';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** What is wrong with the data */
  message: string;
}

/** More than one annotation has a label that allows only one (segmentation_v2) */
export interface DuplicatedSegmentationV2 {
  /** Always DuplicatedSegmentationV2: selects this variant of ValidationError */
  _type: 'DuplicatedSegmentationV2';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotations in error */
  annotation_ids: string[];
}

/** An attribute value breaks a restriction */
export interface InvalidValue {
  /** Always InvalidValue: selects this variant of ValidationError */
  _type: 'InvalidValue';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** A link points to an annotation that does not exist */
export interface UnknownLinkTarget {
  /** Always UnknownLinkTarget: selects this variant of ValidationError */
  _type: 'UnknownLinkTarget';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** A link points to an annotation whose label is not allowed */
export interface InvalidLinkTarget {
  /** Always InvalidLinkTarget: selects this variant of ValidationError */
  _type: 'InvalidLinkTarget';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** An attribute has a choice that does not exist */
export interface InvalidChoice {
  /** Always InvalidChoice: selects this variant of ValidationError */
  _type: 'InvalidChoice';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** An attribute value that must be unique occurs twice */
export interface DuplicatedV1 {
  /** Always Duplicated: selects this variant of ValidationError */
  _type: 'Duplicated';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** The attribute value that occurs twice */
  additional_data: AdditionalDataV1;
}

/** An attribute value that must be unique occurs twice */
export interface DuplicatedV2 {
  /** Always DuplicatedV2: selects this variant of ValidationError */
  _type: 'DuplicatedV2';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** An attribute is not in the annotation specs */
export interface UnknownAdditionalData {
  /** Always UnknownAdditionalData: selects this variant of ValidationError */
  _type: 'UnknownAdditionalData';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
  /** Attribute in error */
  additional_data_definition_id: string;
}

/** The interval overlaps another one, which the specs do not allow */
export interface OverlappedRangeAnnotation {
  /** Always OverlappedRangeAnnotation: selects this variant of ValidationError */
  _type: 'OverlappedRangeAnnotation';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
}

/** The label is not in the annotation specs */
export interface UnknownLabel {
  /** Always UnknownLabel: selects this variant of ValidationError */
  _type: 'UnknownLabel';
  /** Label of the annotation in error */
  label_id: string;
  /** Annotation in error */
  annotation_id: string;
}

/** Error in the inspection comments that prevents the submission of a task */
export type InspectionValidationError = NoCommentInspection | ReplyRequired | ActionRequired | InspectionOrReplyRequired | IllegalState;

/** An inspection comment has no text */
export interface NoCommentInspection {
  /** Always NoCommentInspection: selects this variant of InspectionValidationError */
  _type: 'NoCommentInspection';
  /** The inspection comment in error */
  inspection: Inspection;
}

/** An inspection comment still needs a reply */
export interface ReplyRequired {
  /** Always ReplyRequired: selects this variant of InspectionValidationError */
  _type: 'ReplyRequired';
  /** The inspection comment in error */
  inspection: Inspection;
}

/** An inspection comment has not been handled */
export interface ActionRequired {
  /** Always ActionRequired: selects this variant of InspectionValidationError */
  _type: 'ActionRequired';
  /** The inspection comment in error */
  inspection: Inspection;
}

/** A rejection needs a new inspection comment, or a reply to an open one */
export interface InspectionOrReplyRequired {
  /** Always InspectionOrReplyRequired: selects this variant of InspectionValidationError */
  _type: 'InspectionOrReplyRequired';
}

/** The task is not assigned to the caller, or not being worked on */
export interface IllegalState {
  /** Always IllegalState: selects this variant of InspectionValidationError */
  _type: 'IllegalState';
}

/** Error in the comments that prevents the submission of a task */
export type CommentValidationError = NoComment | UpdateStatusRequired;

/** A comment has no text */
export interface NoComment {
  /** Always NoComment: selects this variant of CommentValidationError */
  _type: 'NoComment';
  /** The comment in error */
  comment: Comment;
}

/** A comment has not been handled */
export interface UpdateStatusRequired {
  /** Always UpdateStatusRequired: selects this variant of CommentValidationError */
  _type: 'UpdateStatusRequired';
  /** The comment in error */
  comment: Comment;
}

/** Number of tasks of a project */
export interface ProjectTaskCounts {
  /** Project whose tasks are counted */
  project_id: ProjectId;
  /** Number of tasks per phase and status */
  task_counts: {
    /** Phase that the tasks are in */
    phase: TaskPhase;
    /** Status that the tasks have */
    status: TaskStatus;
    /** Number of tasks in that phase and status */
    count: number;
  }[];
}

/** Presigned address in storage, valid for an hour */
export type TemporaryUrlString = string;

/** Where to download a file */
export interface TemporaryUrl {
  /** Presigned address, valid for an hour; fetch it without an Authorization header */
  url: TemporaryUrlString;
}

/** One page of annotations */
export interface AnnotationList {
  /** Annotations of this page */
  list: SingleAnnotation[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** One page of input data */
export interface InputDataList {
  /** Input data of this page */
  list: InputData[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** A batch of a project's jobs */
export interface ProjectJobInfoContainer {
  /** Jobs of this batch, newest first */
  list: ProjectJobInfo[];
  /** True if there are older jobs: ask again with the oldest created_datetime as exclusive_start_created_datetime */
  has_next: boolean;
}

/** A batch of an organization's jobs */
export interface OrganizationJobInfoContainer {
  /** Jobs of this batch, newest first */
  list: OrganizationJobInfo[];
  /** True if there are older jobs: ask again with the oldest created_datetime as exclusive_start_created_datetime */
  has_next: boolean;
}

/** One page of the caller's organizations */
export interface MyOrganizationList {
  /** Organizations of this page */
  list: MyOrganization[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** One page of projects */
export interface ProjectList {
  /** Projects of this page */
  list: Project[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** Members of an organization */
export interface OrganizationMemberList {
  /** All members; the list is not paged */
  list: OrganizationMember[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** Plugins of an organization */
export interface OrganizationPluginList {
  /** All plugins; the list is not paged */
  list: OrganizationPlugin[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: {
    [key: string]: unknown;
  }[];
}

/** Members of a project */
export interface ProjectMemberList {
  /** All members; the list is not paged */
  list: ProjectMember[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** One page of tasks */
export interface TaskList {
  /** Tasks of this page */
  list: Task[];
  /** Number of this page, from 1 */
  page_no: number;
  /** Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** Number of hits on all pages */
  total_count: number;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** One item of a batch of annotations: one to change or to delete */
export type BatchAnnotationRequestItem = BatchAnnotationRequestItemPutV1 | BatchAnnotationRequestItemPutV2 | BatchAnnotationRequestItemDelete;

/** One item of a batch of inspection comments: one to save or to delete */
export type BatchInspectionRequestItem = BatchInspectionRequestItemPut | BatchInspectionRequestItemDelete;

/** One item of a batch of input data: one to delete */
export type BatchInputDataRequestItem = BatchInputDataRequestItemDelete;

/** One item of a batch of tasks: one to delete */
export type BatchTaskRequestItem = BatchTaskRequestItemDelete;

/** Initial value of an attribute, of the attribute's type; a choice is given by its id. tracking and link have none */
export type AdditionalDataDefaultType = boolean | number | string;

/** Annotation specs, in version 1, 2 or 3 */
export type AnnotationSpecs = AnnotationSpecsV1 | AnnotationSpecsV2 | AnnotationSpecsV3;

/** Annotation specs to save, in version 1, 2 or 3 */
export type AnnotationSpecsRequest = AnnotationSpecsRequestV1 | AnnotationSpecsRequestV2 | AnnotationSpecsRequestV3;

/** Answer to the generation of tasks: the project, or the job that was started */
export type TaskGenerateResponseWrapper = Project | TaskGenerateResponse;

/** Answer to the rebuild of the archive: a message, or the job that was started */
export type PostAnnotationArchiveUpdateResponseWrapper = Message | PostAnnotationArchiveUpdateResponse;

/** Answer of an operation that may start a job: a message, or the job */
export type MessageOrJobInfo = Message | ProjectJobInfo;

/** Month, YYYY-MM */
export type YearMonth = string;

/** Use of one editor */
export interface EditorUsageTimespan {
  /** Editor: image_editor, video_editor or 3d_editor */
  editor_name: string;
  /** Time of use, in hours */
  value: number;
}

/** Use of Annofab by an organization in one month */
export interface UsageStatus {
  /** Organization whose use is measured */
  organization_id: OrganizationId;
  /** Month that the figures describe, YYYY-MM */
  year_month: YearMonth;
  /** Start of the measured period, ISO 8601 */
  aggregation_period_from: string;
  /** End of the measured period, ISO 8601 */
  aggregation_period_to: string;
  /** Time of use of each editor */
  editor_usage: EditorUsageTimespan[];
  /** Storage use, in gigabyte hours */
  storage_usage: number;
}

/** Use of Annofab by an organization on one day */
export interface UsageStatusByDay {
  /** Organization whose use is measured */
  organization_id: OrganizationId;
  /** Day that the figures describe, YYYY-MM-DD */
  date: string;
  /** Start of the measured period, ISO 8601 */
  aggregation_period_from: string;
  /** End of the measured period, ISO 8601 */
  aggregation_period_to: string;
  /** Time of use of each editor */
  editor_usage: EditorUsageTimespan[];
  /** Storage use, in gigabyte hours */
  storage_usage: number;
  /** Creation time of the record, ISO 8601 */
  created_datetime: string;
}

/** Where to download the details of use */
export interface UsageStatusCsvFileUrl {
  /** Address of a CSV file; fetch it without an Authorization header */
  url: string;
}

/** One page of the caller's notifications */
export interface MyNotificationList {
  /** Notifications of this page */
  messages: MyNotificationMessage[];
  /** Number of notifications that were read; over the limit, among the newest 10,000 */
  opened: number;
  /** Number of notifications on all pages */
  total: number;
  /** Number of this page, from 1 */
  page: number;
  /** Number of pages */
  page_total: number;
  /** True if there are more than 10,000 notifications */
  over_limit: boolean;
}

/** A notification to the caller */
export interface MyNotificationMessage {
  /** Id of the notification */
  message_id: NotificationMessageId;
  /** Subject of the notification */
  title: NotificationMessageTitle;
  /** Text of the notification */
  body: NotificationMessageBody;
  /** Markup of the body, as a hint for showing it */
  content_type?: NotificationMessageContentType | null | undefined;
  /** True if the caller has read it */
  opened: boolean;
  /** Time of the last change of the content, ISO 8601; the creation time if it never changed */
  timestamp: string;
  /** Creation time of the notification, ISO 8601 */
  created_datetime: string;
}

/** Subject of a notification */
export type NotificationMessageTitle = string;

/** Text of a notification */
export type NotificationMessageBody = string;

/** Markup of the body of a notification, as a hint for showing it */
export type NotificationMessageContentType = string;

/** Marks a notification */
export interface PutMyNotificationMessageOpenedRequest {
  /** True to mark it as read, false as unread */
  opened?: boolean | null | undefined;
}

/** Unread notifications of the caller */
export interface MyNotificationUnreadMessagesCount {
  /** Number of unread notifications */
  unread: number;
}

/** A personal access token, including its secret */
export interface PersonalAccessToken {
  /** Id of the token, chosen by its owner and unique among their tokens */
  id: PersonalAccessTokenId;
  /** The secret, shown only once; goes into the Authorization header after `Bearer ` */
  token: string;
  /** Account with whose rights the token acts */
  account_id: AccountId;
  /** Text for people about what the token is for */
  note: string;
  /** Time at which the token expires, ISO 8601 */
  expired_datetime: string;
  /** What the token allows */
  permissions: PersonalAccessTokenPermission[];
  /** Creation time of the token, ISO 8601 */
  created_datetime: string;
  /** Time of the last use, ISO 8601; absent if never used */
  last_used_datetime?: string | null | undefined;
}

/** A personal access token without its secret */
export interface PersonalAccessTokenInfo {
  /** Id of the token, chosen by its owner and unique among their tokens */
  id: PersonalAccessTokenId;
  /** Account with whose rights the token acts */
  account_id: AccountId;
  /** Text for people about what the token is for */
  note: string;
  /** Time at which the token expires, ISO 8601 */
  expired_datetime: string;
  /** What the token allows */
  permissions: PersonalAccessTokenPermission[];
  /** Creation time of the token, ISO 8601 */
  created_datetime: string;
  /** Time of the last use, ISO 8601; absent if never used */
  last_used_datetime?: string | null | undefined;
}

/** Issues a personal access token with all rights of its owner */
export interface IssuePersonalAccessTokenRequest {
  /** Id to give to the token, unique among the caller's tokens */
  id: PersonalAccessTokenId;
  /** Text for people about what the token is for */
  note: string;
  /** Lifetime of the token, in milliseconds */
  expiration: number;
  /** What the token is to allow */
  permissions: PersonalAccessTokenPermission[];
}

/** Selects the personal access token to revoke */
export interface RevokePersonalAccessTokenRequest {
  /** Id of the token to revoke */
  id: string;
}

/** What a personal access token allows */
export type PersonalAccessTokenPermission = PersonalAccessTokenPermissionAll;

/** All rights of the owner of the token */
export interface PersonalAccessTokenPermissionAll {
  /** Always All: selects this variant of PersonalAccessTokenPermission */
  _type: 'All';
}

/** Id of an organization's identity provider: letters, digits, _ - and . */
export type OrganizationIdpId = string;

/** Issuer of an OpenID Connect provider (RFC 8414) */
export type OidcIssuer = string;

/** Endpoints of an OpenID Connect provider: found through the issuer, or given one by one */
export type OidcEndpoints = IssuerOnlyOidcEndpoints | AllOidcEndpoints;

/** Endpoints found through the issuer's .well-known/openid-configuration */
export interface IssuerOnlyOidcEndpoints {
  /** Always IssuerOnly: selects this variant of OidcEndpoints */
  _type: 'IssuerOnly';
  /** Issuer of the provider (RFC 8414) */
  issuer: OidcIssuer;
}

/** Endpoints given one by one */
export interface AllOidcEndpoints {
  /** Always All: selects this variant of OidcEndpoints */
  _type: 'All';
  /** Issuer of the provider (RFC 8414) */
  issuer: OidcIssuer;
  /** Authorization endpoint (RFC 8414) */
  authorize_url: string;
  /** Token endpoint (RFC 8414) */
  token_url: string;
  /** UserInfo endpoint (OpenID Connect Core 1.0) */
  userinfo_url: string;
  /** Address of the key set, jwks_uri (RFC 8414) */
  jwks_url: string;
}

/** Which attributes of the provider Annofab reads */
export interface OidcAttributeMapping {
  /** Provider's attribute that holds the email address */
  email: string;
  /** Provider's attribute that holds the display name */
  name: string;
}

/** An OpenID Connect provider through which an organization's users sign in */
export interface OrganizationOidcIdp {
  /** Id of the provider within the organization */
  id: OrganizationIdpId;
  /** Organization whose users sign in through the provider */
  organization_name: OrganizationName;
  /** Client id that the provider issued for Annofab */
  client_id: string;
  /** Client secret that the provider issued for Annofab; never log it */
  client_secret: string;
  /** HTTP method with which Annofab asks for the user's attributes */
  attributes_request_method: 'GET' | 'POST';
  /** Endpoints of the provider */
  endpoints: OidcEndpoints;
  /** Which attributes of the provider Annofab reads */
  attribute_mapping: OidcAttributeMapping;
  /** Page on which a new user signs up through the provider */
  sign_up_url: string;
  /** Creation time of the provider, ISO 8601 */
  created_datetime: string;
  /** Time of the last change to the provider, ISO 8601 */
  updated_datetime: string;
}

/** Registers or changes an organization's identity provider */
export interface PutOrganizationIdpBody {
  /** Client id that the provider issued for Annofab */
  client_id: string;
  /** Client secret that the provider issued for Annofab; never log it */
  client_secret: string;
  /** HTTP method with which Annofab asks for the user's attributes */
  attributes_request_method: 'GET' | 'POST';
  /** Endpoints of the provider */
  endpoints: OidcEndpoints;
  /** Which attributes of the provider Annofab reads */
  attribute_mapping: OidcAttributeMapping;
}

/** How an external identity provider is found */
export type ExternalIdpDeterminant = GlobalIdpNameDeterminant | OrganizationIdpIdDeterminant | UserIdDeterminant;

/** A provider that all of Annofab uses, by its name */
export interface GlobalIdpNameDeterminant {
  /** Always GlobalIdpName: selects this variant of ExternalIdpDeterminant */
  _type: 'GlobalIdpName';
  /** Name of the provider */
  name: 'Google';
}

/** A provider of an organization, by its id */
export interface OrganizationIdpIdDeterminant {
  /** Always OrganizationIdpId: selects this variant of ExternalIdpDeterminant */
  _type: 'OrganizationIdpId';
  /** Organization that registered the provider */
  organization_name: OrganizationName;
  /** Id of the provider within the organization */
  provider_id: OrganizationIdpId;
}

/** The only provider that a user can use */
export interface UserIdDeterminant {
  /** Always UserId: selects this variant of ExternalIdpDeterminant */
  _type: 'UserId';
  /** Login name of the user */
  user_id: UserId;
}

/** Thumbnails of the annotations of one frame */
export interface AnnotationThumbnail {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that the annotations belong to */
  task_id: TaskId;
  /** Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** Images that contain the thumbnails */
  images: AnnotationThumbnailImage[];
  /** Thumbnail of each annotation, by annotation id */
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /** updated_datetime of the annotations that the thumbnails show; absent if there are no thumbnails yet */
  annotation_updated_datetime?: string | null | undefined;
  /** Registration time of the thumbnails, ISO 8601; absent if there are none yet */
  created_datetime?: string | null | undefined;
}

/** Registers thumbnails of the annotations of one frame */
export interface PutAnnotationThumbnailBody {
  /** Uploaded images that contain the thumbnails */
  images: AnnotationThumbnailImageSource[];
  /** Thumbnail of each annotation, by annotation id */
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /** updated_datetime of the annotations that the thumbnails show, from getEditorAnnotation or putAnnotation */
  annotation_updated_datetime: string;
}

/** An image that contains thumbnails */
export interface AnnotationThumbnailImage {
  /** Always Thumbnail; Annofab may leave it out of a response */
  _type?: 'Thumbnail' | null | undefined;
  /** Address of the image */
  url: string;
  /** Width of the image, in pixels */
  width: number;
  /** Height of the image, in pixels */
  height: number;
}

/** An uploaded image that contains thumbnails */
export interface AnnotationThumbnailImageSource {
  /** Always Upload; Annofab may leave it out of a response */
  _type?: 'Upload' | null | undefined;
  /** Path of the uploaded image, from createTempPath */
  temporary_path: string;
}

/** Thumbnail of one annotation: a part of an image, not supported, or failed */
export type AnnotationThumbnailDetail = AnnotationThumbnailDetailImageSlice | AnnotationThumbnailDetailUnsupported | AnnotationThumbnailDetailFailed;

/** Part of an image that is the thumbnail */
export interface AnnotationThumbnailDetailImageSlice {
  /** Always ImageSlice: selects this variant of AnnotationThumbnailDetail */
  _type: 'ImageSlice';
  /** Index into images, from 0 */
  image: number;
  /** Left edge of the part, in pixels */
  x: number;
  /** Top edge of the part, in pixels */
  y: number;
  /** Width of the part, in pixels */
  width: number;
  /** Height of the part, in pixels */
  height: number;
}

/** The annotation type has no thumbnails */
export interface AnnotationThumbnailDetailUnsupported {
  /** Always Unsupported: selects this variant of AnnotationThumbnailDetail */
  _type: 'Unsupported';
}

/** The thumbnail could not be made */
export interface AnnotationThumbnailDetailFailed {
  /** Always Failed: selects this variant of AnnotationThumbnailDetail */
  _type: 'Failed';
  /** Cause of the failure */
  reason: string;
}

/** Id of a kind of extra data: letters, digits, _ - and . */
export type ProjectExtraDataKindId = string;

/** A kind of extra data that projects can hold */
export interface ProjectExtraDataKind {
  /** Id of the kind */
  id: ProjectExtraDataKindId;
  /** Name of the kind in each language */
  display_name: InternationalizationMessage;
  /** JSON that describes the structure of the values */
  schema: {
    [key: string]: unknown;
  };
  /** Whether there is one value per project, per user or both */
  scope: ProjectExtraDataKindScope;
  /** Value where none was saved; absent if there is none */
  default_value?: ProjectExtraDataValueJson | null | undefined;
}

/** project: one value shared by all members; user: one value per member; both: either */
export type ProjectExtraDataKindScope = 'project' | 'user' | 'both';

/** Extra data of one kind in a project */
export interface ProjectExtraData {
  /** Project that holds the data */
  project_id: ProjectId;
  /** User whose value it is; absent if all members share it */
  account_id?: AccountId | null | undefined;
  /** Kind of the data */
  kind_id: ProjectExtraDataKindId;
  /** The saved value, the default, or nothing */
  value: ProjectExtraDataValue;
}

/** Value of extra data: none, the default, or a saved one */
export type ProjectExtraDataValue = ProjectExtraDataValueEmpty | ProjectExtraDataValueDefault | ProjectExtraDataValueSaved;

/** Nothing was saved and the kind has no default */
export interface ProjectExtraDataValueEmpty {
  /** Always Empty: selects this variant of ProjectExtraDataValue */
  _type: 'Empty';
}

/** Nothing was saved; the default of the kind applies */
export interface ProjectExtraDataValueDefault {
  /** Always Default: selects this variant of ProjectExtraDataValue */
  _type: 'Default';
  /** The default of the kind */
  value: ProjectExtraDataValueJson;
}

/** A value was saved */
export interface ProjectExtraDataValueSaved {
  /** Always Saved: selects this variant of ProjectExtraDataValue */
  _type: 'Saved';
  /** The value that was saved */
  value: ProjectExtraDataValueJson;
  /** Time of the last save, ISO 8601; send it back as last_updated_datetime */
  updated_datetime: string;
}

/** Saves extra data */
export interface PutProjectExtraDataBody {
  /** Value to save */
  value: ProjectExtraDataValueJson;
  /** updated_datetime of the extra data as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: string | null | undefined;
}

/** Any JSON except null */
export type ProjectExtraDataValueJson = unknown;

/** Names a task that could not be read */
export interface TaskIdentifier {
  /** Project that was asked for the task */
  project_id: ProjectId;
  /** Task that was not found */
  task_id: TaskId;
}

/** Result of reading several tasks */
export interface GetTasksInBulkResponse {
  /** Tasks that were found */
  success: Task[];
  /** Tasks that were not found */
  failure: TaskIdentifier[];
}

/** Names an input data that could not be read */
export interface InputDataIdentifier {
  /** Project that was asked for the input data */
  project_id: ProjectId;
  /** Input data that was not found */
  input_data_id: InputDataId;
}

/** Result of reading several input data */
export interface GetInputDataInBulkResponse {
  /** Input data that were found */
  success: InputData[];
  /** Input data that were not found */
  failure: InputDataIdentifier[];
}

/** Names a frame whose annotations could not be read */
export interface AnnotationsByInputDataIdIdentifier {
  /** Project that the task belongs to */
  project_id: ProjectId;
  /** Task that was asked for the frame */
  task_id: TaskId;
  /** Input data whose annotations were not found */
  input_data_id: InputDataId;
}

/** Result of reading the annotations of several frames */
export interface GetEditorAnnotationsInBulkResponse {
  /** Annotations of each frame that was found */
  success: AnnotationV2Output[];
  /** Frames that were not found */
  failure: AnnotationsByInputDataIdIdentifier[];
}

/** Names an input data whose supplementary data could not be read */
export interface SupplementaryDataByInputDataIdIdentifier {
  /** Project that was asked for the input data */
  project_id: ProjectId;
  /** Input data that was not found */
  input_data_id: InputDataId;
}

/** Result of reading the supplementary data of several input data */
export interface GetSupplementaryDataInBulkResponse {
  /** Supplementary data of the input data that were found */
  success: SupplementaryData[];
  /** Input data that were not found */
  failure: SupplementaryDataByInputDataIdIdentifier[];
}

/** A set of input data; it belongs to removed operations */
export interface InputDataSet {
  /** Id of the set */
  input_data_set_id: InputDataSetId;
  /** Name of the set */
  input_data_set_name: string;
  /** Organization that owns the set */
  organization_id: OrganizationId;
  /** Type of the input data in the set */
  input_data_type: InputDataType;
  /** ARN of the customer's own storage; absent if the files are in Annofab */
  private_storage_arn?: string | null | undefined;
  /** Time of the last change to the input data set, ISO 8601 */
  updated_datetime?: string | null | undefined;
}

/** One page of input data sets */
export interface InputDataSetList {
  /** Sets of this page */
  list?: InputDataSet[] | null | undefined;
  /** Number of this page, from 1 */
  page_no?: number | null | undefined;
  /** Number of pages; 1 even if there are no hits */
  total_page_no?: number | null | undefined;
  /** Number of hits on all pages */
  total_count?: number | null | undefined;
  /** True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit?: boolean | null | undefined;
  /** Counts of the hits by some of their fields; often empty */
  aggregations?: AggregationResult[] | null | undefined;
}

/** Creates or changes an input data set */
export interface PutInputDataSetRequest {
  /** Name to give to the set */
  input_data_set_name: string;
  /** Type of the input data in the set */
  input_data_type: InputDataType;
  /** ARN of the customer's own storage; leave it out to store the files in Annofab */
  private_storage_arn?: string | null | undefined;
  /** updated_datetime of the input data set as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: string | null | undefined;
}

/** Renames an organization */
export interface UpdateOrganizationNameRequest {
  /** Organization to rename */
  organization_id: string;
  /** New name; must be unique in Annofab */
  organization_name: OrganizationName;
  /** updated_datetime of the organization as read, sent back unchanged; 409 if it has changed since */
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
    /** The request is malformed */
    InvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** The token is missing, expired or invalid */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** The caller's role does not allow the operation */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** The resource does not exist */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** The current state does not allow the operation; x-conflict lists the possible causes */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Errors;
      };
    };
    /** Annofab is down for maintenance */
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
    /** Id of the notification */
    message_id: NotificationMessageId;
    /** Id of the project; the creator of a project chooses it */
    project_id: ProjectId;
    /** Unique name of the organization */
    organization_name: string;
    /** Id of the identity provider; its creator chooses it */
    id: OrganizationIdpId;
    /** Id of the input data set */
    input_data_set_id: InputDataSetId;
    /** Id of the input data; its creator chooses it */
    input_data_id: InputDataId;
    /** Login name of the user */
    user_id: UserId;
    /** Id of the plugin; its creator chooses it */
    plugin_id: PluginId;
    /** Month, YYYY-MM */
    year_month: YearMonth;
    /** Id of the kind of extra data */
    kind_id: ProjectExtraDataKindId;
    /** Id of the supplementary data; its creator chooses it */
    supplementary_data_id: SupplementaryDataId;
    /** Id of the image; its creator chooses it */
    image_id: InstructionImageId;
    /** Type of the job */
    job_type: ProjectJobType;
    /** Id of the job */
    job_id: JobId;
    /** Permanent id of the user, not the login name */
    account_id: AccountId;
    /** Id of the task; its creator chooses it */
    task_id: TaskId;
    /** Id of the webhook; its creator chooses it */
    webhook_id: WebhookId;
    /** Id of the labor record */
    data_id: string;
    /** Permanent id of the organization */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the notification */
        message_id: components['parameters']['message_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the notification */
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
      /** Done */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** Only projects of this organization */
        organization_id?: OrganizationId;
        /** Only projects whose title contains this text; case is ignored */
        title?: string;
        /** Only projects in this state */
        status?: ProjectStatus;
        /** Only projects of this type */
        input_data_type?: InputDataType;
        /** date to sort by the last change to a task; absent means by title */
        sort_by?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the identity provider; its creator chooses it */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the identity provider; its creator chooses it */
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the input data set */
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
      /** Success */
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
        /** Only input data whose id contains this text; case is ignored */
        input_data_id?: InputDataId;
        /** Only input data whose name contains this text; case is ignored */
        input_data_name?: string;
        /** Only input data whose path contains this text */
        input_data_path?: string;
        /** Only input data of tasks whose id contains this text */
        task_id?: string;
        /** Only input data changed at this time or later, ISO 8601 */
        from?: string;
        /** Only input data changed at this time or earlier, ISO 8601 */
        to?: string;
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
      };
      header?: never;
      path: {
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the input data set */
        input_data_set_id: components['parameters']['input_data_set_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Only jobs of this type */
        type?: OrganizationJobType;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** Only jobs created strictly before this time, ISO 8601; pass the oldest created_datetime of the previous answer to continue */
        exclusive_start_created_datetime?: string;
      };
      header?: never;
      path: {
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Login name of the user */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Login name of the user */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Login name of the user */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Login name of the user */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Login name of the user */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the plugin; its creator chooses it */
        plugin_id: components['parameters']['plugin_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the plugin; its creator chooses it */
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
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Id of the plugin; its creator chooses it */
        plugin_id: components['parameters']['plugin_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** Only projects that this account belongs to */
        account_id?: AccountId;
        /** Only projects that this account does not belong to */
        except_account_id?: AccountId;
        /** Only projects whose title contains this text; case is ignored */
        title?: string;
        /** Only projects in this state */
        status?: ProjectStatus;
        /** Only projects that use this plugin */
        plugin_id?: PluginId;
        /** Only projects of this type */
        input_data_type?: InputDataType;
        /** date to sort by the last change to a task; absent means by title */
        sort_by?: string;
      };
      header?: never;
      path: {
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First month, YYYY-MM; absent means one year before the last one */
        from?: YearMonth;
        /** Last month, YYYY-MM; absent means the current one in Japan time */
        to?: YearMonth;
      };
      header?: never;
      path: {
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Month, YYYY-MM */
        year_month: components['parameters']['year_month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL of the file */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
        /** Month, YYYY-MM */
        year_month: components['parameters']['year_month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Version of the answer to a move: 1 is the project (200), 2 the job and the project (202) */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Project;
        };
      };
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Accepted; a background job does the work */
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
        /** Past version to read, from getAnnotationSpecsHistories; absent means the current one */
        history_id?: string;
        /** Version of the answer: 3 is current, 1 and 2 are deprecated */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Version of the answer, not of the body: 3 is current, 1 and 2 are deprecated */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** True to skip the counts per label and attribute, which can make the search faster */
        no_aggregate_label_and_input?: boolean;
        /** Which annotations to find */
        query?: AnnotationQuery;
        /** Sort keys joined by commas, with a leading - for descending order: 'task_id,-detail.updated_datetime' */
        sort?: string;
        /** Version of the annotations in the answer */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Version of the annotations in the answer; each item has its own _type */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** True for the value of the calling user; false or absent for the value that all members share */
        user_scope?: boolean;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the kind of extra data */
        kind_id: components['parameters']['kind_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** True for the value of the calling user; false or absent for the value that all members share */
        user_scope?: boolean;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the kind of extra data */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Accepted; a background job does the work */
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
        /** Input data to read, 1 to 100 */
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Only input data whose id contains this text; case is ignored */
        input_data_id?: string;
        /** Only input data whose name contains this text; case is ignored */
        input_data_name?: string;
        /** Only input data whose path contains this text */
        input_data_path?: string;
        /** Only input data of tasks whose id contains this text; only the first 100 such tasks are considered */
        task_id?: string;
        /** Only input data changed at this time or later, ISO 8601 */
        from?: string;
        /** Only input data changed at this time or earlier, ISO 8601 */
        to?: string;
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
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
      /** Success */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': InputData;
        };
      };
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
        /** Id of the supplementary data; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
        /** Id of the supplementary data; its creator chooses it */
        supplementary_data_id: components['parameters']['supplementary_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Done */
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
        /** Version to read, from getInstructionHistory */
        history_id: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Maximum number of versions in the answer */
        limit?: number;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the image; its creator chooses it */
        image_id: components['parameters']['image_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Done */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the image; its creator chooses it */
        image_id: components['parameters']['image_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Only jobs of this type */
        type?: ProjectJobType;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** Only jobs created strictly before this time, ISO 8601; pass the oldest created_datetime of the previous answer to continue */
        exclusive_start_created_datetime?: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Type of the job */
        job_type: components['parameters']['job_type'];
        /** Id of the job */
        job_id: components['parameters']['job_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Done */
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
        /** True to include former members */
        include_inactive_member?: boolean;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Login name of the user */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Login name of the user */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Accepted; a background job does the work */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The URL, which is also in the Location header */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Input data whose supplementary data to read, 1 to 100 */
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Number of the page, from 1 */
        page?: number;
        /** Maximum number of entries in the answer */
        limit?: number;
        /** Only tasks whose id contains this text; case is ignored */
        task_id?: string;
        /** Only tasks that use at least one of these input data */
        input_data_ids?: InputDataId[];
        /** Only tasks in this phase */
        phase?: TaskPhase;
        /** Only tasks in this stage */
        phase_stage?: TaskPhaseStage;
        /** Only tasks in this status */
        status?: TaskStatus;
        /** Only tasks assigned to this account */
        account_id?: AccountId;
        /** True to find only unassigned tasks */
        no_user?: boolean;
        /** Only tasks that were ever assigned to this account */
        previous_account_id?: AccountId;
        /** Only tasks that were ever in this phase */
        previous_phase?: TaskPhase;
        /** Only tasks that were ever in this stage */
        previous_phase_stage?: TaskPhaseStage;
        /** True to find only tasks that were rejected */
        rejected_only?: boolean;
        /** True to find only tasks that sampling accepted automatically */
        auto_accepted_only?: boolean;
        /** Conditions on the metadata, all of which must hold, such as 'priority:>=1 assignable:true -skip:true' */
        metadata?: string;
        /** Sort keys joined by commas, with a leading - for descending order: 'metadata.priority,-updated_datetime' */
        sort?: string;
        /** Only tasks that have an annotation like this */
        annotation?: AnnotationQuery;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Tasks to read, 1 to 100 */
        task_id: TaskId[];
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Input data whose annotations to read, 1 to 10 */
        input_data_id: InputDataId[];
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Entry of the task history whose annotations to read, at most 30 days old; absent means the current annotations */
        task_history_id?: TaskHistoryId;
        /** Version of the annotations in the answer */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Version of the annotations in the answer; the body has its own format_version */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** 2 to include inspection comments in the answer; absent leaves them out */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** 2 to include inspection comments in the answer; absent leaves them out */
        v?: 1 | 2;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
        input_data_id: components['parameters']['input_data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
        task_id: components['parameters']['task_id'];
        /** Id of the input data; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the task; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the webhook; its creator chooses it */
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
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the webhook; its creator chooses it */
        webhook_id: components['parameters']['webhook_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Id of the webhook; its creator chooses it */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Success */
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
      /** Done */
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
      /** Done */
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
        /** Id of the labor record */
        data_id: components['parameters']['data_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Done */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Unique name of the organization */
        organization_name: components['parameters']['organization_name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Permanent id of the organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the organization */
        organization_id: components['parameters']['organization_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the organization */
        organization_id: components['parameters']['organization_id'];
        /** Login name of the user */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Permanent id of the organization */
        organization_id: components['parameters']['organization_id'];
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
        /** Past version to read, from getAnnotationSpecsHistories; absent means the current one */
        history_id?: string;
        /** Version of the answer: 3 is current, 1 and 2 are deprecated */
        v?: 1 | 2 | 3;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** True to include former members */
        include_inactive_member?: boolean;
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Login name of the user */
        user_id: components['parameters']['user_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** First day of the period, YYYY-MM-DD */
        from: string;
        /** Last day of the period, included, YYYY-MM-DD */
        to: string;
      };
      header?: never;
      path: {
        /** Id of the project; the creator of a project chooses it */
        project_id: components['parameters']['project_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Path to read, with its query, such as /api/v2/projects/{project_id}/members */
        url?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Done */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
        /** Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it */
        cache?: string;
      };
      header?: never;
      path: {
        /** Permanent id of the user, not the login name */
        account_id: components['parameters']['account_id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Success */
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
