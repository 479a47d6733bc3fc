// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

/** @description Periods for which daily statistics exist */
export type ArrayOfDateRanges = DateRange[];

/** @description Task counts and work time, one entry per day */
export type ArrayOfProjectTaskStatisticsHistory = ProjectTaskStatisticsHistory[];

/** @description Daily statistics, one entry per member */
export type ArrayOfProjectAccountStatistics = ProjectAccountStatistics[];

/** @description Counts of inspection comments, one entry per day */
export type ArrayOfInspectionStatistics = InspectionStatistics[];

/** @description Work time per phase, one entry per day */
export type ArrayOfTaskPhaseStatistics = TaskPhaseStatistics[];

/** @description Counts of annotations, one entry per label */
export type ArrayOfLabelStatistics = LabelStatistics[];

/** @description Work time distributions, one entry per day */
export type ArrayOfWorktimeStatistics = WorktimeStatistics[];

/** @description Cache timestamps of a project: pass the matching one as the `cache` query parameter of a v2 operation */
export interface ProjectCacheRecord {
  /** @description Cache timestamp of the project's input data */
  input?: string | null;
  /** @description Cache timestamp of the project members */
  members?: string | null;
  /** @description Cache timestamp of the project itself */
  project?: string | null;
  /** @description Cache timestamp of the work instruction */
  instruction?: string | null;
  /** @description Cache timestamp of the annotation specs */
  specs?: string | null;
  /** @description Cache timestamp of the statistics */
  statistics?: string | null;
  /** @description Cache timestamp of the organization that owns the project */
  organization?: string | null;
  /** @description Cache timestamp of the supplementary data */
  supplementary?: string | null;
}

/** @description Body of every error response, and cause of a failed job */
export interface Errors {
  /** @description What went wrong; usually one entry */
  errors: ErrorItem[];
  /** @description Internal details for Annofab's support; `awsRequestId` identifies the request */
  context: {
    [key: string]: unknown;
  };
}

/** @description One error of an error response */
export interface ErrorItem {
  /** @description Stable code in capitals, such as MISSING_RESOURCE or ALREADY_UPDATED; branch on this, not on the message */
  error_code?: string | null;
  /** @description Summary for people, in Japanese; it can contain ids */
  message?: string | null;
  /** @description Further details, whose content depends on the error code */
  ext?: {
    [key: string]: unknown;
  } | null;
}

/** @description 400 INVALID_BODY: the request body is malformed */
export type ErrorInvalidBody = Errors;

/** @description 400 INVALID_QUERYPARAM: a query parameter has an invalid value */
export type ErrorInvalidQueryParam = Errors;

/** @description 400 MISSING_NECESSARY_QUERYPARAM: a required query parameter is missing */
export type ErrorMissingNecessaryQueryParam = Errors;

/** @description 400 INVALID_PATH: a path parameter has an invalid value */
export type ErrorInvalidPath = Errors;

/** @description 401 UNAUTHORIZED_API: the token is missing or invalid */
export type ErrorUnauthorizedApi = Errors;

/** @description 401 LOGIN_FAILED: the user id or the password is wrong */
export type ErrorLoginFailed = Errors;

/** @description 401 PASSWORD_RESET_REQUIRED: the account must set a new password first */
export type ErrorPasswordResetRequired = Errors;

/** @description 401 EXPIRED_TOKEN: the id token has expired; refresh it and retry */
export type ErrorExpiredToken = Errors;

/** @description 401 EXPIRED_REFRESH_TOKEN: the refresh token has expired; log in again */
export type ErrorRefreshTokenExpired = Errors;

/** @description 403 FORBIDDEN_RESOURCE: the caller's role does not allow the operation */
export type ErrorForbiddenResource = Errors;

/** @description 404 MISSING_RESOURCE: the resource does not exist */
export type ErrorMissingResource = Errors;

/** @description 504 TIMEOUT: Annofab did not finish in time */
export type ErrorTimeout = Errors;

/** @description 409 ALREADY_UPDATED: the resource has changed since it was read */
export type ErrorAlreadyUpdated = Errors;

/** @description 409 STATE_MISMATCH: the current state does not allow the operation */
export type ErrorStateMismatch = Errors;

/** @description 500 INTERNAL_SERVER_ERROR: Annofab failed */
export type ErrorInternalServerError = Errors;

/** @description 503 UNDER_MAINTENANCE: Annofab is down for planned maintenance */
export type ErrorUnderMaintenance = Errors;

/** @description Period of whole days */
export interface DateRange {
  /**
   * Format: date
   * @description First day of the period, YYYY-MM-DD
   */
  from: string;
  /**
   * Format: date
   * @description Last day of the period, YYYY-MM-DD
   */
  to: string;
}

/** @description Confirmation in words */
export interface Message {
  /** @description Text for people; do not parse it */
  message: string;
  /** @description Internal to Annofab */
  message_id?: string | null;
}

/** @description Text in several languages; the user's display language selects one */
export interface InternationalizationMessage {
  /** @description The text, one entry per language. Simple-format annotations and archives use the en-US one */
  messages: {
    /** @description Language code: en-US, ja-JP or vi-VN */
    lang: string;
    /** @description The text in that language */
    message: string;
  }[];
  /** @description Language code to fall back on when the wanted language is not in messages */
  default_lang: string;
}

/** @description Request for an account */
export interface SignUpRequest {
  /**
   * Format: email
   * @description Address to which the confirmation code is mailed
   */
  email: string;
}

/** @description Completion of a sign-up */
export interface ConfirmSignUpRequest {
  /** @description Account id from the sign-up answer */
  account_id: AccountId;
  /** @description Login name to create */
  user_id: UserId;
  /** @description Password to set */
  password: string;
  /** @description Display name to set */
  username: string;
  /** @description Display language to set */
  lang: Lang;
  /** @description Keyboard layout to set */
  keylayout: KeyLayout;
  /** @description Code from the confirmation mail */
  confirmation_code: string;
}

/** @description Credentials of a login */
export interface LoginRequest {
  /** @description Login name */
  user_id: UserId;
  /**
   * Format: password
   * @description Password of the user; never log it
   */
  password: string;
}

/** @description Answer to the exchange of an external provider's code: tokens, or a temporary token for an unconfirmed user */
export type PostExchangeCodeResponse = PostExchangeCodeLoginResponse | UnconfirmedUserResponse;

/** @description The exchange logged the user in */
export interface PostExchangeCodeLoginResponse {
  /** @description Tokens of the login */
  token: Token;
}

/** @description The exchange found a user that still has to confirm the account */
export interface UnconfirmedUserResponse {
  /** @description Tokens valid only for confirming the account */
  temporary_token: Token;
}

/** @description Answer to a login: tokens, or a challenge when multi-factor authentication is on */
export type LoginResponse = LoginSucceedResponse | LoginNeedChallengeResponse;

/** @description The login succeeded */
export interface LoginSucceedResponse {
  /** @description Tokens of the login */
  token: Token;
}

/** @description The login needs a second factor */
export interface LoginNeedChallengeResponse {
  /** @description Opaque value to pass to loginRespondToAuthChallenge */
  session: string;
}

/** @description Second step of a login with multi-factor authentication */
export interface LoginRespondToAuthChallengeRequest {
  /** @description Login name from the first step */
  user_id: UserId;
  /** @description Current six-digit code of the authenticator app (TOTP) */
  mfa_code: string;
  /** @description Value from the answer to login */
  session: string;
}

/** @description Switches multi-factor authentication on or off */
export interface PostMfaSettingRequest {
  /** @description True to switch it on */
  enabled: boolean;
  /** @description Code generated from the secret of initiateMfaSetup (TOTP); needed only to switch it on */
  mfa_code?: string | null;
  /** @description Access token of the login; needed only to switch it on */
  access_token?: string | null;
}

/** @description Current setting of multi-factor authentication */
export type GetMfaSettingResponse = MfaSetting;

/** @description Setting of multi-factor authentication after the change */
export type PostMfaSettingResponse = MfaSetting;

/** @description Setting of multi-factor authentication */
export interface MfaSetting {
  /** @description True if a login needs a second factor */
  enabled: boolean;
  /** @description False if the setting cannot be changed here, as for users who sign in with Google */
  is_updatable: boolean;
}

/** @description Tokens of one login */
export interface Token {
  /** @description Goes into the Authorization header as it is, without Bearer */
  id_token: string;
  /** @description Needed only for the settings of multi-factor authentication and for logout */
  access_token: string;
  /** @description Exchanged for new tokens by refreshToken when the id token has expired */
  refresh_token: string;
}

/** @description Start of the set-up of an authenticator app */
export interface InitiateMfaSetupRequest {
  /** @description Access token of the login */
  access_token: string;
}

/** @description Shared secret for an authenticator app */
export interface InitiateMfaSetupResponse {
  /** @description Shared secret from which the app generates codes (TOTP); keep it confidential */
  secret_code: string;
  /** @description Text to show as a QR code, which the authenticator app scans */
  qr_code_data: string;
}

/** @description Exchange of a refresh token */
export interface RefreshTokenRequest {
  /** @description Refresh token of the login */
  refresh_token: string;
}

/** @description Exchange of a plugin's authorization code or refresh token (OAuth 2.0 with PKCE) */
export type PluginTokenRequest = PluginTokenRequestAuthorizationCode | PluginTokenRequestRefreshToken;

/** @description First exchange, after the redirect to the plugin */
export interface PluginTokenRequestAuthorizationCode {
  /**
   * @description Always AuthorizationCode: selects this variant of PluginTokenRequest
   */
  _type: 'AuthorizationCode';
  /** @description Value of the `code` query parameter of the redirect */
  authorization_code: string;
  /** @description Verifier that matches the code_challenge of the authorization request (PKCE) */
  code_verifier: string;
}

/** @description Later exchange, for new tokens */
export interface PluginTokenRequestRefreshToken {
  /**
   * @description Always RefreshToken: selects this variant of PluginTokenRequest
   */
  _type: 'RefreshToken';
  /** @description Refresh token of the previous exchange */
  refresh_token: string;
}

/** @description Tokens of a plugin */
export interface PluginTokenResponse {
  /** @description Goes into the Authorization header after `Bearer ` */
  access_token: string;
  /** @description Exchanged for new tokens by requestPluginToken */
  refresh_token: string;
}

/** @description Request for a project token */
export interface IssueProjectTokenRequest {
  /** @description Project for which the token is issued */
  project_id: string;
  /** @description Note for people about what the token is for */
  description: string;
}

/** @description Token from which guest tokens for one project are issued */
export interface ProjectToken {
  /** @description Project for which the token is valid */
  project_id: string;
  /** @description The secret itself; pass it to issueProjectGuestUserToken as project_token */
  token: string;
  /** @description When and for what the token was issued */
  info: ProjectTokenInfo;
}

/** @description Facts about a project token */
export interface ProjectTokenInfo {
  /**
   * Format: date-time
   * @description Issue time, ISO 8601
   */
  created_date_time: string;
  /**
   * Format: date-time
   * @description Time of the last use, ISO 8601
   */
  last_used_date_time: string;
  /** @description Note for people about what the token is for */
  description: string;
}

/** @description Selects the project whose tokens are listed */
export interface ListProjectTokenRequest {
  /** @description Project whose tokens are listed */
  project_id: string;
}

/** @description Selects the project token to revoke */
export interface RevokeProjectTokenRequest {
  /** @description Project that the token belongs to */
  project_id: string;
  /** @description The token itself, as issueProjectToken returned it */
  project_token: string;
}

/** @description Request for the token of a guest */
export interface IssueProjectGuestUserTokenRequest {
  /** @description Project that the guest may work in */
  project_id: string;
  /** @description Token that Annofab gave to the calling application */
  app_token: string;
  /** @description Token of the project, from issueProjectToken */
  project_token: string;
  /**
   * @description Role of the guest in the project: worker annotates, accepter inspects and accepts
   */
  role: 'worker' | 'accepter';
  /** @description Who the guest is */
  profile: ProjectGuestUserProfile;
}

/** @description Profile of a guest user */
export interface ProjectGuestUserProfile {
  /** @description Chosen by the application; the same id always means the same guest. Letters, digits, _ - and . */
  user_id: string;
  /** @description Display name of the guest */
  user_name: Username;
  /**
   * @description Language of the guest's user interface
   */
  lang: 'en-US' | 'ja-JP' | 'vi-VN';
  /** @description Keyboard layout of the guest */
  key_layout: KeyLayout;
}

/** @description Tokens of a guest user */
export type ProjectGuestUserTokenResponse = PluginTokenResponse;

/** @description Change of a password */
export interface ChangePasswordRequest {
  /** @description Login name of the account */
  user_id: UserId;
  /** @description Current password */
  old_password: string;
  /** @description Password to set */
  new_password: string;
}

/** @description Request to reset a forgotten password */
export interface PasswordResetRequest {
  /**
   * Format: email
   * @description Address of the account, to which the code is mailed
   */
  email: string;
}

/** @description Completion of a password reset */
export interface ConfirmResetPasswordRequest {
  /** @description Login name of the account */
  user_id: UserId;
  /** @description Code from the mail */
  confirmation_code: string;
  /** @description Password to set */
  new_password: string;
  /**
   * @description True to switch multi-factor authentication off as well
   * @default false
   */
  is_reset_mfa?: boolean | null;
}

/** @description Request to change the address of an account */
export interface ResetEmailRequest {
  /**
   * Format: email
   * @description New address, to which the confirmation is mailed
   */
  email: string;
}

/** @description Completion of an address change */
export interface ConfirmResetEmailRequest {
  /** @description Token from the mail */
  token: string;
}

/** @description Request to verify the address of an account */
export interface VerifyEmailRequest {
  /** @description Tokens of the login */
  token: Token;
}

/** @description Completion of an address verification */
export interface ConfirmVerifyEmailRequest {
  /** @description Tokens of the login */
  token: Token;
  /** @description Code from the mail */
  confirmation_code: string;
}

/** @description Completion of an account deletion */
export interface ConfirmAccountDeleteRequest {
  /** @description Token from the mail */
  token: string;
}

/** @description A user of Annofab */
export interface Account {
  /** @description Permanent id that Annofab gave to the user; other resources refer to users by it */
  account_id: AccountId;
  /** @description Login name, which the user can change; unique in Annofab */
  user_id: UserId;
  /** @description Display name */
  username: Username;
  /** @description Address to which Annofab sends mail */
  email: Email;
  /** @description Language of the user interface */
  lang: Lang;
  /** @description Affiliation or title, shown beside the name; up to 100 characters */
  biography?: UserBiography | null;
  /** @description Keyboard layout on which the editor's shortcuts are based */
  keylayout: KeyLayout;
  /** @description Internal to Annofab */
  authority: string;
  /**
   * @description annofab: registered in Annofab; external: created through an external provider; project_guest: created by issueProjectGuestUserToken
   */
  account_type: 'annofab' | 'external' | 'project_guest';
  /**
   * Format: date-time
   * @description Time of the last change to the account, ISO 8601
   */
  updated_datetime: string;
}

/**
 * @description Display language: ja-JP Japanese, en-US English, vi-VN Vietnamese
 */
export type Lang = 'en-US' | 'ja-JP' | 'vi-VN';

/**
 * @description Keyboard layout: ja-JP Japanese (106/109 keys), en-US English (101/104 keys), other
 */
export type KeyLayout = 'ja-JP' | 'en-US' | 'other';

/** @description The caller's own account */
export type MyAccount = Account & {
  /**
   * Format: email
   * @description Internal to Annofab
   */
  reset_requested_email?: string | null;
  /** @description Internal to Annofab */
  errors: string[];
};

/** @description Change of the caller's own account */
export interface PutMyAccountRequest {
  /** @description Login name to set; must be unique in Annofab */
  user_id: UserId;
  /** @description Display name to set */
  username: Username;
  /** @description Display language to set */
  lang: Lang;
  /** @description Keyboard layout to set */
  keylayout: KeyLayout;
  /** @description Affiliation or title to set, up to 100 characters */
  biography?: UserBiography | null;
  /** @description updated_datetime of the account as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/**
 * Format: date-time
 * @description updated_datetime of the resource as read, sent back unchanged. Leave it out to create. 409 if the resource has changed since
 */
export type LastUpdatedDatetime = string;

/** @description Acceptance of an invitation */
export interface AcceptOrganizationInvitationRequest {
  /** @description Value of the invitation-token query parameter of the link in the invitation mail */
  token: string;
}

/** @description Storage use of an organization */
export interface OrganizationActivity {
  /** @description Organization whose storage is measured */
  organization_id: OrganizationId;
  /**
   * Format: date-time
   * @description Creation time of the record, ISO 8601
   */
  created_datetime: string;
  /** @description Storage that the organization uses in Annofab, in bytes */
  storage_usage_bytes: number;
}

/** @description A customer of Annofab, which owns projects and has members */
export interface Organization {
  /** @description Permanent id that Annofab gave to the organization */
  organization_id: OrganizationId;
  /** @description Unique name, which appears in paths; the owner can change it */
  organization_name: OrganizationName;
  /** @description Contact address of the organization */
  email: Email;
  /** @description Plan that the organization pays for */
  price_plan: PricePlan;
  /** @description Deprecated by Annofab and always empty */
  summary: OrganizationSummary;
  /**
   * Format: date-time
   * @description Creation time of the organization, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the organization, ISO 8601
   */
  updated_datetime: string;
}

/** @description Cache timestamps of an organization: pass the matching one as the `cache` query parameter of a v2 operation */
export interface OrganizationCacheRecord {
  /** @description Cache timestamp of the organization members */
  members?: string | null;
  /** @description Cache timestamp of the organization itself */
  organization?: string | null;
}

/**
 * @deprecated
 * @description Deprecated by Annofab and always empty
 */
export interface OrganizationSummary {
  [key: string]: unknown;
}

/**
 * @description free: no charge; business: paid plan
 */
export type PricePlan = 'free' | 'business';

/** @description A user as a member of an organization */
export interface OrganizationMember {
  /** @description Organization that the user belongs to */
  organization_id: OrganizationId;
  /** @description Account of the member */
  account_id: AccountId;
  /** @description Login name of the member */
  user_id: UserId;
  /** @description Display name of the member */
  username: Username;
  /** @description Rights of the member in the organization */
  role: OrganizationMemberRole;
  /** @description Whether the membership is active, invited or ended */
  status: OrganizationMemberStatus;
  /** @description Affiliation or title of the member, up to 100 characters */
  biography?: UserBiography | null;
  /**
   * Format: date-time
   * @description Creation time of the membership, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the membership, ISO 8601
   */
  updated_datetime: string;
}

/**
 * @description Rights in an organization: owner has all; administrator manages members and projects; contributor takes part in projects
 */
export type OrganizationMemberRole = 'owner' | 'administrator' | 'contributor';

/**
 * @description active: may use the organization; waiting_response: invited and not yet answered; inactive: has left
 */
export type OrganizationMemberStatus = 'active' | 'waiting_response' | 'inactive';

/** @description An extension of Annofab that an organization's projects can use */
export interface OrganizationPlugin {
  /** @description Organization that registered the plugin */
  organization_id: OrganizationId;
  /** @description Id of the plugin within the organization */
  plugin_id: PluginId;
  /** @description Name shown where a plugin is selected */
  plugin_name?: PluginName | null;
  /** @description Text shown where a plugin is selected */
  description?: PluginDescription | null;
  /** @description Kind of plugin and its settings */
  detail: PluginDetail;
  /** @description True for a plugin of Annofab itself, which cannot be changed or deleted */
  is_builtin: boolean;
  /** @description Kinds of extra data that projects with this plugin can hold */
  project_extra_data_kinds: ProjectExtraDataKindId[];
  /**
   * Format: date-time
   * @description Creation time of the plugin, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the plugin, ISO 8601
   */
  updated_datetime: string;
}

/** @description Registers or changes a plugin */
export interface PutOrganizationPluginRequest {
  /** @description Name to show where a plugin is selected */
  plugin_name?: PluginName | null;
  /** @description Text to show where a plugin is selected */
  description?: PluginDescription | null;
  /** @description Kinds of extra data that projects with this plugin can hold */
  project_extra_data_kinds?: ProjectExtraDataKindId[] | null;
  /** @description Kind of plugin and its settings */
  detail: PluginDetail;
  /** @description updated_datetime of the plugin as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description Id of a plugin: letters, digits, _ - and . */
export type PluginId = string;

/** @description Name of a plugin, shown where one is selected */
export type PluginName = string;

/** @description Text about a plugin, shown where one is selected */
export type PluginDescription = string;

/** @description Kind of plugin: custom annotation editor, task assignment, annotation specs screen, or additional annotation types */
export type PluginDetail = PluginDetailAnnotationEditor | PluginDetailTaskAssignment | PluginDetailAnnotationSpecs | PluginDetailExtendedAnnotationSpecs;

/** @description A custom annotation editor */
export interface PluginDetailAnnotationEditor {
  /**
   * @description Always AnnotationEditor: selects this variant of PluginDetail; Annofab may leave it out of a response
   */
  _type?: 'AnnotationEditor' | null;
  /** @description Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  /** @description Page that opens a task in the editor */
  url?: AnnotationEditorUrl | null;
  /** @description Page to which Annofab redirects with ?code= after authentication; placeholders are not replaced in it */
  auth_redirect_url?: string | null;
  /** @description Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** @description A custom task assignment service */
export interface PluginDetailTaskAssignment {
  /**
   * @description Always TaskAssignment: selects this variant of PluginDetail; Annofab may leave it out of a response
   */
  _type?: 'TaskAssignment' | null;
  /** @description Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  /** @description Endpoint that Annofab's pages call to assign a task */
  url?: TaskAssignmentUrl | null;
}

/** @description A custom screen for the annotation specs */
export interface PluginDetailAnnotationSpecs {
  /**
   * @description Always AnnotationSpecs: selects this variant of PluginDetail; Annofab may leave it out of a response
   */
  _type?: 'AnnotationSpecs' | null;
  /** @description Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  /** @description Page that opens the annotation specs of a project */
  url?: AnnotationSpecsUrl | null;
  /** @description Page to which Annofab redirects with ?code= after authentication */
  auth_redirect_url?: string | null;
  /** @description Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** @description Additional annotation types; projects with this plugin can use no others */
export interface PluginDetailExtendedAnnotationSpecs {
  /**
   * @description Always ExtendedAnnotationSpecs: selects this variant of PluginDetail; Annofab may leave it out of a response
   */
  _type?: 'ExtendedAnnotationSpecs' | null;
  /** @description Which plugins can run before and after this one; absent means any */
  plugin_compatibility?: OrganizationPluginCompatibility | null;
  /** @description Annotation types that projects with this plugin can use, without repetitions */
  annotation_types: AnnotationType[];
  /** @description Definitions of the user-defined types, by annotation type */
  user_defined_annotation_type_definitions?: {
    [key: string]: UserDefinedAnnotationTypeDefinition;
  } | null;
  /** @description Types of project that can use the plugin */
  compatible_input_data_types: PluginCompatibleInputDataTypes;
}

/** @description Types of project that can use a plugin */
export type PluginCompatibleInputDataTypes = InputDataType[];

/** @description Which plugins can run before and after a plugin */
export interface OrganizationPluginCompatibility {
  /** @description What the plugin accepts from the one before it */
  input: OrganizationPluginCompatibilityType;
  /** @description What the plugin offers to the one after it */
  output: OrganizationPluginCompatibilityType;
}

/** @description Type of a plugin's input or output, compared to connect plugins */
export type OrganizationPluginCompatibilityType = OrganizationPluginCompatibilityTypeTop | OrganizationPluginCompatibilityTypeBottom | OrganizationPluginCompatibilityTypeConstant;

/** @description As input: any plugin can come before. As output: only a plugin whose input is Top can follow */
export interface OrganizationPluginCompatibilityTypeTop {
  /**
   * @description Always Top: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response
   */
  _type?: 'Top' | null;
}

/** @description As input: no plugin can come before. As output: no plugin can follow */
export interface OrganizationPluginCompatibilityTypeBottom {
  /**
   * @description Always Bottom: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response
   */
  _type?: 'Bottom' | null;
}

/** @description Compatible with the same type and the same id only */
export interface OrganizationPluginCompatibilityTypeConstant {
  /**
   * @description Always Constant: selects this variant of OrganizationPluginCompatibilityType; Annofab may leave it out of a response
   */
  _type?: 'Constant' | null;
  /** @description Value that must be equal on both sides */
  id?: string | null;
}

/** @description URL template of a custom editor; must contain {projectId} and {taskId}, may contain {inputDataId} and {annotationId} */
export type AnnotationEditorUrl = string;

/** @description Endpoint of a custom task assignment service; it answers 200 with the assigned task, or 404 when there is none */
export type TaskAssignmentUrl = string;

/** @description URL template of a custom screen for annotation specs; must contain {projectId} */
export type AnnotationSpecsUrl = string;

/** @description An organization that the caller belongs to */
export interface MyOrganization {
  /** @description Permanent id that Annofab gave to the organization */
  organization_id: OrganizationId;
  /** @description Unique name of the organization, which appears in paths */
  name: string;
  /**
   * Format: email
   * @description Contact address of the organization
   */
  email: string;
  /** @description Plan that the organization pays for */
  price_plan: PricePlan;
  /** @description Deprecated by Annofab and always empty */
  summary: OrganizationSummary;
  /**
   * Format: date-time
   * @description Creation time of the organization, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the organization, ISO 8601
   */
  updated_datetime: string;
  /** @description Role of the caller in the organization */
  my_role: OrganizationMemberRole;
  /** @description State of the caller's membership */
  my_status: OrganizationMemberStatus;
}

/** @description Creates an organization */
export interface OrganizationRegistrationRequest {
  /** @description Name to give; must be unique in Annofab. Letters, digits, _ - and . */
  organization_name: OrganizationName;
  /** @description Contact address to set */
  organization_email: Email;
}

/** @description Renames an organization */
export interface PutOrganizationRequest {
  /** @description New name, different from the current one and unique in Annofab; 400 if it is taken */
  organization_name: OrganizationName;
  /** @description updated_datetime of the organization as read, sent back unchanged; 409 if it has changed since */
  last_updated_datetime: LastUpdatedDatetime;
}

/** @description Changes the role of an organization member */
export interface PutOrganizationMemberRoleRequest {
  /** @description Role to set */
  role: OrganizationMemberRole;
  /** @description updated_datetime of the membership as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description Invites a user into an organization */
export interface InviteOrganizationMemberRequest {
  /** @description Role that the user gets on acceptance */
  role: OrganizationMemberRole;
}

/**
 * Format: email
 * @description Email address
 */
export type Email = string;

/** @description Permanent id that Annofab gives to a user; see user_id for the login name */
export type AccountId = string;

/** @description Login name of a user, which the user can change: letters, digits, _ - and . */
export type UserId = string;

/** @description Display name of a user */
export type Username = string;

/** @description Cache timestamps of a user: pass the matching one as the `cache` query parameter of a v2 operation */
export interface UserCacheRecord {
  /** @description Cache timestamp of the account */
  account?: string | null;
  /** @description Cache timestamp of the user's project memberships */
  members?: string | null;
  /** @description Cache timestamp of the user's organizations */
  organizations?: string | null;
}

/** @description Permanent id that Annofab gives to an organization */
export type OrganizationId = string;

/** @description Unique name of an organization: letters, digits, _ - and . */
export type OrganizationName = string;

/** @description Id of a project: letters, digits, _ - and .; a UUID is usual */
export type ProjectId = string;

/** @description Id of a label in the annotation specs: letters, digits, _ - and . */
export type LabelId = string;

/** @description Id of an attribute in the annotation specs: letters, digits, _ - and . */
export type AdditionalDataDefinitionId = string;

/** @description Id of a choice of an attribute: letters, digits, _ - and . */
export type ChoiceId = string;

/** @description Id of a predefined inspection phrase: letters, digits, _ - and . */
export type PhraseId = string;

/** @description Id of a task, unique in its project: letters, digits, _ - and . */
export type TaskId = string;

/** @description Id of an input data, unique in its input data set: letters, digits, _ - and . */
export type InputDataId = string;

/** @description Id of an input data set, which is internal to Annofab */
export type InputDataSetId = string;

/** @description Id of a supplementary data: letters, digits, _ - and . */
export type SupplementaryDataId = string;

/** @description Id of an entry of a task history */
export type TaskHistoryId = string;

/** @description Id of an annotation, unique in its task and input data; a classification has the id of its label */
export type AnnotationId = string;

/** @description Id of an inspection comment: letters, digits, _ - and . */
export type InspectionId = string;

/** @description Id of an image of the work instruction: letters, digits, _ - and . */
export type InstructionImageId = string;

/** @description Id of a comment: letters, digits, _ - and .; a UUID is usual */
export type CommentId = string;

/** @description Id of a marker: letters, digits, _ - and . */
export type MarkerId = string;

/** @description Id of a background job */
export type JobId = string;

/** @description Id of a webhook, chosen by the caller: letters, digits, _ - and . */
export type WebhookId = string;

/** @description Id of a notification */
export type NotificationMessageId = string;

/** @description Id of a personal access token, chosen by the caller and unique per user: letters, digits, _ - and . */
export type PersonalAccessTokenId = string;

/** @description ISO 8601 duration, such as PT34H17M36.789S */
export type Duration = string;

/** @description Affiliation or title of a user, up to 100 characters */
export type UserBiography = string;

/** @description Semantic version of the annotation file format, fixed when the archive is built; changes of the annotation specs do not affect it */
export type AnnotationFormatVersion = string;

/** @description A project: settings, members, input data, tasks and annotation specs */
export interface Project {
  /** @description Id of the project, chosen by its creator */
  project_id: ProjectId;
  /** @description Organization that owns the project */
  organization_id: OrganizationId;
  /** @description Title shown to the members */
  title: string;
  /** @description Description shown to the members */
  overview?: string | null;
  /** @description Whether the project accepts work */
  project_status: ProjectStatus;
  /** @description What is annotated; fixed when the project is created */
  input_data_type: InputDataType;
  /** @description Settings of the project */
  configuration: ProjectConfigurationGet;
  /**
   * Format: date-time
   * @description Creation time of the project, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the project, ISO 8601
   */
  updated_datetime: string;
  /** @description Figures about the project's tasks */
  summary: ProjectSummary;
}

/**
 * @description active: in progress; suspended: read only, archives are not rebuilt; initializing: being set up, no job can run, cannot be set by clients
 */
export type ProjectStatus = 'active' | 'suspended' | 'initializing';

/**
 * @description Who inspects or accepts a resubmitted task: no_assignee leaves it unassigned, fixed gives it to the previous reviewer
 * @default no_assignee
 */
export type AssigneeRuleOfResubmittedTask = 'no_assignee' | 'fixed';

/**
 * @description image: still images; movie: videos; custom: anything that a custom editor opens, such as 3D point clouds
 */
export type InputDataType = 'image' | 'movie' | 'custom';

/**
 * @description Most tasks assigned to one member at a time, tasks on hold not counted; owners are exempt
 * @default 10
 */
export type MaxTasksPerMember = number;

/**
 * @description Number of inspection stages between annotation and acceptance; 0 means none
 * @default 0
 */
export type NumberOfInspections = number;

/**
 * @description Extra tasks allowed for tasks on hold: the limit including them is this plus max_tasks_per_member; owners are exempt
 * @default 20
 */
export type MaxTasksPerMemberIncludingHold = number;

/** @description Internal to Annofab; send back what getProject returned */
export type InputDataSetIdList = InputDataSetId[];

/** @description Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
export type InputDataMaxLongSideLength = number;

/** @description Percentage of tasks that are inspected; absent means 100 */
export type SamplingInspectionRate = number;

/** @description Percentage of tasks that are accepted by a person; absent means 100 */
export type SamplingAcceptanceRate = number;

/** @description ARN of the AWS IAM role with which Annofab reads the customer's S3 bucket */
export type PrivateStorageAwsIamRoleArn = string;

/**
 * @description True to read the customer's S3 bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn
 * @default false
 */
export type UseS3TransferAcceleration = boolean;

/** @description Plugin of the custom annotation editor; required in custom projects */
export type ProjectConfigurationPluginId = PluginId;

/** @description Plugin of the custom task assignment; set it only if task_assignment_type is custom */
export type ProjectConfigurationCustomTaskAssignmentPluginId = PluginId;

/** @description Plugin of the custom annotation specs screen */
export type ProjectConfigurationCustomSpecsPluginId = PluginId;

/** @description Plugin that defines additional annotation types */
export type ProjectConfigurationExtendedSpecsPluginId = PluginId;

/** @description Version of the standard editor: stable, or preview with new features first; absent means stable */
export type EditorVersion = string;

/**
 * @description True to show the project owner a guided navigation
 * @default false
 */
export type UseBeginnerNavigation = boolean;

/** @description Settings of a project, as sent */
export interface ProjectConfigurationPut {
  /** @description Inspection stages between annotation and acceptance; 0 means that annotated tasks go straight to acceptance */
  number_of_inspections?: NumberOfInspections | null;
  /** @description Who inspects or accepts a task that is submitted again */
  assignee_rule_of_resubmitted_task?: AssigneeRuleOfResubmittedTask | null;
  /** @description How members get their tasks */
  task_assignment_type?: TaskAssignmentType | null;
  /** @description Order in which tasks are assigned; only if task_assignment_type is task_property */
  task_assignment_property?: TaskAssignmentProperty | null;
  /** @description Most tasks assigned to one member at a time, tasks on hold not counted; project owners are exempt */
  max_tasks_per_member?: MaxTasksPerMember | null;
  /** @description Additional tasks that may be on hold: the limit including those is this plus max_tasks_per_member */
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null;
  /** @description Internal to Annofab; send back what getProject returned */
  input_data_set_id_list?: InputDataSetIdList | null;
  /** @description Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null;
  /** @description Percentage of tasks that are inspected, 100 if absent; the rest skips the inspection phase */
  sampling_inspection_rate?: SamplingInspectionRate | null;
  /** @description Percentage of tasks that a person accepts, 100 if absent; the rest is accepted automatically */
  sampling_acceptance_rate?: SamplingAcceptanceRate | null;
  /** @description AWS IAM role with which Annofab reads the customer's own S3 bucket */
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null;
  /** @description True to read that bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn */
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null;
  /** @description Plugin of the custom annotation editor; required in custom projects */
  plugin_id?: ProjectConfigurationPluginId | null;
  /** @description Plugin that assigns tasks; only if task_assignment_type is custom */
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null;
  /** @description Plugin whose screen edits the annotation specs */
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null;
  /** @description Plugin that defines additional annotation types */
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null;
  /** @description Version of the standard editor, stable or preview; stable if absent */
  editor_version?: EditorVersion | null;
  /** @description True to show project owners a guided navigation */
  use_beginner_navigation?: UseBeginnerNavigation | null;
}

/** @description Settings of a project, as read */
export interface ProjectConfigurationGet {
  /** @description Inspection stages between annotation and acceptance; 0 means that annotated tasks go straight to acceptance */
  number_of_inspections: NumberOfInspections;
  /** @description Who inspects or accepts a task that is submitted again */
  assignee_rule_of_resubmitted_task: AssigneeRuleOfResubmittedTask;
  /** @description How members get their tasks */
  task_assignment_type: TaskAssignmentType;
  /** @description Order in which tasks are assigned; only if task_assignment_type is task_property */
  task_assignment_property?: TaskAssignmentProperty | null;
  /** @description Most tasks assigned to one member at a time, tasks on hold not counted; project owners are exempt */
  max_tasks_per_member?: MaxTasksPerMember | null;
  /** @description Additional tasks that may be on hold: the limit including those is this plus max_tasks_per_member */
  max_tasks_per_member_including_hold?: MaxTasksPerMemberIncludingHold | null;
  /** @description Internal to Annofab; send back what getProject returned */
  input_data_set_id_list: InputDataSetIdList;
  /** @description Longest side of an input image in pixels, 4096 if absent; larger images are shrunk, coordinates still refer to the original */
  input_data_max_long_side_length?: InputDataMaxLongSideLength | null;
  /** @description Percentage of tasks that are inspected, 100 if absent; the rest skips the inspection phase */
  sampling_inspection_rate?: SamplingInspectionRate | null;
  /** @description Percentage of tasks that a person accepts, 100 if absent; the rest is accepted automatically */
  sampling_acceptance_rate?: SamplingAcceptanceRate | null;
  /** @description AWS IAM role with which Annofab reads the customer's own S3 bucket */
  private_storage_aws_iam_role_arn?: PrivateStorageAwsIamRoleArn | null;
  /** @description True to read that bucket through S3 Transfer Acceleration; ignored without private_storage_aws_iam_role_arn */
  use_s3_transfer_acceleration?: UseS3TransferAcceleration | null;
  /** @description Plugin of the custom annotation editor; required in custom projects */
  plugin_id?: ProjectConfigurationPluginId | null;
  /** @description Plugin that assigns tasks; only if task_assignment_type is custom */
  custom_task_assignment_plugin_id?: ProjectConfigurationCustomTaskAssignmentPluginId | null;
  /** @description Plugin whose screen edits the annotation specs */
  custom_specs_plugin_id?: ProjectConfigurationCustomSpecsPluginId | null;
  /** @description Plugin that defines additional annotation types */
  extended_specs_plugin_id?: ProjectConfigurationExtendedSpecsPluginId | null;
  /** @description Version of the standard editor, stable or preview; stable if absent */
  editor_version?: EditorVersion | null;
  /** @description True to show project owners a guided navigation */
  use_beginner_navigation: UseBeginnerNavigation;
}

/** @description Figures about a project's tasks */
export interface ProjectSummary {
  /**
   * Format: date-time
   * @description Time of the last change to any task of the project, ISO 8601
   */
  last_tasks_updated_datetime?: string | null;
}

/**
 * @description How members get tasks: random picks one, selection names them, random_and_selection allows both, task_property follows an order, custom asks a plugin
 * @default random
 */
export type TaskAssignmentType = 'random' | 'selection' | 'random_and_selection' | 'task_property' | 'custom';

/** @description Order in which tasks are assigned, if the assignment type is task_property */
export interface TaskAssignmentProperty {
  /** @description Property to sort by: task_id, updated_datetime or metadata.NAME */
  name: string;
  /** @description Direction of the order */
  order: TaskAssignmentOrder;
}

/**
 * @description Direction of the order: asc ascending, desc descending
 */
export type TaskAssignmentOrder = 'asc' | 'desc';

/** @description A background job of a project; Annofab deletes it 14 days after it ends */
export interface ProjectJobInfo {
  /** @description Project that the job works on */
  project_id: ProjectId;
  /** @description What the job does */
  job_type: ProjectJobType;
  /** @description Id of the job, which Annofab gives */
  job_id: JobId;
  /** @description Whether the job runs, succeeded or failed */
  job_status: JobStatus;
  /** @description Internal to Annofab */
  job_execution?: {
    [key: string]: unknown;
  } | null;
  /** @description What was requested; not every type of job has it */
  job_detail?: JobDetail | null;
  /** @description Why the job failed; meaningful only if job_status is failed */
  errors: Errors;
  /**
   * Format: date-time
   * @description Creation time of the job, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the job, ISO 8601
   */
  updated_datetime: string;
}

/** @description A background job of an organization */
export interface OrganizationJobInfo {
  /** @description Organization that the job works on */
  organization_id?: OrganizationId | null;
  /** @description What the job does */
  job_type?: OrganizationJobType | null;
  /** @description Id of the job, which Annofab gives */
  job_id?: JobId | null;
  /** @description Whether the job runs, succeeded or failed */
  job_status?: JobStatus | null;
  /** @description Internal to Annofab */
  job_execution?: {
    [key: string]: unknown;
  } | null;
  /** @description What was requested */
  job_detail?: JobDetail | null;
  /** @description Why the job failed; meaningful only if job_status is failed */
  errors?: Errors | null;
  /**
   * Format: date-time
   * @description Creation time of the job, ISO 8601
   */
  created_datetime?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change to the job, ISO 8601
   */
  updated_datetime?: string | null;
}

/**
 * @description gen-inputs unpacks a ZIP, gen-tasks makes tasks, gen-annotation rebuilds the archive, gen-tasks-list and gen-inputs-list refresh the list files, invoke-hook calls a webhook
 */
export type ProjectJobType = 'copy-project' | 'gen-inputs' | 'gen-tasks' | 'gen-annotation' | 'gen-tasks-list' | 'gen-inputs-list' | 'delete-project' | 'invoke-hook' | 'move-project';

/** @description Type of an organization's job; none exist today */
export type OrganizationJobType = string;

/** @description What a job was asked to do */
export type JobDetail = JobDetailGenInputs | JobDetailGenTasks | JobDetailCopyProject | JobDetailMoveProject | JobDetailInvokeHook;

/** @description Detail of a gen-inputs job: input data from a ZIP file */
export interface JobDetailGenInputs {
  /**
   * @description Always GenInputs: selects this variant of JobDetail; Annofab may leave it out of a response
   */
  _type?: 'GenInputs' | null;
  /** @description Body of the putInputData call that started the job */
  request: InputDataRequest;
}

/** @description Detail of a gen-tasks job: tasks from input data */
export interface JobDetailGenTasks {
  /**
   * @description Always GenTasks: selects this variant of JobDetail; Annofab may leave it out of a response
   */
  _type?: 'GenTasks' | null;
  /** @description Body of the initiateTasksGeneration call that started the job */
  request: TaskGenerateRequest;
  /** @description Number of tasks that the job made */
  generated_task_count?: number | null;
}

/** @description Detail of a copy-project job */
export interface JobDetailCopyProject {
  /**
   * @description Always CopyProject: selects this variant of JobDetail; Annofab may leave it out of a response
   */
  _type?: 'CopyProject' | null;
  /** @description Body of the initiateProjectCopy call that started the job */
  request: ProjectCopyRequest;
}

/** @description Detail of a move-project job: a project moves to another organization */
export interface JobDetailMoveProject {
  /**
   * @description Always MoveProject: selects this variant of JobDetail; Annofab may leave it out of a response
   */
  _type?: 'MoveProject' | null;
  /** @description Organization that the project leaves */
  src_organization_id: string;
  /** @description Organization that the project moves to */
  dest_organization_id: string;
  /** @description Input data set of the project before the move */
  src_input_data_set_id: string;
  /** @description Input data set of the project after the move */
  dest_input_data_set_id: string;
}

/** @description Detail of an invoke-hook job: one invocation of a webhook */
export interface JobDetailInvokeHook {
  /**
   * @description Always InvokeHook: selects this variant of JobDetail; Annofab may leave it out of a response
   */
  _type?: 'InvokeHook' | null;
  /** @description The webhook as it was at the invocation, including its headers */
  webhook: Webhook;
  /** @description Message about the result, such as the cause of a failure */
  message?: string | null;
  /** @description Body as sent, with the placeholders replaced */
  replaced_body?: string | null;
}

/**
 * @description progress: waiting or running; succeeded; failed
 */
export type JobStatus = 'progress' | 'succeeded' | 'failed';

/** @description The rebuild of the annotation archive has started */
export interface PostAnnotationArchiveUpdateResponse {
  /** @description Job that rebuilds the archive; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** @description The refresh of the task list file has started */
export interface PostProjectTasksUpdateResponse {
  /** @description Job that refreshes the file; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** @description The copy of a project has started */
export interface ProjectCopyResponse {
  /** @description Job that copies the project; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** @description The new project, still initializing */
  dest_project: Project;
}

/** @description The deletion of a project has started */
export interface DeleteProjectResponse {
  /** @description Job that deletes the project */
  job: ProjectJobInfo;
  /** @description The project that is being deleted */
  project: Project;
}

/** @description The move of a project to another organization has started */
export interface PutProjectResponse {
  /** @description Job that moves the project; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** @description The project that is being moved */
  project: Project;
}

/** @description The generation of tasks has started */
export interface TaskGenerateResponse {
  /** @description Job that makes the tasks; poll getProjectJob for its end */
  job: ProjectJobInfo;
  /** @description The project whose tasks are made */
  project: Project;
}

/** @description The refresh of the input data list file has started */
export interface ProjectInputsUpdateResponse {
  /** @description Job that refreshes the file; poll getProjectJob for its end */
  job: ProjectJobInfo;
}

/** @description An HTTP request that Annofab sends when an event occurs; it is not signed */
export interface Webhook {
  /** @description Project whose events invoke the webhook */
  project_id: ProjectId;
  /** @description Event that invokes the webhook */
  event_type: WebhookEventType;
  /** @description Id of the webhook, chosen by its creator */
  webhook_id: WebhookId;
  /** @description Whether events invoke the webhook */
  webhook_status: WebhookStatus;
  /** @description HTTP method of the request */
  method: WebhookHttpMethod;
  /** @description Headers of the request. Project members can see them in the job list, so a secret here is not private */
  headers: WebhookHeader[];
  /** @description Template of the body, with {{PLACEHOLDERS}} that Annofab replaces; not allowed with GET */
  body?: string | null;
  /**
   * Format: uri
   * @description Address to which the request is sent
   */
  url: string;
  /**
   * Format: date-time
   * @description Creation time of the webhook, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the webhook, ISO 8601
   */
  updated_datetime: string;
}

/** @description Creates or replaces a webhook */
export interface PutWebhookRequest {
  /** @description Project whose events invoke the webhook, as in the path */
  project_id: ProjectId;
  /** @description Event that invokes the webhook */
  event_type: WebhookEventType;
  /** @description Id of the webhook, as in the path */
  webhook_id: WebhookId;
  /** @description Whether events invoke the webhook */
  webhook_status: WebhookStatus;
  /** @description HTTP method of the request to send */
  method: WebhookHttpMethod;
  /** @description Headers of the request to send. Project members can see them in the job list */
  headers: WebhookHeader[];
  /** @description Template of the body, with {{PLACEHOLDERS}} that Annofab replaces without JSON escaping; not allowed with GET */
  body?: string | null;
  /**
   * Format: uri
   * @description Address to send the request to
   */
  url: string;
  /**
   * Format: date-time
   * @description Creation time of the webhook, ISO 8601
   */
  created_datetime?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change to the webhook, ISO 8601
   */
  updated_datetime?: string | null;
}

/** @description One header of a webhook's request */
export interface WebhookHeader {
  /** @description Field name, such as Content-Type */
  name: string;
  /** @description Field value */
  value: string;
}

/**
 * @description active: events invoke the webhook; inactive: they do not
 */
export type WebhookStatus = 'active' | 'inactive';

/**
 * @description HTTP method of a webhook's request
 */
export type WebhookHttpMethod = 'POST' | 'PUT' | 'DELETE' | 'GET';

/**
 * @description task-completed: a task was accepted; annotation-archive-updated: the ZIP was rebuilt; input-data-zip-registered: a ZIP of input data was registered; project-copy-completed: a copy ended
 */
export type WebhookEventType = 'task-completed' | 'annotation-archive-updated' | 'input-data-zip-registered' | 'project-copy-completed';

/** @description Creates or changes a project */
export interface PutProjectRequest {
  /** @description Title to show to the members */
  title: string;
  /** @description Description to show to the members */
  overview?: string | null;
  /** @description Status to set; suspend before a deletion or a move */
  status: ProjectStatus;
  /**
   * @description What is annotated; used only when the project is created, ignored afterwards
   * @default image
   */
  input_data_type?: InputDataType | null;
  /** @description Organization that owns the project: required to create it; a different one moves the suspended project there */
  organization_name?: string | null;
  /** @description Settings to apply */
  configuration: ProjectConfigurationPut;
  /** @description updated_datetime of the project as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
  /**
   * @description True to suspend the project even while tasks are being worked on
   * @default false
   */
  force_suspend?: boolean | null;
}

/** @description What to copy into a new project */
export interface ProjectCopyRequest {
  /** @description Id to give to the new project */
  dest_project_id: ProjectId;
  /** @description Title of the new project */
  dest_title: string;
  /** @description Description of the new project */
  dest_overview?: string | null;
  /**
   * @description True to copy the input data
   * @default false
   */
  copy_inputs?: boolean | null;
  /**
   * @description True to copy the tasks; requires copy_inputs
   * @default false
   */
  copy_tasks?: boolean | null;
  /**
   * @description True to copy the annotations; requires copy_inputs and copy_tasks
   * @default false
   */
  copy_annotations?: boolean | null;
  /**
   * @description True to copy the webhooks
   * @default false
   */
  copy_webhooks?: boolean | null;
  /**
   * @description True to copy the supplementary data; requires copy_inputs
   * @default false
   */
  copy_supplementary_data?: boolean | null;
  /**
   * @description True to copy the work instruction
   * @default false
   */
  copy_instructions?: boolean | null;
}

/** @description A user as a member of a project */
export interface ProjectMember {
  /** @description Project that the user belongs to */
  project_id: ProjectId;
  /** @description Account of the member */
  account_id: AccountId;
  /** @description Login name of the member */
  user_id: UserId;
  /** @description Display name of the member */
  username: Username;
  /** @description Whether the membership is active */
  member_status: ProjectMemberStatus;
  /** @description Rights of the member in the project */
  member_role: ProjectMemberRole;
  /** @description Affiliation or title of the member, up to 100 characters */
  biography?: UserBiography | null;
  /**
   * Format: date-time
   * @description Time of the last change to the membership, ISO 8601
   */
  updated_datetime: string;
  /**
   * Format: date-time
   * @description Creation time of the membership, ISO 8601
   */
  created_datetime: string;
  /** @description Percentage of this member's tasks that are inspected; absent if the member has no rate of their own */
  sampling_inspection_rate?: number | null;
  /** @description Percentage of this member's tasks that a person accepts; absent if the member has no rate of their own */
  sampling_acceptance_rate?: number | null;
}

/**
 * @description active: may use the project; inactive: has left it
 */
export type ProjectMemberStatus = 'active' | 'inactive';

/**
 * @description owner: all rights; worker: annotates; accepter: inspects and accepts; training_data_user: reads the results
 */
export type ProjectMemberRole = 'owner' | 'worker' | 'accepter' | 'training_data_user';

/** @description Adds a member to a project, changes the member or removes them */
export interface ProjectMemberRequest {
  /** @description active to add or keep the member, inactive to remove them */
  member_status: ProjectMemberStatus;
  /** @description Role to set */
  member_role: ProjectMemberRole;
  /** @description Percentage of this member's tasks to inspect; leave it out to set no rate of their own */
  sampling_inspection_rate?: number | null;
  /** @description Percentage of this member's tasks that a person is to accept; leave it out to set no rate of their own */
  sampling_acceptance_rate?: number | null;
  /** @description updated_datetime of the membership as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description Task counts and work time of one day */
export interface ProjectTaskStatisticsHistory {
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Figures per phase and status */
  tasks: ProjectTaskStatistics[];
}

/** @description Tasks in one phase and status */
export interface ProjectTaskStatistics {
  /** @description Phase that the tasks are in */
  phase: TaskPhase;
  /** @description Status that the tasks have */
  status: TaskStatus;
  /** @description Number of tasks */
  count: number;
  /** @description Total work time spent on the tasks, in milliseconds */
  work_timespan: number;
}

/** @description Daily figures of one member */
export interface ProjectAccountStatistics {
  /** @description Account of the member */
  account_id: AccountId;
  /** @description Figures of the member, one entry per day */
  histories: ProjectAccountStatisticsHistory[];
}

/** @description Figures of one member on one day */
export interface ProjectAccountStatisticsHistory {
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Number of times that the member submitted, accepted or rejected a task */
  tasks_completed: number;
  /** @description Number of times that a task of the member was rejected, or an acceptance by the member was cancelled */
  tasks_rejected: number;
  /** @description Work time of the member on that day, ISO 8601 duration such as PT7H30M */
  worktime: string;
}

/** @description Counts of inspection comments on one day */
export interface InspectionStatistics {
  /** @description Project that the figures describe */
  project_id: ProjectId;
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Counts per label and phrase */
  breakdown: InspectionStatisticsBreakdown;
}

/** @description Inspection comments per label */
export interface InspectionStatisticsBreakdown {
  /** @description Counts of the comments linked to a label, by label id */
  labels: {
    [key: string]: InspectionStatisticsPhrases;
  };
  /** @description Counts of the comments not linked to any label */
  no_label: InspectionStatisticsPhrases;
}

/** @description New metadata by task id. It replaces a task's metadata as a whole: read and merge first. Up to 500 tasks per call are safe */
export interface PatchTasksMetadataRequest {
  [key: string]: TaskMetadata;
}

/** @description Inspection comments per predefined phrase */
export interface InspectionStatisticsPhrases {
  /** @description Number of comments by phrase id */
  phrases: {
    [key: string]: number;
  };
  /** @description Number of comments without a predefined phrase */
  no_phrase: number;
}

/** @description Work time per phase on one day */
export interface TaskPhaseStatistics {
  /** @description Project that the figures describe */
  project_id: ProjectId;
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Figures of each phase */
  phases: PhaseStatistics[];
}

/** @description Work time in one phase */
export interface PhaseStatistics {
  /** @description Phase in which the time was spent */
  phase: TaskPhase;
  /** @description Accumulated work time, ISO 8601 duration such as PT34H17M36.789S */
  worktime: string;
}

/** @description Annotations of one label */
export interface LabelStatistics {
  /** @description Label that the annotations have */
  label_id: LabelId;
  /** @description Number of annotations in accepted tasks */
  completed: number;
  /** @description Number of annotations in tasks that are not accepted yet */
  wip: number;
}

/** @description Distribution of work time on one day */
export interface WorktimeStatistics {
  /** @description Project that the figures describe */
  project_id: ProjectId;
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Average time per image, calculated per task; empty in movie projects */
  by_tasks: WorktimeStatisticsItem[];
  /** @description Time per image; empty in movie projects */
  by_inputs: WorktimeStatisticsItem[];
  /** @description Time per minute of video; empty in image projects */
  by_minutes: WorktimeStatisticsItem[];
  /** @description The same figures per member */
  accounts: AccountWorktimeStatistics[];
}

/** @description Daily work time of one member */
export interface WorktimeStatisticsByAccount {
  /** @description Project that the figures describe */
  project_id: ProjectId;
  /** @description Account of the member */
  account_id: AccountId;
  /** @description Figures of the member, one entry per day */
  data_series: WorktimeStatisticsData[];
}

/** @description Daily work time of a project */
export interface WorktimeStatisticsByProject {
  /** @description Project that the figures describe */
  project_id: ProjectId;
  /** @description Figures of the project, one entry per day */
  data_series: WorktimeStatisticsData[];
}

/** @description Work time of one day */
export interface WorktimeStatisticsData {
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /** @description Time per image; empty in movie projects */
  grouped_by_input: WorktimeStatisticsItem[];
  /** @description Time per task; empty in movie projects */
  grouped_by_task: WorktimeStatisticsItem[];
  /** @description Time per minute of video; empty in image projects */
  grouped_by_minute: WorktimeStatisticsItem[];
}

/** @description Distribution of work time in one phase */
export interface WorktimeStatisticsItem {
  /** @description Phase in which the time was spent */
  phase: TaskPhase;
  /** @description Classes of the distribution */
  histogram: HistogramItem[];
  /** @description Mean work time, ISO 8601 duration such as PT34H17M36.789S */
  average: string;
  /** @description Standard deviation of the work time, ISO 8601 duration */
  standard_deviation: string;
}

/** @description One class of a histogram */
export interface HistogramItem {
  /** @description Lower bound of the class */
  begin: number;
  /** @description Upper bound of the class */
  end: number;
  /** @description Number of values in the class */
  count: number;
}

/** @description Distribution of one member's work time */
export interface AccountWorktimeStatistics {
  /** @description Account of the member */
  account_id: AccountId;
  /** @description Average time per image, calculated per task; empty in movie projects */
  by_tasks: WorktimeStatisticsItem[];
  /** @description Time per image; empty in movie projects */
  by_inputs: WorktimeStatisticsItem[];
  /** @description Time per minute of video; empty in image projects */
  by_minutes: WorktimeStatisticsItem[];
}

/** @description A mark with a title at one moment on a statistics chart */
export interface Marker {
  /** @description Id of the marker within the project, chosen by its creator */
  marker_id: MarkerId;
  /** @description Text shown at the marker */
  title: string;
  /** @description Chart on which the marker is shown */
  graph_type: GraphType;
  /**
   * Format: date-time
   * @description Position on the time axis, ISO 8601
   */
  marked_at: string;
}

/** @description The markers of a project */
export interface Markers {
  /** @description Project whose charts show the markers */
  project_id: ProjectId;
  /** @description All markers; the order has no meaning */
  markers: Marker[];
  /**
   * Format: date
   * @description Time of the last change, to send back as last_updated_datetime; absent if no marker was ever saved
   */
  updated_datetime?: string | null;
}

/**
 * @description Statistics chart: progress, work time, comments or rejections, per phase, phrase or member; image and minute_of_movie name the unit
 */
export type GraphType = 'task_progress' | 'cumulative_labor_time_By_task_phase' | 'number_of_inspections_per_inspection_phrase' | 'number_of_task_rejections_by_member' | 'labor_time_per_member' | 'mean_labor_time_per_image' | 'mean_labor_time_per_minute_of_movie' | 'mean_labor_time_per_image_by_member' | 'mean_labor_time_per_minute_of_movie_by_member';

/** @description Replaces the markers of a project */
export interface PutMarkersRequest {
  /** @description All markers to keep; the ones left out are deleted */
  markers?: Marker[] | null;
  /** @description updated_datetime of the markers as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description Annotation specs in the deprecated version 1: each label contains its attributes */
export interface AnnotationSpecsV1 {
  /** @description Project whose annotations follow the specs */
  project_id: ProjectId;
  /** @description Labels that annotations can have, with their attributes */
  labels: LabelV1[];
  /** @description Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /**
   * Format: date-time
   * @description Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved
   */
  updated_datetime?: string | null;
  /** @description Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** @description Annotation specs in the deprecated version 2: attributes are shared between labels */
export interface AnnotationSpecsV2 {
  /** @description Project whose annotations follow the specs */
  project_id: ProjectId;
  /** @description Labels that annotations can have */
  labels: LabelV2[];
  /** @description Definitions of all attributes; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** @description Rules that the attribute values must satisfy */
  restrictions: AdditionalDataRestriction[];
  /** @description Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /**
   * @description Version of this format
   * @default 2.1.0
   */
  format_version: string;
  /**
   * Format: date-time
   * @description Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved
   */
  updated_datetime?: string | null;
  /** @description Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** @description Annotation specs in the current version 3: the settings of a label depend on its annotation type */
export interface AnnotationSpecsV3 {
  /** @description Project whose annotations follow the specs */
  project_id: ProjectId;
  /** @description Labels that annotations can have */
  labels: LabelV3[];
  /** @description Definitions of all attributes; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** @description Rules that the attribute values must satisfy */
  restrictions: AdditionalDataRestriction[];
  /** @description Predefined phrases that a reviewer can select for an inspection comment */
  inspection_phrases: InspectionPhrase[];
  /** @description Version of the annotation types, copied from the extended specs plugin; absent without such a plugin */
  annotation_type_version?: string | null;
  /**
   * @description Version of this format
   * @default 3.0.0
   */
  format_version: string;
  /**
   * Format: date-time
   * @description Time of the last change, ISO 8601; send it back as last_updated_datetime. Absent if never saved
   */
  updated_datetime?: string | null;
  /** @description Settings of movie projects, with defaults if absent; always absent in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata: {
    [key: string]: string;
  };
}

/** @description Replaces the annotation specs, in the deprecated version 1 */
export interface AnnotationSpecsRequestV1 {
  /** @description All labels to keep; the ones left out are deleted */
  labels: LabelV1[];
  /** @description All predefined inspection phrases to keep */
  inspection_phrases: InspectionPhrase[];
  /** @description Text for the history about what was changed */
  comment?: string | null;
  /**
   * @description True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null;
  /** @description updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
  /** @description Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description Replaces the annotation specs, in the deprecated version 2 */
export interface AnnotationSpecsRequestV2 {
  /** @description All labels to keep; the ones left out are deleted */
  labels: LabelV2[];
  /** @description All attribute definitions to keep; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** @description All rules for attribute values to keep */
  restrictions: AdditionalDataRestriction[];
  /** @description All predefined inspection phrases to keep */
  inspection_phrases: InspectionPhrase[];
  /** @description Text for the history about what was changed */
  comment?: string | null;
  /**
   * @description True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null;
  /**
   * @description Version of this format
   * @default 2.1.0
   */
  format_version: string;
  /** @description updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
  /** @description Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description Replaces the annotation specs, in the current version 3 */
export interface AnnotationSpecsRequestV3 {
  /** @description All labels to keep; the ones left out are deleted */
  labels: LabelV3[];
  /** @description All attribute definitions to keep; labels refer to them by id */
  additionals: AdditionalDataDefinitionV2[];
  /** @description All rules for attribute values to keep */
  restrictions: AdditionalDataRestriction[];
  /** @description All predefined inspection phrases to keep */
  inspection_phrases: InspectionPhrase[];
  /** @description Text for the history about what was changed */
  comment?: string | null;
  /**
   * @description True to add a marker with the comment as its title to every statistics chart
   * @default false
   */
  auto_marking?: boolean | null;
  /** @description Version of the annotation types from the extended specs plugin; leave it out without such a plugin */
  annotation_type_version?: string | null;
  /**
   * @description Version of this format
   * @default 3.0.0
   */
  format_version: string;
  /** @description updated_datetime of the specs as read, sent back unchanged; leave it out the first time. 409 if they have changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
  /** @description Settings of movie projects; leave it out in other projects */
  option?: AnnotationSpecsOption | null;
  /** @description Free key-value data of the project team */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description Settings that only movie projects have */
export type AnnotationSpecsOption = AnnotationSpecsMovieOption;

/** @description Settings of a movie project */
export interface AnnotationSpecsMovieOption {
  /**
   * @description True if the intervals of annotations may overlap
   * @default true
   */
  can_overwrap: boolean;
}

/** @description A past version of the annotation specs */
export interface AnnotationSpecsHistory {
  /** @description Id to pass to getAnnotationSpecs as history_id */
  history_id: string;
  /** @description Project that the specs belong to */
  project_id: ProjectId;
  /**
   * Format: date-time
   * @description Time at which this version was saved, ISO 8601
   */
  updated_datetime: string;
  /**
   * Format: uri
   * @description Address of the version as JSON; reading it needs authorization, getAnnotationSpecs with history_id is simpler
   */
  url: string;
  /** @description Account that saved this version */
  account_id?: AccountId | null;
  /** @description Text about what was changed */
  comment?: string | null;
}

/** @description Predefined phrase for inspection comments */
export interface InspectionPhrase {
  /** @description Id of the phrase; inspection comments refer to it */
  id: string;
  /** @description The phrase in each language */
  text: InternationalizationMessage;
}

/** @description Shape of an annotation: a standard type, or one that a plugin defines */
export type AnnotationType = DefaultAnnotationType | UserDefinedAnnotationType;

/**
 * @description Standard shape: segmentation paints instances, segmentation_v2 paints classes, polygon is closed, polyline open, range is an interval of a video, classification covers the whole input
 */
export type DefaultAnnotationType = 'bounding_box' | 'segmentation' | 'segmentation_v2' | 'polygon' | 'polyline' | 'point' | 'classification' | 'range' | 'custom';

/** @description Name of a type that a plugin defines; starts with user_ */
export type UserDefinedAnnotationType = string;

/** @description Annotation type that a plugin defines */
export interface UserDefinedAnnotationTypeDefinition {
  /** @description Name of the type, as shown to users */
  annotation_type_name: InternationalizationMessage;
  /** @description Settings that a label of this type has */
  field_definitions: {
    /** @description Key of the setting in a label's field_values; freely chosen */
    field_id: string;
    /** @description Kind of the setting */
    definition: UserDefinedAnnotationTypeFieldDefinition;
  }[];
  /** @description Metadata that a label gets when this type is selected for it */
  metadata: {
    [key: string]: string;
  };
  /** @description Shape of the data of such annotations */
  annotation_data_type: UserDefinedAnnotationDataType;
}

/** @description Kind of a setting that a label of a plugin-defined type has */
export type UserDefinedAnnotationTypeFieldDefinition = AnnotationTypeFieldDefinitionMinimumSize2d | AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldDefinitionMarginOfErrorTolerance | AnnotationTypeFieldDefinitionVertexCountMinMax | AnnotationTypeFieldDefinitionMinimumArea2d | AnnotationTypeFieldDefinitionDisplayLineDirection | AnnotationTypeFieldDefinitionAnnotationEditorFeature | AnnotationTypeFieldDefinitionOneIntegerField | AnnotationTypeFieldDefinitionOneStringField | AnnotationTypeFieldDefinitionOneBooleanField;

/** @description Setting: minimum width and height */
export interface AnnotationTypeFieldDefinitionMinimumSize2d {
  /**
   * @description Always MinimumSize2d: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'MinimumSize2d';
}

/** @description Setting: minimum width and height, and where a box of that size is inserted */
export interface AnnotationTypeFieldDefinitionMinimumSize2dWithDefaultInsertPosition {
  /**
   * @description Always MinimumSize2dWithDefaultInsertPosition: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'MinimumSize2dWithDefaultInsertPosition';
}

/** @description Setting: tolerated error */
export interface AnnotationTypeFieldDefinitionMarginOfErrorTolerance {
  /**
   * @description Always MarginOfErrorTolerance: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'MarginOfErrorTolerance';
}

/** @description Setting: minimum and maximum number of vertices */
export interface AnnotationTypeFieldDefinitionVertexCountMinMax {
  /**
   * @description Always VertexCountMinMax: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'VertexCountMinMax';
}

/** @description Setting: minimum area */
export interface AnnotationTypeFieldDefinitionMinimumArea2d {
  /**
   * @description Always MinimumArea2d: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'MinimumArea2d';
}

/** @description Setting: whether the direction of a line is shown */
export interface AnnotationTypeFieldDefinitionDisplayLineDirection {
  /**
   * @description Always DisplayLineDirection: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'DisplayLineDirection';
}

/** @description Setting: which drawing tools are available */
export interface AnnotationTypeFieldDefinitionAnnotationEditorFeature {
  /**
   * @description Always AnnotationEditorFeature: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'AnnotationEditorFeature';
}

/** @description Setting: one integer */
export interface AnnotationTypeFieldDefinitionOneIntegerField {
  /**
   * @description Always OneIntegerField: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'OneIntegerField';
  /** @description Title shown above the setting */
  title?: InternationalizationMessage | null;
  /** @description Text shown before the value */
  prefix?: string | null;
  /** @description Text shown after the value, such as a unit */
  postfix?: string | null;
  /** @description Explanation shown with the setting */
  description?: InternationalizationMessage | null;
  /** @description Value before anyone sets it; absent means none */
  initial_value?: number | null;
}

/** @description Setting: one text */
export interface AnnotationTypeFieldDefinitionOneStringField {
  /**
   * @description Always OneStringField: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'OneStringField';
  /** @description Title shown above the setting */
  title?: InternationalizationMessage | null;
  /** @description Text shown before the value */
  prefix?: string | null;
  /** @description Text shown after the value, such as a unit */
  postfix?: string | null;
  /** @description Explanation shown with the setting */
  description?: InternationalizationMessage | null;
  /** @description Value before anyone sets it; absent means none */
  initial_value?: string | null;
}

/** @description Setting: one checkbox */
export interface AnnotationTypeFieldDefinitionOneBooleanField {
  /**
   * @description Always OneBooleanField: selects this variant of UserDefinedAnnotationTypeFieldDefinition
   */
  _type: 'OneBooleanField';
  /** @description Title shown above the setting */
  title?: InternationalizationMessage | null;
  /** @description Explanation shown with the setting */
  description?: InternationalizationMessage | null;
  /** @description Value before anyone sets it; absent means none */
  initial_value?: boolean | null;
  /** @description Text beside the checkbox */
  label: InternationalizationMessage;
}

/** @description Shape of the data of a plugin-defined annotation type */
export interface UserDefinedAnnotationDataType {
  /**
   * @description Shape: 2d in the image plane, Range1d an interval of time, Classification the whole input, Unknown a text that only the plugin understands
   */
  _type?: 'BoundingBox2d' | 'Polygon2d' | 'Polyline2d' | 'SinglePoint2d' | 'SemanticSegmentation2d' | 'InstanceSegmentation2d' | 'Range1d' | 'Classification' | 'Unknown' | null;
}

/**
 * @description Type of an attribute: flag on or off, text one line, comment several lines, choice radio buttons, select drop-down, tracking an id, link another annotation
 */
export type AdditionalDataDefinitionType = 'flag' | 'integer' | 'text' | 'comment' | 'choice' | 'select' | 'tracking' | 'link';

/** @description Where the editor inserts a box of minimum size: its upper left corner, from the upper left of the image */
export interface PositionForMinimumBoundingBoxInsertion {
  /** @description Distance from the left edge of the image, in pixels */
  x: number;
  /** @description Distance from the top edge of the image, in pixels */
  y: number;
}

/** @description Size and vertex rules of a label for boxes, polygons, polylines or points */
export interface BoundingBoxMetadata {
  /** @description Minimum width, in pixels */
  min_width: number;
  /** @description Minimum height, in pixels */
  min_height: number;
  /**
   * @description When a small shape is an error: none, never; or, if either side is too small; and, if both sides are
   */
  min_warn_rule: 'none' | 'or' | 'and';
  /** @description Minimum area, in square pixels; absent means no minimum */
  min_area?: number | null;
  /** @description Maximum number of vertices; absent means no limit */
  max_vertices?: number | null;
  /** @description Minimum number of vertices; absent means no limit */
  min_vertices?: number | null;
  /** @description Where the editor inserts a box of minimum size; absent means the center of the view. Only for bounding_box */
  position_for_minimum_bounding_box_insertion?: PositionForMinimumBoundingBoxInsertion | null;
  /** @description Tolerated error, in pixels */
  tolerance?: number | null;
  /**
   * @description True to show polylines with an arrow; always false for other types
   * @default false
   */
  has_direction?: boolean | null;
}

/** @description Size rules of a label for painted areas */
export interface SegmentationMetadata {
  /** @description Minimum width, in pixels */
  min_width: number;
  /** @description Minimum height, in pixels */
  min_height: number;
  /**
   * @description When a small shape is an error: none, never; or, if either side is too small; and, if both sides are
   */
  min_warn_rule: 'none' | 'or' | 'and';
  /** @description Tolerated error, in pixels */
  tolerance?: number | null;
}

/** @description A label with its attributes, as in version 1 of the annotation specs */
export interface LabelV1 {
  /** @description Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** @description Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** @description Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** @description Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** @description Size and vertex rules; only for boxes, polygons, polylines and points */
  bounding_box_metadata?: BoundingBoxMetadata | null;
  /** @description Size rules; only for painted areas */
  segmentation_metadata?: SegmentationMetadata | null;
  /** @description Attributes of annotations with this label */
  additional_data_definitions: AdditionalDataDefinitionV1[];
  /** @description Color in which the editor draws annotations with this label */
  color: Color;
  /** @description Drawing tools that the editor offers for painted areas */
  annotation_editor_feature: AnnotationEditorFeature;
  /** @description Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description A label, as in version 2 of the annotation specs */
export interface LabelV2 {
  /** @description Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** @description Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** @description Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** @description Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** @description Size and vertex rules; only for boxes, polygons, polylines and points */
  bounding_box_metadata?: BoundingBoxMetadata | null;
  /** @description Size rules; only for painted areas */
  segmentation_metadata?: SegmentationMetadata | null;
  /** @description Ids of the attributes that annotations with this label have */
  additional_data_definitions: AdditionalDataDefinitionId[];
  /** @description Color in which the editor draws annotations with this label */
  color: Color;
  /** @description Drawing tools that the editor offers for painted areas */
  annotation_editor_feature: AnnotationEditorFeature;
  /** @description Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description A label, as in version 3 of the annotation specs */
export interface LabelV3 {
  /** @description Id of the label within the project; annotations refer to it */
  label_id: LabelId;
  /** @description Name of the label in each language; the English one is used in simple-format files */
  label_name: InternationalizationMessage;
  /** @description Keyboard shortcuts that select the label in the editor */
  keybind: Keybind[];
  /** @description Shape of the annotations with this label */
  annotation_type: AnnotationType;
  /** @description Settings of the annotation type, by field id */
  field_values: {
    [key: string]: AnnotationTypeFieldValue;
  };
  /** @description Ids of the attributes that annotations with this label have */
  additional_data_definitions: AdditionalDataDefinitionId[];
  /** @description Color in which the editor draws annotations with this label */
  color: Color;
  /** @description Free key-value data about the label */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description Value of one setting of a label; its kind must match the field definition of the annotation type */
export type AnnotationTypeFieldValue = AnnotationTypeFieldValueMinimumSize | AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition | AnnotationTypeFieldValueMarginOfErrorTolerance | AnnotationTypeFieldValueVertexCountMinMax | AnnotationTypeFieldValueMinimumArea2d | AnnotationTypeFieldValueDisplayLineDirection | AnnotationTypeFieldValueAnnotationEditorFeature | AnnotationTypeFieldValueOneIntegerFieldValue | AnnotationTypeFieldValueOneStringFieldValue | AnnotationTypeFieldValueOneBooleanFieldValue | AnnotationTypeFieldValueEmptyFieldValue;

/** @description Minimum width and height of an annotation */
export interface AnnotationTypeFieldValueMinimumSize {
  /**
   * @description Always MinimumSize2d: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'MinimumSize2d';
  /** @description When a small shape is an error */
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  /** @description Minimum width, in pixels */
  min_width: number;
  /** @description Minimum height, in pixels */
  min_height: number;
}

/** @description Minimum width and height of an annotation, and where a box of that size is inserted */
export interface AnnotationTypeFieldValueMinimumSize2dWithDefaultInsertPosition {
  /**
   * @description Always MinimumSize2dWithDefaultInsertPosition: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'MinimumSize2dWithDefaultInsertPosition';
  /** @description When a small shape is an error */
  min_warn_rule: AnnotationTypeFieldMinWarnRule;
  /** @description Minimum width, in pixels */
  min_width: number;
  /** @description Minimum height, in pixels */
  min_height: number;
  /** @description Where the editor inserts a box of minimum size: x and y of its upper left corner, in pixels; absent means the center of the view */
  position_for_minimum_bounding_box_insertion?: number[] | null;
}

/**
 * @description When a small shape is an error: and, if both sides are too small; or, if either side is
 */
export type AnnotationTypeFieldMinWarnRule = 'and' | 'or';

/** @description Tolerated error of an annotation */
export interface AnnotationTypeFieldValueMarginOfErrorTolerance {
  /**
   * @description Always MarginOfErrorTolerance: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'MarginOfErrorTolerance';
  /** @description Tolerated error, in pixels */
  max_pixel: number;
}

/** @description Number of vertices that an annotation may have */
export interface AnnotationTypeFieldValueVertexCountMinMax {
  /**
   * @description Always VertexCountMinMax: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'VertexCountMinMax';
  /** @description Minimum number of vertices */
  min: number;
  /** @description Maximum number of vertices */
  max: number;
}

/** @description Minimum area of an annotation */
export interface AnnotationTypeFieldValueMinimumArea2d {
  /**
   * @description Always MinimumArea2d: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'MinimumArea2d';
  /** @description Minimum area, in square pixels */
  min_area: number;
}

/** @description Whether polylines have a direction */
export interface AnnotationTypeFieldValueDisplayLineDirection {
  /**
   * @description Always DisplayLineDirection: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'DisplayLineDirection';
  /** @description True to show polylines with an arrow */
  has_direction: boolean;
}

/** @description Drawing tools that the editor offers */
export interface AnnotationTypeFieldValueAnnotationEditorFeature {
  /**
   * @description Always AnnotationEditorFeature: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'AnnotationEditorFeature';
  /** @description True if the editor can add to a painted area */
  append: boolean;
  /** @description True if the editor offers the eraser */
  erase: boolean;
  /** @description True if the editor offers freehand painting */
  freehand: boolean;
  /** @description True if the editor can fill rectangles */
  rectangle_fill: boolean;
  /** @description True if the editor can fill free shapes */
  polygon_fill: boolean;
  /** @description True if the editor can fill areas of similar color */
  fill_near: boolean;
}

/** @description One integer */
export interface AnnotationTypeFieldValueOneIntegerFieldValue {
  /**
   * @description Always OneIntegerFieldValue: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'OneIntegerFieldValue';
  /** @description The integer that was set */
  value: number;
}

/** @description One text */
export interface AnnotationTypeFieldValueOneStringFieldValue {
  /**
   * @description Always OneStringFieldValue: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'OneStringFieldValue';
  /** @description The text that was set */
  value: string;
}

/** @description One checkbox */
export interface AnnotationTypeFieldValueOneBooleanFieldValue {
  /**
   * @description Always OneBooleanFieldValue: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'OneBooleanFieldValue';
  /** @description True if the checkbox is ticked */
  value: boolean;
}

/** @description No value: the presence of the field is what counts */
export interface AnnotationTypeFieldValueEmptyFieldValue {
  /**
   * @description Always EmptyFieldValue: selects this variant of AnnotationTypeFieldValue
   */
  _type: 'EmptyFieldValue';
}

/** @description Color as red, green and blue */
export interface Color {
  /** @description Share of red, 0 to 255 */
  red: number;
  /** @description Share of green, 0 to 255 */
  green: number;
  /** @description Share of blue, 0 to 255 */
  blue: number;
}

/** @description Drawing tools that the editor offers for painted areas */
export interface AnnotationEditorFeature {
  /** @description True if the editor can add to a painted area */
  append: boolean;
  /** @description True if the editor offers the eraser */
  erase: boolean;
  /** @description True if the editor offers freehand painting */
  freehand: boolean;
  /** @description True if the editor can fill rectangles */
  rectangle_fill: boolean;
  /** @description True if the editor can fill free shapes */
  polygon_fill: boolean;
  /** @description True if the editor can fill areas of similar color */
  fill_near: boolean;
}

/** @description An attribute, as in version 1 of the annotation specs */
export interface AdditionalDataDefinitionV1 {
  /** @description Id of the attribute within the project; annotations refer to it */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /**
   * @description True if annotators cannot change the value in the editor
   * @default false
   */
  read_only?: boolean | null;
  /** @description Name of the attribute in each language; the English one is used in simple-format files */
  name?: InternationalizationMessage | null;
  /** @description Value of a new annotation; null or an empty text means none */
  default?: AdditionalDataDefaultType | null;
  /** @description Keyboard shortcuts that select or toggle the attribute in the editor */
  keybind?: Keybind[] | null;
  /** @description Type of the values */
  type: AdditionalDataDefinitionType;
  /** @description Values to choose from; only for choice and select */
  choices?: {
    /** @description Id of the choice within the attribute; values refer to it */
    choice_id: ChoiceId;
    /** @description Name of the choice in each language; the English one is used in simple-format files */
    name: InternationalizationMessage;
    /** @description Keyboard shortcuts that select the choice in the editor */
    keybind?: Keybind[] | null;
  }[] | null;
  /** @description Regular expression that the value must match; absent or empty means any value */
  regex?: string | null;
  /** @description Labels that a link may point to; empty means any label. Only for link */
  label_ids?: string[] | null;
  /** @description True if a link must have a value; only for link */
  required?: boolean | null;
  /** @description Free key-value data about the attribute */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description An attribute, as in versions 2 and 3 of the annotation specs */
export interface AdditionalDataDefinitionV2 {
  /** @description Id of the attribute within the project; annotations refer to it */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /**
   * @description True if annotators cannot change the value in the editor
   * @default false
   */
  read_only?: boolean | null;
  /** @description Name of the attribute in each language; the English one is used in simple-format files */
  name: InternationalizationMessage;
  /** @description Value of a new annotation; null or an empty text means none */
  default?: AdditionalDataDefaultType | null;
  /** @description Keyboard shortcuts that select or toggle the attribute in the editor */
  keybind?: Keybind[] | null;
  /** @description Type of the values */
  type: AdditionalDataDefinitionType;
  /** @description Values to choose from; only for choice and select */
  choices?: {
    /** @description Id of the choice within the attribute; values refer to it */
    choice_id: ChoiceId;
    /** @description Name of the choice in each language; the English one is used in simple-format files */
    name: InternationalizationMessage;
    /** @description Keyboard shortcuts that select the choice in the editor */
    keybind?: Keybind[] | null;
  }[] | null;
  /** @description Free key-value data about the attribute */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description A rule that the value of one attribute must satisfy */
export interface AdditionalDataRestriction {
  /** @description Attribute whose value is checked */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** @description What the value must satisfy */
  condition: AdditionalDataRestrictionCondition;
}

/** @description Condition on the value of an attribute */
export type AdditionalDataRestrictionCondition = AdditionalDataRestrictionConditionCanInput | AdditionalDataRestrictionConditionEquals | AdditionalDataRestrictionConditionNotEquals | AdditionalDataRestrictionConditionMatches | AdditionalDataRestrictionConditionNotMatches | AdditionalDataRestrictionConditionHasLabel | AdditionalDataRestrictionConditionImply;

/** @description Whether a value may be entered */
export interface AdditionalDataRestrictionConditionCanInput {
  /**
   * @description Always CanInput: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'CanInput';
  /** @description False to forbid a value; combine it with Imply to forbid it in certain cases */
  enable: boolean;
}

/** @description The value must be equal to a given one */
export interface AdditionalDataRestrictionConditionEquals {
  /**
   * @description Always Equals: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'Equals';
  /** @description Value that is required, as text; a choice is given by its id */
  value: string;
}

/** @description The value must differ from a given one */
export interface AdditionalDataRestrictionConditionNotEquals {
  /**
   * @description Always NotEquals: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'NotEquals';
  /** @description Value that is forbidden, as text; an empty text makes the attribute mandatory */
  value: string;
}

/** @description The value must match a pattern; only for text and comment */
export interface AdditionalDataRestrictionConditionMatches {
  /**
   * @description Always Matches: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'Matches';
  /** @description Regular expression that must match */
  value: string;
}

/** @description The value must not match a pattern; only for text and comment */
export interface AdditionalDataRestrictionConditionNotMatches {
  /**
   * @description Always NotMatches: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'NotMatches';
  /** @description Regular expression that must not match */
  value: string;
}

/** @description The linked annotation must have one of the labels; only for link */
export interface AdditionalDataRestrictionConditionHasLabel {
  /**
   * @description Always HasLabel: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'HasLabel';
  /** @description Ids of the labels that are allowed */
  labels: string[];
}

/** @description A condition that applies only if another one holds */
export interface AdditionalDataRestrictionConditionImply {
  /**
   * @description Always Imply: selects this variant of AdditionalDataRestrictionCondition
   */
  _type: 'Imply';
  /** @description Rule that decides whether the condition applies */
  premise: AdditionalDataRestriction;
  /** @description What the value must satisfy if the premise holds */
  condition: AdditionalDataRestrictionCondition;
}

/** @description A keyboard shortcut */
export interface Keybind {
  /** @description Key, as in KeyboardEvent.code of the DOM, such as KeyA */
  code: string;
  /** @description True if Shift is held */
  shift: boolean;
  /** @description True if Ctrl is held */
  ctrl: boolean;
  /** @description True if Alt is held */
  alt: boolean;
}

/** @description A unit of work: some input data that one member at a time annotates, inspects or accepts */
export interface Task {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Id of the task within its project */
  task_id: TaskId;
  /** @description Whether the task is being annotated, inspected or accepted */
  phase: TaskPhase;
  /** @description Number of the inspection stage, from 1; always 1 in the other phases */
  phase_stage: TaskPhaseStage;
  /** @description State of the work in the current phase; complete in the acceptance phase means that the task is finished */
  status: TaskStatus;
  /** @description Input data to work on, in this order; at most 200 */
  input_data_id_list: InputDataId[];
  /** @description Member to whom the task is assigned; absent if nobody */
  account_id?: AccountId | null;
  /** @description Who worked on the task in each phase so far, oldest first */
  histories_by_phase: TaskHistoryShort[];
  /** @description Total work time of all members on the task, in milliseconds */
  work_time_span: number;
  /**
   * @deprecated
   * @description Rejections in all phases together; deprecated by Annofab, count the phases in histories_by_phase instead
   */
  number_of_rejections: number;
  /**
   * Format: date-time
   * @description Start of work in the current phase, ISO 8601; absent if nobody has started
   */
  started_datetime?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change of any kind, ISO 8601; send it back unchanged as last_updated_datetime
   */
  updated_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change of status, phase or assignee, ISO 8601
   */
  operation_updated_datetime?: string | null;
  /**
   * @description Phases that sampling skipped; absent if none
   */
  sampling?: 'inspection_skipped' | 'inspection_stages_skipped' | 'acceptance_skipped' | 'inspection_and_acceptance_skipped' | null;
  /** @description Free key-value data about the task; not part of the annotation archive */
  metadata?: TaskMetadata | null;
}

/**
 * @description annotation: draw the annotations; inspection: review them; acceptance: final review
 */
export type TaskPhase = 'annotation' | 'inspection' | 'acceptance';

/** @description Number of the inspection stage, from 1; always 1 in the other phases */
export type TaskPhaseStage = number;

/**
 * @description State in the phase. rejected and cancelled are only sent to operateTask; a task never has them. break is a pause, on_hold waits for an answer
 */
export type TaskStatus = 'not_started' | 'working' | 'on_hold' | 'break' | 'complete' | 'rejected' | 'cancelled';

/** @description Free key-value data of a task. Keys consist of letters, digits, _ and - */
export interface TaskMetadata {
  [key: string]: string | number | boolean;
}

/** @description Creates a task or replaces its content */
export interface TaskRequest {
  /** @description Input data of the task, in this order; at most 200 */
  input_data_id_list: InputDataId[];
  /** @description Free key-value data to set */
  metadata?: TaskMetadata | null;
}

/** @description Starts the generation of tasks from input data */
export interface TaskGenerateRequest {
  /** @description How the input data are distributed to tasks */
  task_generate_rule: TaskGenerateRule;
  /**
   * Format: date-time
   * @description updated_datetime of the project as read, sent back unchanged; 409 if the project has changed since
   */
  project_last_updated_datetime: string;
}

/** @description How input data are distributed to tasks */
export type TaskGenerateRule = TaskGenerateRuleByCount | TaskGenerateRuleByDirectory | TaskGenerateRuleByInputDataCsv;

/** @description Makes tasks of a fixed number of input data */
export interface TaskGenerateRuleByCount {
  /**
   * @description Always ByCount: selects this variant of TaskGenerateRule
   */
  _type: 'ByCount';
  /** @description Start of each task id; a number follows. Letters, digits, _ - and . */
  task_id_prefix: string;
  /** @description True to include input data that other tasks already use; false to leave them out */
  allow_duplicate_input_data: boolean;
  /** @description Number of input data per task, up to 200; must be 1 in movie projects */
  input_data_count: number;
  /** @description Order in which input data are distributed */
  input_data_order: InputDataOrder;
}

/** @description Makes one task per directory: the input data name is read as a file path */
export interface TaskGenerateRuleByDirectory {
  /**
   * @description Always ByDirectory: selects this variant of TaskGenerateRule
   */
  _type: 'ByDirectory';
  /** @description Start of each task id; the directory name follows. Letters, digits, _ - and . */
  task_id_prefix: string;
  /** @description Only input data whose name starts with this; absent means all */
  input_data_name_prefix?: string | null;
}

/** @description Makes tasks as a CSV file lists them; it fails if a task would have more than 200 input data */
export interface TaskGenerateRuleByInputDataCsv {
  /**
   * @description Always ByInputDataCsv: selects this variant of TaskGenerateRule
   */
  _type: 'ByInputDataCsv';
  /** @description Path of the uploaded CSV file, from createTempPath. Columns: task_id, input_data_name, input_data_id */
  csv_data_path: string;
}

/**
 * @description Order of the input data: by name ascending, by name descending, or random
 */
export type InputDataOrder = 'name_asc' | 'name_desc' | 'random';

/** @description What to do with a task */
export interface TaskOperation {
  /** @description Next status: working, break, on_hold or complete by the assignee; rejected, cancelled or not_started to move the task back */
  status: TaskStatus;
  /** @description updated_datetime of the task as read, sent back unchanged; 409 if the task has changed since */
  last_updated_datetime: LastUpdatedDatetime;
  /** @description Next assignee; leave it out to leave the task unassigned */
  account_id?: AccountId | null;
  /**
   * @description True to reject the task in any state; only with status rejected, project owners only
   * @default false
   */
  force?: boolean | null;
}

/** @description Assigns tasks */
export interface TaskAssignRequest {
  /** @description Which tasks, and to whom */
  request_type: TaskAssignRequestType;
}

/** @description How the tasks are selected; the project's settings decide which of them is allowed */
export type TaskAssignRequestType = TaskAssignRequestTypeRandom | TaskAssignRequestTypeSelection | TaskAssignRequestTypeTaskProperty;

/** @description Assigns a random task to the caller */
export interface TaskAssignRequestTypeRandom {
  /**
   * @description Always Random: selects this variant of TaskAssignRequestType
   */
  _type: 'Random';
  /** @description Phase that the task must be in */
  phase: TaskPhase;
}

/** @description Assigns chosen tasks to a member; for project owners and accepters */
export interface TaskAssignRequestTypeSelection {
  /**
   * @description Always Selection: selects this variant of TaskAssignRequestType
   */
  _type: 'Selection';
  /** @description Login name of the member who gets the tasks */
  user_id: UserId;
  /** @description Tasks to assign */
  task_ids: TaskId[];
}

/** @description Assigns the next task, in the order that the project's settings define, to the caller */
export interface TaskAssignRequestTypeTaskProperty {
  /**
   * @description Always TaskProperty: selects this variant of TaskAssignRequestType
   */
  _type: 'TaskProperty';
  /** @description Phase that the task must be in */
  phase: TaskPhase;
}

/** @description Who was responsible for a task in one phase */
export interface TaskHistoryShort {
  /** @description Phase that the entry describes */
  phase: TaskPhase;
  /**
   * @description Number of the inspection stage, from 1; always 1 in the other phases
   * @default 1
   */
  phase_stage: number;
  /** @description Member to whom the task was assigned */
  account_id: AccountId;
  /**
   * @description True if the member worked on the task in this phase
   * @default false
   */
  worked?: boolean | null;
}

/** @description One period in which a task was in a phase with one assignee */
export interface TaskHistory {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the entry describes */
  task_id: TaskId;
  /** @description Id of the entry; pass it to getEditorAnnotation for the annotations at that time */
  task_history_id: TaskHistoryId;
  /**
   * Format: date-time
   * @description Start of the work, ISO 8601; absent if it has not started
   */
  started_datetime?: string | null;
  /**
   * Format: date-time
   * @description End of the work, ISO 8601; absent if it has not ended
   */
  ended_datetime?: string | null;
  /** @description Total work time of the entry: despite the name an ISO 8601 duration, such as PT34H17M36.789S */
  accumulated_labor_time_milliseconds: string;
  /** @description Phase that the task was in */
  phase: TaskPhase;
  /** @description Number of the inspection stage, from 1; always 1 in the other phases */
  phase_stage: TaskPhaseStage;
  /** @description Member to whom the task was assigned; absent if nobody */
  account_id?: AccountId | null;
}

/** @description One change of a task's state */
export interface TaskHistoryEvent {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task whose state changed */
  task_id: TaskId;
  /** @description Id of the event */
  task_history_id: TaskHistoryId;
  /**
   * Format: date-time
   * @description Time of the change, ISO 8601
   */
  created_datetime: string;
  /** @description Phase after the change */
  phase: TaskPhase;
  /** @description Number of the inspection stage after the change, from 1 */
  phase_stage: TaskPhaseStage;
  /** @description Status after the change */
  status: TaskStatus;
  /** @description Assignee after the change; absent if nobody */
  account_id?: AccountId | null;
  /** @description Body of the operateTask call that caused the change; absent for other causes */
  request?: TaskOperation | null;
}

/** @description What prevents a submission, for one input data of a task */
export interface TaskInputValidation {
  /** @description Input data that was checked */
  input_data_id: InputDataId;
  /** @description Errors in the annotations; empty if there are none */
  annotation_errors: ValidationError[];
  /** @description Errors in the inspection comments; empty if there are none */
  inspection_errors: InspectionValidationError[];
  /** @description Errors in the comments; empty if there are none */
  comment_errors: CommentValidationError[];
}

/** @description What prevents a submission, for all input data of a task */
export interface TaskValidation {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that was checked */
  task_id: TaskId;
  /** @description Result for each input data */
  inputs: InputDataSummary[];
}

/** @description Result of the check of one input data */
export interface InputDataSummary {
  /** @description Input data that was checked */
  input_data_id: InputDataId;
  /** @description State of its inspection comments */
  inspection_summary: InspectionSummary;
  /** @description Errors in its annotations; empty if there are none */
  annotation_summaries: ValidationError[];
}

/**
 * @description State of the inspection comments: none, an empty one, new replies or new open ones in this phase, open ones from earlier phases, or all handled
 */
export type InspectionSummary = 'no_inspection' | 'no_comment_inspection' | 'new_reply_to_unprocessed' | 'new_unprocessed_inspection' | 'unprocessed' | 'complete';

/** @description A file to annotate: an image, a video or custom data */
export interface InputData {
  /** @description Id of the input data within its input data set */
  input_data_id: InputDataId;
  /** @description Project that the input data belongs to */
  project_id: ProjectId;
  /** @description Organization that owns the input data */
  organization_id: OrganizationId;
  /** @description Internal to Annofab */
  input_data_set_id: InputDataSetId;
  /** @description Name of the input data; often the path of the file, which the generation of tasks by directory relies on */
  input_data_name: string;
  /** @description Where the file is stored: an s3:// or https:// URL */
  input_data_path: string;
  /** @description Internal to Annofab; null in the file of all input data */
  url?: string | null;
  /** @description ETag of the stored file, with its quotation marks */
  etag?: string | null;
  /** @description Internal to Annofab; where the file was registered from */
  original_input_data_path?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change to the input data, ISO 8601
   */
  updated_datetime: string;
  /** @description True if the file is read through the customer's CloudFront with signed cookies */
  sign_required: boolean;
  /** @description Free key-value data about the input data; values are texts */
  metadata: {
    [key: string]: string;
  };
  /** @description Facts that Annofab found in the file; read only */
  system_metadata: SystemMetadata;
}

/** @description Facts that Annofab found in a file: image, movie or custom */
export type SystemMetadata = SystemMetadataImage | SystemMetadataMovie | SystemMetadataCustom;

/** @description Facts about an image */
export interface SystemMetadataImage {
  /**
   * @description Always Image: selects this variant of SystemMetadata
   */
  _type: 'Image';
  /** @description Size of the registered image; absent if Annofab could not read the file */
  original_resolution?: Resolution | null;
  /** @description Size after shrinking; absent if the image was not shrunk */
  resized_resolution?: Resolution | null;
}

/** @description Facts about a video */
export interface SystemMetadataMovie {
  /**
   * @description Always Movie: selects this variant of SystemMetadata
   */
  _type: 'Movie';
  /** @description Length of the video, in seconds; absent if Annofab could not find it */
  input_duration?: number | null;
}

/** @description Facts about custom data; none today */
export interface SystemMetadataCustom {
  /**
   * @description Always Custom: selects this variant of SystemMetadata
   */
  _type: 'Custom';
}

/** @description Registers or changes input data */
export interface InputDataRequest {
  /** @description Name to give; for a ZIP file, the prefix of the names of its entries */
  input_data_name: string;
  /** @description Path from createTempPath, or an s3:// or https:// URL of the customer's own storage */
  input_data_path: string;
  /** @description updated_datetime of the input data as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
  /** @description True if the path is a CloudFront URL that trusts Annofab as a signer */
  sign_required?: boolean | null;
  /** @description Free key-value data to set; values are texts */
  metadata?: {
    [key: string]: string;
  } | null;
}

/** @description A file shown beside an input data while it is annotated */
export interface SupplementaryData {
  /** @description Organization that owns the input data */
  organization_id: OrganizationId;
  /** @description Internal to Annofab */
  input_data_set_id: InputDataSetId;
  /**
   * @deprecated
   * @description Project of the input data; Annofab plans to drop it
   */
  project_id: ProjectId;
  /** @description Input data beside which the file is shown */
  input_data_id: InputDataId;
  /** @description Id of the supplementary data, chosen by its creator */
  supplementary_data_id: SupplementaryDataId;
  /** @description Name shown to annotators */
  supplementary_data_name: string;
  /** @description Where the file is stored: an s3:// or https:// URL */
  supplementary_data_path: string;
  /**
   * Format: uri
   * @description Internal to Annofab
   */
  url: string;
  /** @description ETag of the stored file, with its quotation marks */
  etag?: string | null;
  /** @description How the file is shown */
  supplementary_data_type: SupplementaryDataType;
  /** @description Position among the supplementary data of the input data, ascending */
  supplementary_data_number: number;
  /**
   * Format: date-time
   * @description Time of the last change to the supplementary data, ISO 8601
   */
  updated_datetime: string;
}

/**
 * @description image, text, or custom, which only custom projects can use
 */
export type SupplementaryDataType = 'image' | 'text' | 'custom';

/** @description Registers or changes supplementary data */
export interface SupplementaryDataRequest {
  /** @description Name to show to annotators */
  supplementary_data_name: string;
  /** @description Path from createTempPath, or an s3:// or https:// URL of the customer's own storage */
  supplementary_data_path: string;
  /** @description How the file is shown */
  supplementary_data_type: SupplementaryDataType;
  /** @description Position among the supplementary data of the input data; the order of equal numbers is undefined */
  supplementary_data_number: number;
  /** @description updated_datetime of the supplementary data as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description Values for a test of a webhook */
export interface WebhookTestRequest {
  /** @description Replacement by placeholder name, such as PROJECT_ID */
  placeholders: {
    [key: string]: string;
  };
}

/** @description Result of a test of a webhook */
export interface WebhookTestResponse {
  /**
   * @description success: a 2xx response; failure: another status; error: the request was not sent or not answered
   */
  result: 'success' | 'failure' | 'error';
  /** @description Body that was sent; absent if none */
  request_body?: string | null;
  /** @description HTTP status of the response; absent if none was received */
  response_status?: number | null;
  /** @description Body of the response; absent if none was received */
  response_body?: string | null;
  /** @description Cause, if the result is error */
  message?: string | null;
}

/** @description Deletes one input data */
export interface BatchInputDataRequestItemDelete {
  /**
   * @description Always Delete: selects this variant of BatchInputDataRequestItem
   */
  _type: 'Delete';
  /** @description Ignored: the project in the path applies */
  project_id: ProjectId;
  /** @description Input data to delete */
  input_data_id: InputDataId;
}

/** @description Deletes one task */
export interface BatchTaskRequestItemDelete {
  /**
   * @description Always Delete: selects this variant of BatchTaskRequestItem
   */
  _type: 'Delete';
  /** @description Ignored: the project in the path applies */
  project_id: ProjectId;
  /** @description Task to delete */
  task_id: TaskId;
}

/** @description Where to upload a file */
export interface DataPath {
  /**
   * Format: uri
   * @description Presigned address to PUT the file to, without an Authorization header
   */
  url: string;
  /** @description Path by which to register the file; valid for 24 hours */
  path: string;
}

/** @description Where to upload an image of the work instruction */
export interface InstructionImagePath {
  /**
   * Format: uri
   * @description Presigned address to PUT the image to, without an Authorization header
   */
  url: string;
  /**
   * Format: url
   * @description Address by which the HTML of the instruction shows the image
   */
  path: string;
}

/** @description Filter for annotations; all given conditions must hold */
export interface AnnotationQuery {
  /** @description Only annotations of this task */
  task_id?: string | null;
  /**
   * @description False to match any task id that contains the text
   * @default true
   */
  exact_match_task_id?: boolean | null;
  /** @description Only annotations of this input data */
  input_data_id?: string | null;
  /**
   * @description False to match any input data id that contains the text
   * @default true
   */
  exact_match_input_data_id?: boolean | null;
  /** @description Only annotations with this label */
  label_id?: LabelId | null;
  /** @description Only annotations with these attribute values */
  attributes?: AdditionalDataListV1 | null;
  /**
   * Format: date
   * @description First day of the last change, YYYY-MM-DD in Japan time; absent means today
   */
  updated_from?: string | null;
  /**
   * Format: date
   * @description Last day of the last change, YYYY-MM-DD in Japan time; absent means today
   */
  updated_to?: string | null;
}

/** @description Annotations of one frame, as sent, in format 1 or 2 */
export type AnnotationInput = AnnotationV1 | AnnotationV2Input;

/** @description Annotations of one frame, as read, in format 1 or 2 */
export type AnnotationOutput = AnnotationV1 | AnnotationV2Output;

/** @description Annotations of one frame, in format 1 */
export interface AnnotationV1 {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description All annotations of the frame */
  details: AnnotationDetailV1[];
  /**
   * Format: date-time
   * @description Time of the last save, ISO 8601; absent if nothing was ever saved. Send it back unchanged to save
   */
  updated_datetime?: string | null;
}

/** @description Annotations of one frame to save, in format 2 */
export interface AnnotationV2Input {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description All annotations to keep: the ones left out are deleted */
  details: AnnotationDetailV2Input[];
  /**
   * Format: date-time
   * @description updated_datetime of the frame as read, sent back unchanged; leave it out for the first save. 409 if it has changed since
   */
  updated_datetime?: string | null;
  /**
   * @description Always 2.0.0
   */
  format_version: '2.0.0';
}

/** @description Annotations of one frame, in format 2 */
export interface AnnotationV2Output {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description All annotations of the frame */
  details: AnnotationDetailV2Output[];
  /**
   * Format: date-time
   * @description Time of the last save, ISO 8601; absent if nothing was ever saved. Send it back unchanged to save
   */
  updated_datetime?: string | null;
  /**
   * @description Always 2.0.0
   */
  format_version: '2.0.0';
}

/** @description Annotations of one frame to save, in format 1 */
export interface PutAnnotationRequest {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description All annotations to keep: the ones left out are deleted */
  details: AnnotationDetailV1[];
  /** @description updated_datetime of the frame as read, sent back unchanged; leave it out for the first save. 409 if it has changed since */
  updated_datetime?: LastUpdatedDatetime | null;
}

/**
 * @description inner: the data are in the JSON; outer: they are in a file, such as a PNG mask
 */
export type AnnotationDataHoldingType = 'inner' | 'outer';

/** @description One annotation, in format 1 */
export interface AnnotationDetailV1 {
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Account that created the annotation */
  account_id: AccountId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /**
   * @description True to prevent deletion in the editor
   * @default false
   */
  is_protected: boolean;
  /** @description Whether the data are in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** @description Shape; absent if the data are in a file */
  data?: AnnotationDataV1 | null;
  /** @description Outer file: the annotation id when read. To save, the path from createTempPath, or the value read to keep the file. Absent for inner data */
  path?: string | null;
  /** @description ETag of the outer file; leave it out to save */
  etag?: string | null;
  /**
   * Format: uri
   * @description Address of the outer file, valid for an hour; leave it out to save
   */
  url?: string | null;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV1;
  /**
   * Format: date-time
   * @description Creation time of the annotation, ISO 8601
   */
  created_datetime?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change to the annotation, ISO 8601
   */
  updated_datetime?: string | null;
}

/** @description One annotation, as read, in format 2 */
export type AnnotationDetailV2Output = AnnotationDetailV2Get;

/** @description One annotation to save, in format 2: a new one, one from elsewhere, or a change */
export type AnnotationDetailV2Input = AnnotationDetailV2Create | AnnotationDetailV2Import | AnnotationDetailV2Update;

/** @description One annotation, as read */
export interface AnnotationDetailV2Get {
  /**
   * @description Always Get: selects this variant of AnnotationDetailV2Output
   */
  _type: 'Get';
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Account that created the annotation */
  account_id: AccountId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description The shape, or the file that holds it */
  body: AnnotationDetailContentOutput;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** @description Hints for the editor */
  editor_props: AnnotationPropsForEditor;
  /**
   * Format: date-time
   * @description Creation time of the annotation, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the annotation, ISO 8601
   */
  updated_datetime: string;
}

/** @description A new annotation, created by the caller now */
export interface AnnotationDetailV2Create {
  /**
   * @description Always Create: selects this variant of AnnotationDetailV2Input
   */
  _type: 'Create';
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description The shape, or the file that holds it */
  body: AnnotationDetailContentInput;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** @description Hints for the editor */
  editor_props: AnnotationPropsForEditor;
}

/** @description A new annotation that keeps the author and times it had elsewhere */
export interface AnnotationDetailV2Import {
  /**
   * @description Always Import: selects this variant of AnnotationDetailV2Input
   */
  _type: 'Import';
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Account that created the annotation */
  account_id: AccountId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description The shape, or the file that holds it */
  body: AnnotationDetailContentInput;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** @description Hints for the editor */
  editor_props: AnnotationPropsForEditor;
  /**
   * Format: date-time
   * @description Creation time of the annotation, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the annotation, ISO 8601
   */
  updated_datetime: string;
}

/** @description A change to an existing annotation */
export interface AnnotationDetailV2Update {
  /**
   * @description Always Update: selects this variant of AnnotationDetailV2Input
   */
  _type: 'Update';
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description The new shape, or the file that holds it; absent or null keeps the old one */
  body?: AnnotationDetailContentInput | null;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV2;
  /** @description Hints for the editor */
  editor_props: AnnotationPropsForEditor;
}

/** @description Data of an annotation to save: in the JSON, or in an uploaded file */
export type AnnotationDetailContentInput = AnnotationDetailContentInputInner | AnnotationDetailContentInputOuter;

/** @description Data within the JSON */
export interface AnnotationDetailContentInputInner {
  /**
   * @description Always Inner: selects this variant of AnnotationDetailContentInput
   */
  _type: 'Inner';
  /** @description The shape */
  data: FullAnnotationData;
}

/** @description Data in an uploaded file */
export interface AnnotationDetailContentInputOuter {
  /**
   * @description Always Outer: selects this variant of AnnotationDetailContentInput
   */
  _type: 'Outer';
  /** @description Path of the uploaded file, from createTempPath */
  path: string;
}

/** @description Data of an annotation, as read: in the JSON, or in a file */
export type AnnotationDetailContentOutput = AnnotationDetailContentOutputInner | AnnotationDetailContentOutputInnerUnknown | AnnotationDetailContentOutputOuter | AnnotationDetailContentOutputOuterUnresolved;

/** @description Data within the JSON */
export interface AnnotationDetailContentOutputInner {
  /**
   * @description Always Inner: selects this variant of AnnotationDetailContentOutput
   */
  _type: 'Inner';
  /** @description The shape */
  data: FullAnnotationData;
}

/** @description Data within the JSON whose type is unknown, typically because the annotation specs changed since they were saved */
export interface AnnotationDetailContentOutputInnerUnknown {
  /**
   * @description Always InnerUnknown: selects this variant of AnnotationDetailContentOutput
   */
  _type: 'InnerUnknown';
  /** @description The shape as text, in format 1 */
  data: FullAnnotationDataString;
}

/** @description Data in a file */
export interface AnnotationDetailContentOutputOuter {
  /**
   * @description Always Outer: selects this variant of AnnotationDetailContentOutput
   */
  _type: 'Outer';
  /**
   * Format: uri
   * @description Address of the file, valid for an hour; fetch it without an Authorization header
   */
  url: string;
  /** @description ETag of the file, with its quotation marks */
  etag: string;
}

/** @description Data in a file whose address was not resolved, as for past annotations */
export interface AnnotationDetailContentOutputOuterUnresolved {
  /**
   * @description Always OuterUnresolved: selects this variant of AnnotationDetailContentOutput
   */
  _type: 'OuterUnresolved';
}

/** @description Hints for the editor; the API does not enforce them */
export interface AnnotationPropsForEditor {
  /** @description False to prevent deletion in the editor */
  can_delete?: boolean | null;
  /** @description False to prevent changes of the shape; Annofab's editors ignore it */
  can_edit_data?: boolean | null;
  /** @description False to prevent changes of the attributes; Annofab's editors ignore it */
  can_edit_additional?: boolean | null;
  /** @description Note for people about the annotation; Annofab's editors ignore it */
  description?: string | null;
  /** @description Tags of the annotation; Annofab's editors ignore them */
  tags?: string[] | null;
  /** @description Any JSON that an editor wants to keep */
  etc?: unknown | null;
}

/** @description Attribute values of an annotation, in format 1 */
export type AdditionalDataListV1 = AdditionalDataV1[];

/** @description Attribute values of an annotation, in format 2 */
export type AdditionalDataListV2 = AdditionalDataV2[];

/** @description Value of one attribute, in format 1; the attribute's type decides which field holds it */
export interface AdditionalDataV1 {
  /** @description Attribute, from the annotation specs */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** @description Value of a flag attribute */
  flag?: boolean | null;
  /** @description Value of an integer attribute */
  integer?: number | null;
  /** @description Value of a text, comment, tracking or link attribute; a link holds an annotation id */
  comment?: string | null;
  /** @description Value of a choice or select attribute: the id of the choice */
  choice?: ChoiceId | null;
}

/** @description Value of one attribute, in format 2 */
export interface AdditionalDataV2 {
  /** @description Attribute, from the annotation specs */
  definition_id: AdditionalDataDefinitionId;
  /** @description The value; null if nothing was entered */
  value?: AdditionalDataValue | null;
}

/** @description Value of an attribute, in the full format */
export type FullAnnotationAdditionalDataValue = FullAnnotationAdditionalDataValueFlag | FullAnnotationAdditionalDataValueInteger | FullAnnotationAdditionalDataValueComment | FullAnnotationAdditionalDataValueChoice | FullAnnotationAdditionalDataValueTracking | FullAnnotationAdditionalDataValueLink;

/** @description Value of a flag attribute */
export interface FullAnnotationAdditionalDataValueFlag {
  /**
   * @description Always Flag: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Flag';
  /** @description True if the flag is on */
  value: boolean;
}

/** @description Value of an integer attribute */
export interface FullAnnotationAdditionalDataValueInteger {
  /**
   * @description Always Integer: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Integer';
  /** @description The number; absent if nothing was entered */
  value?: number | null;
}

/** @description Value of a text or comment attribute */
export interface FullAnnotationAdditionalDataValueComment {
  /**
   * @description Always Comment: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Comment';
  /** @description The text; absent if nothing was entered */
  value?: string | null;
}

/** @description Value of a choice or select attribute */
export interface FullAnnotationAdditionalDataValueChoice {
  /**
   * @description Always Choice: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Choice';
  /** @description The selected choice; absent if none is */
  value?: FullAnnotationAdditionalDataChoiceValue | null;
}

/** @description A selected choice */
export interface FullAnnotationAdditionalDataChoiceValue {
  /** @description Id of the choice, from the annotation specs */
  id: ChoiceId;
  /** @description Name of the choice in each language */
  name: InternationalizationMessage;
}

/** @description Value of a tracking attribute */
export interface FullAnnotationAdditionalDataValueTracking {
  /**
   * @description Always Tracking: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Tracking';
  /** @description Tracking id, equal on annotations of the same object; absent if nothing was entered */
  value?: string | null;
}

/** @description Value of a link attribute */
export interface FullAnnotationAdditionalDataValueLink {
  /**
   * @description Always Link: selects this variant of FullAnnotationAdditionalDataValue
   */
  _type: 'Link';
  /** @description Id of the linked annotation; absent if none is linked */
  value?: string | null;
}

/** @description Value of an attribute, in format 2 */
export type AdditionalDataValue = AdditionalDataValueFlag | AdditionalDataValueInteger | AdditionalDataValueComment | AdditionalDataValueText | AdditionalDataValueChoice | AdditionalDataValueSelect | AdditionalDataValueTracking | AdditionalDataValueLink;

/** @description Value of a flag attribute */
export interface AdditionalDataValueFlag {
  /**
   * @description Always Flag: selects this variant of AdditionalDataValue
   */
  _type: 'Flag';
  /** @description True if the flag is on */
  value: boolean;
}

/** @description Value of an integer attribute */
export interface AdditionalDataValueInteger {
  /**
   * @description Always Integer: selects this variant of AdditionalDataValue
   */
  _type: 'Integer';
  /** @description The number that was entered */
  value: number;
}

/** @description Value of a comment attribute */
export interface AdditionalDataValueComment {
  /**
   * @description Always Comment: selects this variant of AdditionalDataValue
   */
  _type: 'Comment';
  /** @description The text that was entered, which can have several lines */
  value: string;
}

/** @description Value of a text attribute */
export interface AdditionalDataValueText {
  /**
   * @description Always Text: selects this variant of AdditionalDataValue
   */
  _type: 'Text';
  /** @description The text that was entered, in one line */
  value: string;
}

/** @description Value of a choice attribute */
export interface AdditionalDataValueChoice {
  /**
   * @description Always Choice: selects this variant of AdditionalDataValue
   */
  _type: 'Choice';
  /** @description Id of the selected choice */
  choice_id: ChoiceId;
}

/** @description Value of a select attribute */
export interface AdditionalDataValueSelect {
  /**
   * @description Always Select: selects this variant of AdditionalDataValue
   */
  _type: 'Select';
  /** @description Id of the selected choice */
  choice_id: ChoiceId;
}

/** @description Value of a tracking attribute */
export interface AdditionalDataValueTracking {
  /**
   * @description Always Tracking: selects this variant of AdditionalDataValue
   */
  _type: 'Tracking';
  /** @description Tracking id, equal on annotations of the same object */
  value: string;
}

/** @description Value of a link attribute */
export interface AdditionalDataValueLink {
  /**
   * @description Always Link: selects this variant of AdditionalDataValue
   */
  _type: 'Link';
  /** @description Id of the linked annotation */
  annotation_id: AnnotationId;
}

/** @description Hits of a search for annotations, in format 1 */
export type SingleAnnotationV1List = SingleAnnotationV1[];

/** @description Hits of a search for annotations, in format 2 */
export type SingleAnnotationV2List = SingleAnnotationV2[];

/** @description One hit of a search for annotations, in format 1 or 2 */
export type SingleAnnotation = SingleAnnotationV1 | SingleAnnotationV2;

/** @description One hit of a search for annotations, in format 1 */
export interface SingleAnnotationV1 {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotation belongs to */
  task_id: TaskId;
  /** @description Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** @description The annotation itself */
  detail: SingleAnnotationDetailV1;
  /**
   * Format: date-time
   * @description Time of the last save of the frame, ISO 8601; needed to change the annotation
   */
  updated_datetime: string;
}

/** @description One hit of a search for annotations, in format 2 */
export interface SingleAnnotationV2 {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotation belongs to */
  task_id: TaskId;
  /** @description Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** @description The annotation itself */
  detail: SingleAnnotationDetailV2;
  /**
   * Format: date-time
   * @description Time of the last save of the frame, ISO 8601; needed to change the annotation
   */
  updated_datetime: string;
}

/** @description Annotations of one frame in the simple format, with labels and attributes by their English names */
export interface SimpleAnnotation {
  /** @description Version of the file format */
  annotation_format_version: AnnotationFormatVersion;
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Phase of the task when the file was built */
  task_phase: TaskPhase;
  /** @description Number of the inspection stage of the task, from 1 */
  task_phase_stage: TaskPhaseStage;
  /** @description Status of the task when the file was built */
  task_status: TaskStatus;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description Name of the input data */
  input_data_name: string;
  /** @description All annotations of the frame, the frontmost first */
  details: SimpleAnnotationDetail[];
  /**
   * Format: date-time
   * @description Time of the last save of the frame, ISO 8601; absent if it was never annotated
   */
  updated_datetime?: string | null;
}

/** @description New label and attributes of one annotation, in format 1 */
export interface BatchAnnotationV1 {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotation belongs to */
  task_id: TaskId;
  /** @description Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** @description Annotation to change */
  annotation_id: AnnotationId;
  /** @description Label to set; it must have the same annotation type */
  label_id: LabelId;
  /** @description All attribute values to keep */
  additional_data_list: AdditionalDataListV1;
  /**
   * Format: date-time
   * @description updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since
   */
  updated_datetime: string;
}

/** @description New label and attributes of one annotation, in format 2 */
export interface BatchAnnotationV2 {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotation belongs to */
  task_id: TaskId;
  /** @description Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** @description Annotation to change */
  annotation_id: AnnotationId;
  /** @description Label to set; it must have the same annotation type */
  label_id: LabelId;
  /** @description All attribute values to keep */
  additional_data_list: AdditionalDataListV2;
  /**
   * Format: date-time
   * @description updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since
   */
  updated_datetime: string;
}

/** @description Changes one annotation, in format 1 */
export interface BatchAnnotationRequestItemPutV1 {
  /**
   * @description Always Put: selects this variant of BatchAnnotationRequestItem
   */
  _type: 'Put';
  /** @description Annotation to change, and its new values */
  data: BatchAnnotationV1;
}

/** @description Changes one annotation, in format 2 */
export interface BatchAnnotationRequestItemPutV2 {
  /**
   * @description Always PutV2: selects this variant of BatchAnnotationRequestItem
   */
  _type: 'PutV2';
  /** @description Annotation to change, and its new values */
  data: BatchAnnotationV2;
}

/** @description Deletes one annotation */
export interface BatchAnnotationRequestItemDelete {
  /**
   * @description Always Delete: selects this variant of BatchAnnotationRequestItem
   */
  _type: 'Delete';
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotation belongs to */
  task_id: TaskId;
  /** @description Input data on which the annotation is drawn */
  input_data_id: InputDataId;
  /** @description Annotation to delete */
  annotation_id: AnnotationId;
  /**
   * Format: date-time
   * @description updated_datetime of the frame, not of the annotation, as read; 409 if the frame has changed since
   */
  updated_datetime: string;
}

/** @description One annotation found by a search, in format 1 */
export interface SingleAnnotationDetailV1 {
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Account that created the annotation */
  account_id: AccountId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description Whether the data are in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** @description Shape; absent if the data are in a file */
  data?: FullAnnotationData | null;
  /** @description ETag of the outer file; absent for inner data */
  etag?: string | null;
  /**
   * Format: uri
   * @description Address of the outer file, valid for an hour; absent for inner data
   */
  url?: string | null;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV1;
  /**
   * Format: date-time
   * @description Creation time of the annotation, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the annotation, ISO 8601
   */
  updated_datetime: string;
}

/** @description One annotation found by a search, in format 2 */
export interface SingleAnnotationDetailV2 {
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Account that created the annotation */
  account_id: AccountId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description The shape, or the file that holds it */
  body: AnnotationDetailContentOutput;
  /** @description Attribute values */
  additional_data_list: AdditionalDataListV2;
  /**
   * Format: date-time
   * @description Creation time of the annotation, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the annotation, ISO 8601
   */
  updated_datetime: string;
}

/** @description One annotation, in the simple format */
export interface SimpleAnnotationDetail {
  /** @description English name of the label; several labels can have the same one */
  label: string;
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: string;
  /** @description Shape of the annotation */
  data: FullAnnotationData;
  /** @description Attribute values by the English name of the attribute; a choice is given by its English name. Empty values are missing, empty or null */
  attributes: {
    [key: string]: unknown;
  };
}

/** @description Annotations of one frame in the full format, which Annofab has deprecated */
export interface FullAnnotation {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Phase of the task when the file was built */
  task_phase: TaskPhase;
  /** @description Number of the inspection stage of the task, from 1 */
  task_phase_stage: TaskPhaseStage;
  /** @description Status of the task when the file was built */
  task_status: TaskStatus;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description Name of the input data */
  input_data_name: string;
  /** @description All annotations of the frame */
  details: FullAnnotationDetail[];
  /**
   * Format: date-time
   * @description Time of the last save of the frame, ISO 8601; absent if it was never annotated
   */
  updated_datetime?: string | null;
  /** @description Version of the file format */
  annotation_format_version: AnnotationFormatVersion;
}

/** @description One annotation, in the full format */
export interface FullAnnotationDetail {
  /** @description Id of the annotation; for a classification the label id */
  annotation_id: AnnotationId;
  /** @description Login name of the user who created the annotation */
  user_id: UserId;
  /** @description Label of the annotation, from the annotation specs */
  label_id: LabelId;
  /** @description Name of the label in each language */
  label_name: InternationalizationMessage;
  /** @description Shape that the label prescribes */
  annotation_type: AnnotationType;
  /** @description Whether the data are in this JSON or in a file */
  data_holding_type: AnnotationDataHoldingType;
  /** @description Shape of the annotation */
  data: FullAnnotationData;
  /** @description Attribute values */
  additional_data_list: FullAnnotationAdditionalDataList;
}

/** @description Shape in format 1: always a text when read; a text or an object when sent */
export type AnnotationDataV1 = FullAnnotationDataString | FullAnnotationData;

/** @description Shape as numbers joined by commas: x and y of the corners in pixels, or begin and end of an interval in milliseconds */
export type FullAnnotationDataString = string;

/** @description Shape of an annotation; null if there is none */
export type FullAnnotationData = FullAnnotationDataClassification | FullAnnotationDataSegmentation | FullAnnotationDataSegmentationV2 | FullAnnotationDataBoundingBox | FullAnnotationDataPoints | FullAnnotationDataSinglePoint | FullAnnotationDataRange | FullAnnotationDataUnknown | null;

/** @description The whole input data */
export interface FullAnnotationDataClassification {
  /**
   * @description Always Classification: selects this variant of FullAnnotationData
   */
  _type: 'Classification';
}

/** @description Painted area of one object */
export interface FullAnnotationDataSegmentation {
  /**
   * @description Always Segmentation: selects this variant of FullAnnotationData
   */
  _type: 'Segmentation';
  /** @description Path of the PNG mask: the annotation id in the simple format, ./{input_data_id}/{annotation_id} in the full one. Painted pixels are white, all others transparent */
  data_uri: string;
}

/** @description Painted area of all objects of one class */
export interface FullAnnotationDataSegmentationV2 {
  /**
   * @description Always SegmentationV2: selects this variant of FullAnnotationData
   */
  _type: 'SegmentationV2';
  /** @description Path of the PNG mask: the annotation id in the simple format, ./{input_data_id}/{annotation_id} in the full one. Painted pixels are white, all others transparent */
  data_uri: string;
}

/** @description Upright rectangle */
export interface FullAnnotationDataBoundingBox {
  /**
   * @description Always BoundingBox: selects this variant of FullAnnotationData
   */
  _type: 'BoundingBox';
  /** @description Upper left corner */
  left_top: Point;
  /** @description Lower right corner */
  right_bottom: Point;
}

/** @description Polygon or polyline; only the label's annotation type says which */
export interface FullAnnotationDataPoints {
  /**
   * @description Always Points: selects this variant of FullAnnotationData
   */
  _type: 'Points';
  /** @description Vertices, in drawing order */
  points: Point[];
}

/** @description One point */
export interface FullAnnotationDataSinglePoint {
  /**
   * @description Always SinglePoint: selects this variant of FullAnnotationData
   */
  _type: 'SinglePoint';
  /** @description Position of the point */
  point: Point;
}

/** @description Interval of a video */
export interface FullAnnotationDataRange {
  /**
   * @description Always Range: selects this variant of FullAnnotationData
   */
  _type: 'Range';
  /** @description Start of the interval, in milliseconds from the start of the video */
  begin: number;
  /** @description End of the interval, in milliseconds from the start of the video */
  end: number;
}

/** @description Data of a custom editor */
export interface FullAnnotationDataUnknown {
  /**
   * @description Always Unknown: selects this variant of FullAnnotationData
   */
  _type: 'Unknown';
  /** @description Text that only the custom editor understands; for 3D data it is JSON */
  data: string;
}

/** @description Position in an image, from its upper left corner */
export interface Point {
  /** @description Distance from the left edge, in pixels of the original image */
  x: number;
  /** @description Distance from the top edge, in pixels of the original image */
  y: number;
}

/** @description Attribute values of an annotation, in the full format */
export type FullAnnotationAdditionalDataList = FullAnnotationAdditionalData[];

/** @description Value of one attribute, in the full format */
export interface FullAnnotationAdditionalData {
  /** @description Attribute, from the annotation specs */
  additional_data_definition_id: AdditionalDataDefinitionId;
  /** @description Name of the attribute in each language */
  additional_data_definition_name: InternationalizationMessage;
  /** @description Type of the value */
  type: AdditionalDataDefinitionType;
  /** @description The value */
  value: FullAnnotationAdditionalDataValue;
}

/** @description Creates or changes one inspection comment */
export interface BatchInspectionRequestItemPut {
  /**
   * @description Always Put: selects this variant of BatchInspectionRequestItem
   */
  _type: 'Put';
  /** @description The inspection comment to save */
  data: Inspection;
}

/** @description Deletes one inspection comment */
export interface BatchInspectionRequestItemDelete {
  /**
   * @description Always Delete: selects this variant of BatchInspectionRequestItem
   */
  _type: 'Delete';
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the inspection comment belongs to */
  task_id: TaskId;
  /** @description Input data that the inspection comment is about */
  input_data_id: InputDataId;
  /** @description Inspection comment to delete */
  inspection_id: InspectionId;
}

/** @description A reviewer's comment, or a reply to one; comments in version 2 replace it */
export interface Inspection {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the inspection comment belongs to */
  task_id: TaskId;
  /** @description Input data that the inspection comment is about */
  input_data_id: InputDataId;
  /** @description Id of the inspection comment, chosen by its creator */
  inspection_id: InspectionId;
  /** @description Phase of the task when the comment was written */
  phase: TaskPhase;
  /**
   * @description Stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** @description Account that wrote the comment */
  commenter_account_id: AccountId;
  /** @description Annotation that the comment is about; absent if none, such as for a missing annotation. Undefined in replies */
  annotation_id?: AnnotationId | null;
  /** @description Label of that annotation; absent without annotation_id. Undefined in replies */
  label_id?: LabelId | null;
  /** @description Where the problem is; undefined in replies */
  data: InspectionData;
  /** @description First comment of the thread that this one replies to; absent in the first comment itself */
  parent_inspection_id?: InspectionId | null;
  /** @description Predefined phrases that the comment uses */
  phrases?: PhraseId[] | null;
  /** @description Text of the comment */
  comment: string;
  /** @description Whether the comment has been handled; undefined in replies */
  status: InspectionStatus;
  /**
   * Format: date-time
   * @description Creation time of the inspection comment, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change, ISO 8601
   */
  updated_datetime?: string | null;
}

/** @description Where a problem is: a point, a polyline, an interval of time, or custom data */
export type InspectionData = InspectionDataPoint | InspectionDataPolyline | InspectionDataTime | InspectionDataCustom;

/** @description Position of a problem in an image */
export interface InspectionDataPoint {
  /**
   * @description Always Point: selects this variant of InspectionData; Annofab may leave it out of a response
   */
  _type?: 'Point' | null;
  /** @description Distance from the left edge, in pixels */
  x: number;
  /** @description Distance from the top edge, in pixels */
  y: number;
}

/** @description Line that marks a problem in an image */
export interface InspectionDataPolyline {
  /**
   * @description Always Polyline: selects this variant of InspectionData; Annofab may leave it out of a response
   */
  _type?: 'Polyline' | null;
  /** @description Vertices, in drawing order */
  coordinates: {
    /** @description Distance from the left edge, in pixels */
    x?: number | null;
    /** @description Distance from the top edge, in pixels */
    y?: number | null;
  }[];
}

/** @description Interval of a video that contains a problem */
export interface InspectionDataTime {
  /**
   * @description Always Time: selects this variant of InspectionData; Annofab may leave it out of a response
   */
  _type?: 'Time' | null;
  /** @description Start of the interval, in milliseconds; can have a fraction */
  start: number;
  /** @description End of the interval, in milliseconds; can have a fraction */
  end: number;
}

/** @description Position of a problem in custom data */
export interface InspectionDataCustom {
  /**
   * @description Always Custom: selects this variant of InspectionData; Annofab may leave it out of a response
   */
  _type?: 'Custom' | null;
  /** @description Text that only the custom editor understands */
  data?: string | null;
}

/** @description Size of an image */
export interface Resolution {
  /** @description Width, in pixels */
  width: number;
  /** @description Height, in pixels */
  height: number;
}

/**
 * @description annotator_action_required: open; no_correction_required: the annotator found nothing to correct; error_corrected: the annotator corrected it
 */
export type InspectionStatus = 'annotator_action_required' | 'no_correction_required' | 'error_corrected';

/** @description A comment on one input data of a task */
export interface Comment {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the comment belongs to */
  task_id: TaskId;
  /** @description Input data that the comment is about */
  input_data_id: InputDataId;
  /** @description Id of the comment, chosen by its creator */
  comment_id: CommentId;
  /** @description Phase of the task when the comment was written */
  phase: TaskPhase;
  /**
   * @description Stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** @description Account that wrote the comment */
  account_id: AccountId;
  /** @description What the comment is for */
  comment_type: CommentType;
  /** @description Predefined phrases that an inspection comment uses; empty in other comments */
  phrases?: PhraseId[] | null;
  /** @description Text of the comment */
  comment: string;
  /** @description Whether the comment starts a thread or replies to one */
  comment_node: CommentNode;
  /**
   * Format: date-time
   * @description Time by which the editor sorts the threads, ISO 8601
   */
  datetime_for_sorting: string;
  /**
   * Format: date-time
   * @description Creation time of the comment, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the comment, ISO 8601
   */
  updated_datetime: string;
}

/** @description Place of a comment in its thread: the first comment, or a reply */
export type CommentNode = RootComment | ReplyComment;

/** @description The first comment of a thread */
export interface RootComment {
  /**
   * @description Always Root: selects this variant of CommentNode; Annofab may leave it out of a response
   */
  _type?: 'Root' | null;
  /** @description Where the problem is; absent in comments on hold */
  data?: InspectionData | null;
  /** @description Annotation that the comment is about; absent if none, such as for a missing annotation */
  annotation_id?: AnnotationId | null;
  /** @description Label of that annotation; absent without annotation_id */
  label_id?: LabelId | null;
  /** @description Whether the comment has been handled */
  status?: CommentStatus | null;
}

/** @description A reply in a thread */
export interface ReplyComment {
  /**
   * @description Always Reply: selects this variant of CommentNode; Annofab may leave it out of a response
   */
  _type?: 'Reply' | null;
  /** @description First comment of the thread, not the one just before */
  root_comment_id: CommentId;
}

/**
 * @description open: not handled; resolved: handled; closed: needs no action, only for inspection comments
 */
export type CommentStatus = 'open' | 'resolved' | 'closed';

/**
 * @description onhold: why a task is on hold; inspection: what a reviewer found
 */
export type CommentType = 'onhold' | 'inspection';

/** @description One item of a batch of comments: a comment to save or to delete */
export type BatchCommentRequestItem = BatchCommentRequestItemPut | BatchCommentRequestItemDelete;

/** @description Creates or changes one comment */
export interface BatchCommentRequestItemPut {
  /**
   * @description Always Put: selects this variant of BatchCommentRequestItem
   */
  _type: 'Put';
  /** @description Comment to create or change; the caller chooses the id */
  comment_id: CommentId;
  /** @description Current phase of the task */
  phase: TaskPhase;
  /**
   * @description Current stage of that phase, from 1
   * @default 1
   */
  phase_stage: number;
  /** @description Account that writes the comment */
  account_id: AccountId;
  /**
   * @description What the comment is for; a reply has the type of its thread, and it cannot be changed
   */
  comment_type: 'onhold' | 'inspection';
  /** @description Predefined phrases that an inspection comment uses; leave it out in other comments */
  phrases?: PhraseId[] | null;
  /** @description Text of the comment */
  comment: string;
  /** @description Whether the comment starts a thread or replies to one; cannot be changed */
  comment_node: CommentNode;
  /**
   * Format: date-time
   * @description Time by which the editor sorts the threads, ISO 8601; used only on creation, absent means about the creation time
   */
  datetime_for_sorting?: string | null;
}

/** @description Deletes one comment */
export interface BatchCommentRequestItemDelete {
  /**
   * @description Always Delete: selects this variant of BatchCommentRequestItem
   */
  _type: 'Delete';
  /** @description Comment to delete */
  comment_id: CommentId;
}

/** @description Result of an aggregation over the hits of a search */
export type AggregationResult = CountResult;

/** @description Counts of the hits by the values of one field */
export interface CountResult {
  /**
   * @description Always CountResult: selects this variant of AggregationResult
   */
  _type: 'CountResult';
  /** @description Name of the aggregation: field and kind, such as account_id_count */
  name: string;
  /** @description Field whose values are counted; dots lead into nested objects */
  field: string;
  /** @description Number of counted hits */
  doc_count?: number | null;
  /** @description Count for each value */
  items: Count[];
}

/** @description Number of hits with one value */
export interface Count {
  /** @description The value */
  key?: string | null;
  /** @description Number of hits that have it */
  count?: number | null;
  /** @description Aggregations within these hits; empty if there are none */
  aggregations?: AggregationResult[] | null;
}

/** @description The work instruction that annotators read */
export interface Instruction {
  /** @description Text of the instruction, as HTML */
  html: string;
  /**
   * Format: date-time
   * @description Time of the last change, ISO 8601; send it back unchanged to change the instruction
   */
  last_updated_datetime: string;
}

/** @description Replaces the work instruction */
export interface PutInstructionRequest {
  /** @description Text of the instruction, as HTML; images must be uploaded first */
  html: string;
  /** @description updated_datetime of the work instruction as read, sent back unchanged; leave it out to create. 409 if it has changed since */
  last_updated_datetime?: LastUpdatedDatetime | null;
}

/** @description A past version of the work instruction */
export interface InstructionHistory {
  /** @description Id to pass to getInstruction as history_id */
  history_id: string;
  /** @description Account that saved this version */
  account_id: string;
  /**
   * Format: date-time
   * @description Time at which this version was saved, ISO 8601
   */
  updated_datetime: string;
}

/** @description An image of the work instruction */
export interface InstructionImage {
  /** @description Id of the image, chosen by its creator */
  image_id: InstructionImageId;
  /** @description Where the image is stored */
  path: string;
  /**
   * Format: uri
   * @description Internal address from which Annofab's pages read the image
   */
  url: string;
  /** @description ETag of the stored image, with its quotation marks */
  etag: string;
}

/** @description Error in an annotation that prevents the submission of its task */
export type ValidationError = InvalidAnnotationData | DuplicatedSegmentationV2 | InvalidValue | UnknownLinkTarget | InvalidLinkTarget | InvalidChoice | DuplicatedV1 | DuplicatedV2 | UnknownAdditionalData | OverlappedRangeAnnotation | UnknownLabel;

/** @description The shape is invalid */
export interface InvalidAnnotationData {
  /**
   * @description Always InvalidAnnotationData: selects this variant of ValidationError
   */
  _type: 'InvalidAnnotationData';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description What is wrong with the data */
  message: string;
}

/** @description More than one annotation has a label that allows only one (segmentation_v2) */
export interface DuplicatedSegmentationV2 {
  /**
   * @description Always DuplicatedSegmentationV2: selects this variant of ValidationError
   */
  _type: 'DuplicatedSegmentationV2';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotations in error */
  annotation_ids: string[];
}

/** @description An attribute value breaks a restriction */
export interface InvalidValue {
  /**
   * @description Always InvalidValue: selects this variant of ValidationError
   */
  _type: 'InvalidValue';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description A link points to an annotation that does not exist */
export interface UnknownLinkTarget {
  /**
   * @description Always UnknownLinkTarget: selects this variant of ValidationError
   */
  _type: 'UnknownLinkTarget';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description A link points to an annotation whose label is not allowed */
export interface InvalidLinkTarget {
  /**
   * @description Always InvalidLinkTarget: selects this variant of ValidationError
   */
  _type: 'InvalidLinkTarget';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description An attribute has a choice that does not exist */
export interface InvalidChoice {
  /**
   * @description Always InvalidChoice: selects this variant of ValidationError
   */
  _type: 'InvalidChoice';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description An attribute value that must be unique occurs twice */
export interface DuplicatedV1 {
  /**
   * @description Always Duplicated: selects this variant of ValidationError
   */
  _type: 'Duplicated';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description The attribute value that occurs twice */
  additional_data: AdditionalDataV1;
}

/** @description An attribute value that must be unique occurs twice */
export interface DuplicatedV2 {
  /**
   * @description Always DuplicatedV2: selects this variant of ValidationError
   */
  _type: 'DuplicatedV2';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description An attribute is not in the annotation specs */
export interface UnknownAdditionalData {
  /**
   * @description Always UnknownAdditionalData: selects this variant of ValidationError
   */
  _type: 'UnknownAdditionalData';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
  /** @description Attribute in error */
  additional_data_definition_id: string;
}

/** @description The interval overlaps another one, which the specs do not allow */
export interface OverlappedRangeAnnotation {
  /**
   * @description Always OverlappedRangeAnnotation: selects this variant of ValidationError
   */
  _type: 'OverlappedRangeAnnotation';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
}

/** @description The label is not in the annotation specs */
export interface UnknownLabel {
  /**
   * @description Always UnknownLabel: selects this variant of ValidationError
   */
  _type: 'UnknownLabel';
  /** @description Label of the annotation in error */
  label_id: string;
  /** @description Annotation in error */
  annotation_id: string;
}

/** @description Error in the inspection comments that prevents the submission of a task */
export type InspectionValidationError = NoCommentInspection | ReplyRequired | ActionRequired | InspectionOrReplyRequired | IllegalState;

/** @description An inspection comment has no text */
export interface NoCommentInspection {
  /**
   * @description Always NoCommentInspection: selects this variant of InspectionValidationError
   */
  _type: 'NoCommentInspection';
  /** @description The inspection comment in error */
  inspection: Inspection;
}

/** @description An inspection comment still needs a reply */
export interface ReplyRequired {
  /**
   * @description Always ReplyRequired: selects this variant of InspectionValidationError
   */
  _type: 'ReplyRequired';
  /** @description The inspection comment in error */
  inspection: Inspection;
}

/** @description An inspection comment has not been handled */
export interface ActionRequired {
  /**
   * @description Always ActionRequired: selects this variant of InspectionValidationError
   */
  _type: 'ActionRequired';
  /** @description The inspection comment in error */
  inspection: Inspection;
}

/** @description A rejection needs a new inspection comment, or a reply to an open one */
export interface InspectionOrReplyRequired {
  /**
   * @description Always InspectionOrReplyRequired: selects this variant of InspectionValidationError
   */
  _type: 'InspectionOrReplyRequired';
}

/** @description The task is not assigned to the caller, or not being worked on */
export interface IllegalState {
  /**
   * @description Always IllegalState: selects this variant of InspectionValidationError
   */
  _type: 'IllegalState';
}

/** @description Error in the comments that prevents the submission of a task */
export type CommentValidationError = NoComment | UpdateStatusRequired;

/** @description A comment has no text */
export interface NoComment {
  /**
   * @description Always NoComment: selects this variant of CommentValidationError
   */
  _type: 'NoComment';
  /** @description The comment in error */
  comment: Comment;
}

/** @description A comment has not been handled */
export interface UpdateStatusRequired {
  /**
   * @description Always UpdateStatusRequired: selects this variant of CommentValidationError
   */
  _type: 'UpdateStatusRequired';
  /** @description The comment in error */
  comment: Comment;
}

/** @description Number of tasks of a project */
export interface ProjectTaskCounts {
  /** @description Project whose tasks are counted */
  project_id: ProjectId;
  /** @description Number of tasks per phase and status */
  task_counts: {
    /** @description Phase that the tasks are in */
    phase: TaskPhase;
    /** @description Status that the tasks have */
    status: TaskStatus;
    /** @description Number of tasks in that phase and status */
    count: number;
  }[];
}

/** @description Presigned address in storage, valid for an hour */
export type TemporaryUrlString = string;

/** @description Where to download a file */
export interface TemporaryUrl {
  /** @description Presigned address, valid for an hour; fetch it without an Authorization header */
  url: TemporaryUrlString;
}

/** @description One page of annotations */
export interface AnnotationList {
  /** @description Annotations of this page */
  list: SingleAnnotation[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description One page of input data */
export interface InputDataList {
  /** @description Input data of this page */
  list: InputData[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description A batch of a project's jobs */
export interface ProjectJobInfoContainer {
  /** @description Jobs of this batch, newest first */
  list: ProjectJobInfo[];
  /** @description True if there are older jobs: ask again with the oldest created_datetime as exclusive_start_created_datetime */
  has_next: boolean;
}

/** @description A batch of an organization's jobs */
export interface OrganizationJobInfoContainer {
  /** @description Jobs of this batch, newest first */
  list: OrganizationJobInfo[];
  /** @description True if there are older jobs: ask again with the oldest created_datetime as exclusive_start_created_datetime */
  has_next: boolean;
}

/** @description One page of the caller's organizations */
export interface MyOrganizationList {
  /** @description Organizations of this page */
  list: MyOrganization[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description One page of projects */
export interface ProjectList {
  /** @description Projects of this page */
  list: Project[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description Members of an organization */
export interface OrganizationMemberList {
  /** @description All members; the list is not paged */
  list: OrganizationMember[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description Plugins of an organization */
export interface OrganizationPluginList {
  /** @description All plugins; the list is not paged */
  list: OrganizationPlugin[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: {
    [key: string]: unknown;
  }[];
}

/** @description Members of a project */
export interface ProjectMemberList {
  /** @description All members; the list is not paged */
  list: ProjectMember[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description One page of tasks */
export interface TaskList {
  /** @description Tasks of this page */
  list: Task[];
  /** @description Number of this page, from 1 */
  page_no: number;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no: number;
  /** @description Number of hits on all pages */
  total_count: number;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit: boolean;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations: AggregationResult[];
}

/** @description One item of a batch of annotations: one to change or to delete */
export type BatchAnnotationRequestItem = BatchAnnotationRequestItemPutV1 | BatchAnnotationRequestItemPutV2 | BatchAnnotationRequestItemDelete;

/** @description One item of a batch of inspection comments: one to save or to delete */
export type BatchInspectionRequestItem = BatchInspectionRequestItemPut | BatchInspectionRequestItemDelete;

/** @description One item of a batch of input data: one to delete */
export type BatchInputDataRequestItem = BatchInputDataRequestItemDelete;

/** @description One item of a batch of tasks: one to delete */
export type BatchTaskRequestItem = BatchTaskRequestItemDelete;

/** @description Initial value of an attribute, of the attribute's type; a choice is given by its id. tracking and link have none */
export type AdditionalDataDefaultType = boolean | number | string;

/** @description Annotation specs, in version 1, 2 or 3 */
export type AnnotationSpecs = AnnotationSpecsV1 | AnnotationSpecsV2 | AnnotationSpecsV3;

/** @description Annotation specs to save, in version 1, 2 or 3 */
export type AnnotationSpecsRequest = AnnotationSpecsRequestV1 | AnnotationSpecsRequestV2 | AnnotationSpecsRequestV3;

/** @description Answer to the generation of tasks: the project, or the job that was started */
export type TaskGenerateResponseWrapper = Project | TaskGenerateResponse;

/** @description Answer to the rebuild of the archive: a message, or the job that was started */
export type PostAnnotationArchiveUpdateResponseWrapper = Message | PostAnnotationArchiveUpdateResponse;

/** @description Answer of an operation that may start a job: a message, or the job */
export type MessageOrJobInfo = Message | ProjectJobInfo;

/** @description Month, YYYY-MM */
export type YearMonth = string;

/** @description Use of one editor */
export interface EditorUsageTimespan {
  /** @description Editor: image_editor, video_editor or 3d_editor */
  editor_name: string;
  /** @description Time of use, in hours */
  value: number;
}

/** @description Use of Annofab by an organization in one month */
export interface UsageStatus {
  /** @description Organization whose use is measured */
  organization_id: OrganizationId;
  /** @description Month that the figures describe, YYYY-MM */
  year_month: YearMonth;
  /**
   * Format: date-time
   * @description Start of the measured period, ISO 8601
   */
  aggregation_period_from: string;
  /**
   * Format: date-time
   * @description End of the measured period, ISO 8601
   */
  aggregation_period_to: string;
  /** @description Time of use of each editor */
  editor_usage: EditorUsageTimespan[];
  /** @description Storage use, in gigabyte hours */
  storage_usage: number;
}

/** @description Use of Annofab by an organization on one day */
export interface UsageStatusByDay {
  /** @description Organization whose use is measured */
  organization_id: OrganizationId;
  /**
   * Format: date
   * @description Day that the figures describe, YYYY-MM-DD
   */
  date: string;
  /**
   * Format: date-time
   * @description Start of the measured period, ISO 8601
   */
  aggregation_period_from: string;
  /**
   * Format: date-time
   * @description End of the measured period, ISO 8601
   */
  aggregation_period_to: string;
  /** @description Time of use of each editor */
  editor_usage: EditorUsageTimespan[];
  /** @description Storage use, in gigabyte hours */
  storage_usage: number;
  /**
   * Format: date-time
   * @description Creation time of the record, ISO 8601
   */
  created_datetime: string;
}

/** @description Where to download the details of use */
export interface UsageStatusCsvFileUrl {
  /** @description Address of a CSV file; fetch it without an Authorization header */
  url: string;
}

/** @description One page of the caller's notifications */
export interface MyNotificationList {
  /** @description Notifications of this page */
  messages: MyNotificationMessage[];
  /** @description Number of notifications that were read; over the limit, among the newest 10,000 */
  opened: number;
  /** @description Number of notifications on all pages */
  total: number;
  /** @description Number of this page, from 1 */
  page: number;
  /** @description Number of pages */
  page_total: number;
  /** @description True if there are more than 10,000 notifications */
  over_limit: boolean;
}

/** @description A notification to the caller */
export interface MyNotificationMessage {
  /** @description Id of the notification */
  message_id: NotificationMessageId;
  /** @description Subject of the notification */
  title: NotificationMessageTitle;
  /** @description Text of the notification */
  body: NotificationMessageBody;
  /** @description Markup of the body, as a hint for showing it */
  content_type?: NotificationMessageContentType | null;
  /** @description True if the caller has read it */
  opened: boolean;
  /**
   * Format: date-time
   * @description Time of the last change of the content, ISO 8601; the creation time if it never changed
   */
  timestamp: string;
  /**
   * Format: date-time
   * @description Creation time of the notification, ISO 8601
   */
  created_datetime: string;
}

/** @description Subject of a notification */
export type NotificationMessageTitle = string;

/** @description Text of a notification */
export type NotificationMessageBody = string;

/** @description Markup of the body of a notification, as a hint for showing it */
export type NotificationMessageContentType = string;

/** @description Marks a notification */
export interface PutMyNotificationMessageOpenedRequest {
  /** @description True to mark it as read, false as unread */
  opened?: boolean | null;
}

/** @description Unread notifications of the caller */
export interface MyNotificationUnreadMessagesCount {
  /** @description Number of unread notifications */
  unread: number;
}

/** @description A personal access token, including its secret */
export interface PersonalAccessToken {
  /** @description Id of the token, chosen by its owner and unique among their tokens */
  id: PersonalAccessTokenId;
  /** @description The secret, shown only once; goes into the Authorization header after `Bearer ` */
  token: string;
  /** @description Account with whose rights the token acts */
  account_id: AccountId;
  /** @description Text for people about what the token is for */
  note: string;
  /**
   * Format: date-time
   * @description Time at which the token expires, ISO 8601
   */
  expired_datetime: string;
  /** @description What the token allows */
  permissions: PersonalAccessTokenPermission[];
  /**
   * Format: date-time
   * @description Creation time of the token, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last use, ISO 8601; absent if never used
   */
  last_used_datetime?: string | null;
}

/** @description A personal access token without its secret */
export interface PersonalAccessTokenInfo {
  /** @description Id of the token, chosen by its owner and unique among their tokens */
  id: PersonalAccessTokenId;
  /** @description Account with whose rights the token acts */
  account_id: AccountId;
  /** @description Text for people about what the token is for */
  note: string;
  /**
   * Format: date-time
   * @description Time at which the token expires, ISO 8601
   */
  expired_datetime: string;
  /** @description What the token allows */
  permissions: PersonalAccessTokenPermission[];
  /**
   * Format: date-time
   * @description Creation time of the token, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last use, ISO 8601; absent if never used
   */
  last_used_datetime?: string | null;
}

/** @description Issues a personal access token with all rights of its owner */
export interface IssuePersonalAccessTokenRequest {
  /** @description Id to give to the token, unique among the caller's tokens */
  id: PersonalAccessTokenId;
  /** @description Text for people about what the token is for */
  note: string;
  /** @description Lifetime of the token, in milliseconds */
  expiration: number;
  /** @description What the token is to allow */
  permissions: PersonalAccessTokenPermission[];
}

/** @description Selects the personal access token to revoke */
export interface RevokePersonalAccessTokenRequest {
  /** @description Id of the token to revoke */
  id: string;
}

/** @description What a personal access token allows */
export type PersonalAccessTokenPermission = PersonalAccessTokenPermissionAll;

/** @description All rights of the owner of the token */
export interface PersonalAccessTokenPermissionAll {
  /**
   * @description Always All: selects this variant of PersonalAccessTokenPermission
   */
  _type: 'All';
}

/** @description Id of an organization's identity provider: letters, digits, _ - and . */
export type OrganizationIdpId = string;

/**
 * Format: uri
 * @description Issuer of an OpenID Connect provider (RFC 8414)
 */
export type OidcIssuer = string;

/** @description Endpoints of an OpenID Connect provider: found through the issuer, or given one by one */
export type OidcEndpoints = IssuerOnlyOidcEndpoints | AllOidcEndpoints;

/** @description Endpoints found through the issuer's .well-known/openid-configuration */
export interface IssuerOnlyOidcEndpoints {
  /**
   * @description Always IssuerOnly: selects this variant of OidcEndpoints
   */
  _type: 'IssuerOnly';
  /** @description Issuer of the provider (RFC 8414) */
  issuer: OidcIssuer;
}

/** @description Endpoints given one by one */
export interface AllOidcEndpoints {
  /**
   * @description Always All: selects this variant of OidcEndpoints
   */
  _type: 'All';
  /** @description Issuer of the provider (RFC 8414) */
  issuer: OidcIssuer;
  /**
   * Format: uri
   * @description Authorization endpoint (RFC 8414)
   */
  authorize_url: string;
  /**
   * Format: uri
   * @description Token endpoint (RFC 8414)
   */
  token_url: string;
  /**
   * Format: uri
   * @description UserInfo endpoint (OpenID Connect Core 1.0)
   */
  userinfo_url: string;
  /**
   * Format: uri
   * @description Address of the key set, jwks_uri (RFC 8414)
   */
  jwks_url: string;
}

/** @description Which attributes of the provider Annofab reads */
export interface OidcAttributeMapping {
  /** @description Provider's attribute that holds the email address */
  email: string;
  /** @description Provider's attribute that holds the display name */
  name: string;
}

/** @description An OpenID Connect provider through which an organization's users sign in */
export interface OrganizationOidcIdp {
  /** @description Id of the provider within the organization */
  id: OrganizationIdpId;
  /** @description Organization whose users sign in through the provider */
  organization_name: OrganizationName;
  /** @description Client id that the provider issued for Annofab */
  client_id: string;
  /** @description Client secret that the provider issued for Annofab; never log it */
  client_secret: string;
  /**
   * @description HTTP method with which Annofab asks for the user's attributes
   */
  attributes_request_method: 'GET' | 'POST';
  /** @description Endpoints of the provider */
  endpoints: OidcEndpoints;
  /** @description Which attributes of the provider Annofab reads */
  attribute_mapping: OidcAttributeMapping;
  /**
   * Format: uri
   * @description Page on which a new user signs up through the provider
   */
  sign_up_url: string;
  /**
   * Format: date-time
   * @description Creation time of the provider, ISO 8601
   */
  created_datetime: string;
  /**
   * Format: date-time
   * @description Time of the last change to the provider, ISO 8601
   */
  updated_datetime: string;
}

/** @description Registers or changes an organization's identity provider */
export interface PutOrganizationIdpBody {
  /** @description Client id that the provider issued for Annofab */
  client_id: string;
  /** @description Client secret that the provider issued for Annofab; never log it */
  client_secret: string;
  /**
   * @description HTTP method with which Annofab asks for the user's attributes
   */
  attributes_request_method: 'GET' | 'POST';
  /** @description Endpoints of the provider */
  endpoints: OidcEndpoints;
  /** @description Which attributes of the provider Annofab reads */
  attribute_mapping: OidcAttributeMapping;
}

/** @description How an external identity provider is found */
export type ExternalIdpDeterminant = GlobalIdpNameDeterminant | OrganizationIdpIdDeterminant | UserIdDeterminant;

/** @description A provider that all of Annofab uses, by its name */
export interface GlobalIdpNameDeterminant {
  /**
   * @description Always GlobalIdpName: selects this variant of ExternalIdpDeterminant
   */
  _type: 'GlobalIdpName';
  /**
   * @description Name of the provider
   */
  name: 'Google';
}

/** @description A provider of an organization, by its id */
export interface OrganizationIdpIdDeterminant {
  /**
   * @description Always OrganizationIdpId: selects this variant of ExternalIdpDeterminant
   */
  _type: 'OrganizationIdpId';
  /** @description Organization that registered the provider */
  organization_name: OrganizationName;
  /** @description Id of the provider within the organization */
  provider_id: OrganizationIdpId;
}

/** @description The only provider that a user can use */
export interface UserIdDeterminant {
  /**
   * @description Always UserId: selects this variant of ExternalIdpDeterminant
   */
  _type: 'UserId';
  /** @description Login name of the user */
  user_id: UserId;
}

/** @description Thumbnails of the annotations of one frame */
export interface AnnotationThumbnail {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that the annotations belong to */
  task_id: TaskId;
  /** @description Input data on which the annotations are drawn */
  input_data_id: InputDataId;
  /** @description Images that contain the thumbnails */
  images: AnnotationThumbnailImage[];
  /** @description Thumbnail of each annotation, by annotation id */
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /**
   * Format: date-time
   * @description updated_datetime of the annotations that the thumbnails show; absent if there are no thumbnails yet
   */
  annotation_updated_datetime?: string | null;
  /**
   * Format: date-time
   * @description Registration time of the thumbnails, ISO 8601; absent if there are none yet
   */
  created_datetime?: string | null;
}

/** @description Registers thumbnails of the annotations of one frame */
export interface PutAnnotationThumbnailBody {
  /** @description Uploaded images that contain the thumbnails */
  images: AnnotationThumbnailImageSource[];
  /** @description Thumbnail of each annotation, by annotation id */
  annotations: {
    [key: string]: AnnotationThumbnailDetail;
  };
  /**
   * Format: date-time
   * @description updated_datetime of the annotations that the thumbnails show, from getEditorAnnotation or putAnnotation
   */
  annotation_updated_datetime: string;
}

/** @description An image that contains thumbnails */
export interface AnnotationThumbnailImage {
  /**
   * @description Always Thumbnail; Annofab may leave it out of a response
   */
  _type?: 'Thumbnail' | null;
  /**
   * Format: uri
   * @description Address of the image
   */
  url: string;
  /** @description Width of the image, in pixels */
  width: number;
  /** @description Height of the image, in pixels */
  height: number;
}

/** @description An uploaded image that contains thumbnails */
export interface AnnotationThumbnailImageSource {
  /**
   * @description Always Upload; Annofab may leave it out of a response
   */
  _type?: 'Upload' | null;
  /** @description Path of the uploaded image, from createTempPath */
  temporary_path: string;
}

/** @description Thumbnail of one annotation: a part of an image, not supported, or failed */
export type AnnotationThumbnailDetail = AnnotationThumbnailDetailImageSlice | AnnotationThumbnailDetailUnsupported | AnnotationThumbnailDetailFailed;

/** @description Part of an image that is the thumbnail */
export interface AnnotationThumbnailDetailImageSlice {
  /**
   * @description Always ImageSlice: selects this variant of AnnotationThumbnailDetail
   */
  _type: 'ImageSlice';
  /** @description Index into images, from 0 */
  image: number;
  /** @description Left edge of the part, in pixels */
  x: number;
  /** @description Top edge of the part, in pixels */
  y: number;
  /** @description Width of the part, in pixels */
  width: number;
  /** @description Height of the part, in pixels */
  height: number;
}

/** @description The annotation type has no thumbnails */
export interface AnnotationThumbnailDetailUnsupported {
  /**
   * @description Always Unsupported: selects this variant of AnnotationThumbnailDetail
   */
  _type: 'Unsupported';
}

/** @description The thumbnail could not be made */
export interface AnnotationThumbnailDetailFailed {
  /**
   * @description Always Failed: selects this variant of AnnotationThumbnailDetail
   */
  _type: 'Failed';
  /** @description Cause of the failure */
  reason: string;
}

/** @description Id of a kind of extra data: letters, digits, _ - and . */
export type ProjectExtraDataKindId = string;

/** @description A kind of extra data that projects can hold */
export interface ProjectExtraDataKind {
  /** @description Id of the kind */
  id: ProjectExtraDataKindId;
  /** @description Name of the kind in each language */
  display_name: InternationalizationMessage;
  /** @description JSON that describes the structure of the values */
  schema: {
    [key: string]: unknown;
  };
  /** @description Whether there is one value per project, per user or both */
  scope: ProjectExtraDataKindScope;
  /** @description Value where none was saved; absent if there is none */
  default_value?: ProjectExtraDataValueJson | null;
}

/**
 * @description project: one value shared by all members; user: one value per member; both: either
 */
export type ProjectExtraDataKindScope = 'project' | 'user' | 'both';

/** @description Extra data of one kind in a project */
export interface ProjectExtraData {
  /** @description Project that holds the data */
  project_id: ProjectId;
  /** @description User whose value it is; absent if all members share it */
  account_id?: AccountId | null;
  /** @description Kind of the data */
  kind_id: ProjectExtraDataKindId;
  /** @description The saved value, the default, or nothing */
  value: ProjectExtraDataValue;
}

/** @description Value of extra data: none, the default, or a saved one */
export type ProjectExtraDataValue = ProjectExtraDataValueEmpty | ProjectExtraDataValueDefault | ProjectExtraDataValueSaved;

/** @description Nothing was saved and the kind has no default */
export interface ProjectExtraDataValueEmpty {
  /**
   * @description Always Empty: selects this variant of ProjectExtraDataValue
   */
  _type: 'Empty';
}

/** @description Nothing was saved; the default of the kind applies */
export interface ProjectExtraDataValueDefault {
  /**
   * @description Always Default: selects this variant of ProjectExtraDataValue
   */
  _type: 'Default';
  /** @description The default of the kind */
  value: ProjectExtraDataValueJson;
}

/** @description A value was saved */
export interface ProjectExtraDataValueSaved {
  /**
   * @description Always Saved: selects this variant of ProjectExtraDataValue
   */
  _type: 'Saved';
  /** @description The value that was saved */
  value: ProjectExtraDataValueJson;
  /**
   * Format: date-time
   * @description Time of the last save, ISO 8601; send it back as last_updated_datetime
   */
  updated_datetime: string;
}

/** @description Saves extra data */
export interface PutProjectExtraDataBody {
  /** @description Value to save */
  value: ProjectExtraDataValueJson;
  /**
   * Format: date-time
   * @description updated_datetime of the extra data as read, sent back unchanged; leave it out to create. 409 if it has changed since
   */
  last_updated_datetime?: string | null;
}

/** @description Any JSON except null */
export type ProjectExtraDataValueJson = unknown;

/** @description Names a task that could not be read */
export interface TaskIdentifier {
  /** @description Project that was asked for the task */
  project_id: ProjectId;
  /** @description Task that was not found */
  task_id: TaskId;
}

/** @description Result of reading several tasks */
export interface GetTasksInBulkResponse {
  /** @description Tasks that were found */
  success: Task[];
  /** @description Tasks that were not found */
  failure: TaskIdentifier[];
}

/** @description Names an input data that could not be read */
export interface InputDataIdentifier {
  /** @description Project that was asked for the input data */
  project_id: ProjectId;
  /** @description Input data that was not found */
  input_data_id: InputDataId;
}

/** @description Result of reading several input data */
export interface GetInputDataInBulkResponse {
  /** @description Input data that were found */
  success: InputData[];
  /** @description Input data that were not found */
  failure: InputDataIdentifier[];
}

/** @description Names a frame whose annotations could not be read */
export interface AnnotationsByInputDataIdIdentifier {
  /** @description Project that the task belongs to */
  project_id: ProjectId;
  /** @description Task that was asked for the frame */
  task_id: TaskId;
  /** @description Input data whose annotations were not found */
  input_data_id: InputDataId;
}

/** @description Result of reading the annotations of several frames */
export interface GetEditorAnnotationsInBulkResponse {
  /** @description Annotations of each frame that was found */
  success: AnnotationV2Output[];
  /** @description Frames that were not found */
  failure: AnnotationsByInputDataIdIdentifier[];
}

/** @description Names an input data whose supplementary data could not be read */
export interface SupplementaryDataByInputDataIdIdentifier {
  /** @description Project that was asked for the input data */
  project_id: ProjectId;
  /** @description Input data that was not found */
  input_data_id: InputDataId;
}

/** @description Result of reading the supplementary data of several input data */
export interface GetSupplementaryDataInBulkResponse {
  /** @description Supplementary data of the input data that were found */
  success: SupplementaryData[];
  /** @description Input data that were not found */
  failure: SupplementaryDataByInputDataIdIdentifier[];
}

/** @description A set of input data; it belongs to removed operations */
export interface InputDataSet {
  /** @description Id of the set */
  input_data_set_id: InputDataSetId;
  /** @description Name of the set */
  input_data_set_name: string;
  /** @description Organization that owns the set */
  organization_id: OrganizationId;
  /** @description Type of the input data in the set */
  input_data_type: InputDataType;
  /** @description ARN of the customer's own storage; absent if the files are in Annofab */
  private_storage_arn?: string | null;
  /**
   * Format: date-time
   * @description Time of the last change to the input data set, ISO 8601
   */
  updated_datetime?: string | null;
}

/** @description One page of input data sets */
export interface InputDataSetList {
  /** @description Sets of this page */
  list?: InputDataSet[] | null;
  /** @description Number of this page, from 1 */
  page_no?: number | null;
  /** @description Number of pages; 1 even if there are no hits */
  total_page_no?: number | null;
  /** @description Number of hits on all pages */
  total_count?: number | null;
  /** @description True if there are more than 10,000 hits; only the first 10,000 can be read */
  over_limit?: boolean | null;
  /** @description Counts of the hits by some of their fields; often empty */
  aggregations?: AggregationResult[] | null;
}

/** @description Creates or changes an input data set */
export interface PutInputDataSetRequest {
  /** @description Name to give to the set */
  input_data_set_name: string;
  /** @description Type of the input data in the set */
  input_data_type: InputDataType;
  /** @description ARN of the customer's own storage; leave it out to store the files in Annofab */
  private_storage_arn?: string | null;
  /**
   * Format: date-time
   * @description updated_datetime of the input data set as read, sent back unchanged; leave it out to create. 409 if it has changed since
   */
  last_updated_datetime?: string | null;
}

/** @description Renames an organization */
export interface UpdateOrganizationNameRequest {
  /** @description Organization to rename */
  organization_id: string;
  /** @description New name; must be unique in Annofab */
  organization_name: OrganizationName;
  /**
   * Format: date-time
   * @description updated_datetime of the organization as read, sent back unchanged; 409 if it has changed since
   */
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
