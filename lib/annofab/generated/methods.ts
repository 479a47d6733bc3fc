// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

import type { ApiPromise } from '../http/api-promise.ts';
import type { Args, Result } from '../operation-types.ts';
import type { RequestOptions } from '../options.ts';

/** One method per operation, named by its id. */
export interface OperationMethods {
  /**
   * Change your own password.
   *
   * `POST /api/v1/change-password`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  changePassword(...args: [...Args<'changePassword'>, options?: RequestOptions]): ApiPromise<Result<'changePassword'>>;

  /**
   * Confirm a change of your email address with the code from the mail.
   *
   * `POST /api/v1/confirm-reset-email`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  confirmResetEmail(...args: [...Args<'confirmResetEmail'>, options?: RequestOptions]): ApiPromise<Result<'confirmResetEmail'>>;

  /**
   * Set a new password with the code from the reset mail.
   *
   * `POST /api/v1/confirm-reset-password`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  confirmResetPassword(...args: [...Args<'confirmResetPassword'>, options?: RequestOptions]): ApiPromise<Result<'confirmResetPassword'>>;

  /**
   * Complete a sign-up with the code from the mail.
   *
   * `POST /api/v1/confirm-sign-up`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  confirmSignup(...args: [...Args<'confirmSignup'>, options?: RequestOptions]): ApiPromise<Result<'confirmSignup'>>;

  /**
   * Verify your email address with the code from the mail.
   *
   * `POST /api/v1/confirm-verify-email`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  confirmVerifyEmail(...args: [...Args<'confirmVerifyEmail'>, options?: RequestOptions]): ApiPromise<Result<'confirmVerifyEmail'>>;

  /**
   * Issue a token for a guest who works in a project.
   *
   * The same user_id in the profile always means the same guest.
   *
   * `POST /api/v1/issue-project-guest-token`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/issueProjectGuestUserToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  issueProjectGuestUserToken(...args: [...Args<'issueProjectGuestUserToken'>, options?: RequestOptions]): ApiPromise<Result<'issueProjectGuestUserToken'>>;

  /**
   * Issue a project token, from which guest tokens are issued.
   *
   * `POST /api/v1/issue-project-token`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/issueProjectToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  issueProjectToken(...args: [...Args<'issueProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'issueProjectToken'>>;

  /**
   * List the tokens of a project.
   *
   * `POST /api/v1/list-project-token`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/listProjectToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  listProjectToken(...args: [...Args<'listProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'listProjectToken'>>;

  /**
   * Log in with user id and password.
   *
   * The answer holds tokens or, if multi-factor authentication is on, a session for loginRespondToAuthChallenge.
   *
   * `POST /api/v1/login`
   *
   * - Allowed roles: anyone
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/login
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  login(...args: [...Args<'login'>, options?: RequestOptions]): ApiPromise<Result<'login'>>;

  /**
   * Complete a login with the code of the authenticator app.
   *
   * A wrong or expired code is a 400.
   *
   * `POST /api/v1/login-respond-to-auth-challenge`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/loginRespondToAuthChallenge
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  loginRespondToAuthChallenge(...args: [...Args<'loginRespondToAuthChallenge'>, options?: RequestOptions]): ApiPromise<Result<'loginRespondToAuthChallenge'>>;

  /**
   * Log out and invalidate the tokens of the login.
   *
   * `POST /api/v1/logout`
   *
   * - Allowed roles: anyone
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 401: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/logout
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  logout(...args: [...Args<'logout'>, options?: RequestOptions]): ApiPromise<Result<'logout'>>;

  /**
   * Get your own account.
   *
   * `GET /api/v1/my/account`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyAccount
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyAccount(...args: [...Args<'getMyAccount'>, options?: RequestOptions]): ApiPromise<Result<'getMyAccount'>>;

  /**
   * Change your own account.
   *
   * `PUT /api/v1/my/account`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putMyAccount
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putMyAccount(...args: [...Args<'putMyAccount'>, options?: RequestOptions]): ApiPromise<Result<'putMyAccount'>>;

  /**
   * Request the deletion of your own account; a code is mailed.
   *
   * `POST /api/v1/my/account/delete-request`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateMyAccountDelete(...args: [...Args<'initiateMyAccountDelete'>, options?: RequestOptions]): ApiPromise<Result<'initiateMyAccountDelete'>>;

  /**
   * Delete your own account with the code from the mail.
   *
   * `POST /api/v1/my/account/delete-request/confirm`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   * - 409 if the current state does not allow the operation
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  confirmMyAccountDelete(...args: [...Args<'confirmMyAccountDelete'>, options?: RequestOptions]): ApiPromise<Result<'confirmMyAccountDelete'>>;

  /**
   * Issue a personal access token.
   *
   * Its secret is in this answer only. The token has all rights of your account and cannot be refreshed.
   *
   * `POST /api/v1/my/issue-personal-access-token`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/issuePersonalAccessToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  issuePersonalAccessToken(...args: [...Args<'issuePersonalAccessToken'>, options?: RequestOptions]): ApiPromise<Result<'issuePersonalAccessToken'>>;

  /**
   * List your notifications.
   *
   * `GET /api/v1/my/messages`
   *
   * - Allowed roles: any account
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (1 to 200, default 20)
   *
   * @see https://annofab.com/docs/api/#operation/getMyNotificationMessages
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyNotificationMessages(...args: [...Args<'getMyNotificationMessages'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationMessages'>>;

  /**
   * Get one of your notifications.
   *
   * `GET /api/v1/my/messages/{message_id}`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyNotificationMessage
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyNotificationMessage(...args: [...Args<'getMyNotificationMessage'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationMessage'>>;

  /**
   * Mark one of your notifications as read or unread.
   *
   * `PUT /api/v1/my/messages/{message_id}/opened`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/putMyNotificationMessageOpened
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putMyNotificationMessageOpened(...args: [...Args<'putMyNotificationMessageOpened'>, options?: RequestOptions]): ApiPromise<Result<'putMyNotificationMessageOpened'>>;

  /**
   * List the organizations that you belong to.
   *
   * `GET /api/v1/my/organizations`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyOrganizations
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyOrganizations(...args: [...Args<'getMyOrganizations'>, options?: RequestOptions]): ApiPromise<Result<'getMyOrganizations'>>;

  /**
   * Rename an organization.
   *
   * `PUT /api/v1/my/organizations`
   *
   * - Allowed roles: organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @deprecated Removed by Annofab. Replacement: putOrganization.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  updateOrganization(...args: [...Args<'updateOrganization'>, options?: RequestOptions]): ApiPromise<Result<'updateOrganization'>>;

  /**
   * List your personal access tokens, without their secrets.
   *
   * `GET /api/v1/my/personal-access-tokens`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getPersonalAccessTokens
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getPersonalAccessTokens(...args: [...Args<'getPersonalAccessTokens'>, options?: RequestOptions]): ApiPromise<Result<'getPersonalAccessTokens'>>;

  /**
   * List your memberships in projects.
   *
   * `GET /api/v1/my/project-members`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyProjectMembers
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyProjectMembers(...args: [...Args<'getMyProjectMembers'>, options?: RequestOptions]): ApiPromise<Result<'getMyProjectMembers'>>;

  /**
   * List the projects that you belong to.
   *
   * `GET /api/v1/my/projects`
   *
   * - Allowed roles: any account
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   * - `organization_id`: Only projects of this organization
   * - `title`: Only projects whose title contains this text; case is ignored
   * - `status`: Only projects in this state
   * - `input_data_type`: Only projects of this type
   * - `sort_by`: date to sort by the last change to a task; absent means by title
   *
   * @see https://annofab.com/docs/api/#operation/getMyProjects
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyProjects(...args: [...Args<'getMyProjects'>, options?: RequestOptions]): ApiPromise<Result<'getMyProjects'>>;

  /**
   * Get your membership in a project.
   *
   * `GET /api/v1/my/projects/{project_id}/member`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyMemberInProject
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyMemberInProject(...args: [...Args<'getMyMemberInProject'>, options?: RequestOptions]): ApiPromise<Result<'getMyMemberInProject'>>;

  /**
   * Revoke one of your personal access tokens.
   *
   * `POST /api/v1/my/revoke-personal-access-token`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/revokePersonalAccessToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  revokePersonalAccessToken(...args: [...Args<'revokePersonalAccessToken'>, options?: RequestOptions]): ApiPromise<Result<'revokePersonalAccessToken'>>;

  /**
   * Count your unread notifications.
   *
   * `GET /api/v1/my/unread-messages-count`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMyNotificationUnreadMessagesCount
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMyNotificationUnreadMessagesCount(...args: [...Args<'getMyNotificationUnreadMessagesCount'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationUnreadMessagesCount'>>;

  /**
   * Create an organization and become its owner.
   *
   * `POST /api/v1/organizations`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/createNewOrganization
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  createNewOrganization(...args: [...Args<'createNewOrganization'>, options?: RequestOptions]): ApiPromise<Result<'createNewOrganization'>>;

  /**
   * Delete an organization that has no projects.
   *
   * A deleted organization cannot be restored.
   *
   * `DELETE /api/v1/organizations/{organization_name}`
   *
   * - Allowed roles: organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/deleteOrganization
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteOrganization(...args: [...Args<'deleteOrganization'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganization'>>;

  /**
   * Get an organization by its name.
   *
   * `GET /api/v1/organizations/{organization_name}`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganization
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganization(...args: [...Args<'getOrganization'>, options?: RequestOptions]): ApiPromise<Result<'getOrganization'>>;

  /**
   * Rename an organization.
   *
   * `PUT /api/v1/organizations/{organization_name}`
   *
   * - Allowed roles: organization owner or administrator
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putOrganization
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putOrganization(...args: [...Args<'putOrganization'>, options?: RequestOptions]): ApiPromise<Result<'putOrganization'>>;

  /**
   * Get the storage use of an organization, in bytes.
   *
   * `GET /api/v1/organizations/{organization_name}/activity`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationActivity
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationActivity(...args: [...Args<'getOrganizationActivity'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationActivity'>>;

  /**
   * List the OpenID Connect identity providers of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/id-providers`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   * - 409 if the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationIdpList
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationIdpList(...args: [...Args<'getOrganizationIdpList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationIdpList'>>;

  /**
   * Remove an identity provider from an organization.
   *
   * `DELETE /api/v1/organizations/{organization_name}/id-providers/{id}`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/deleteOrganizationIdp
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteOrganizationIdp(...args: [...Args<'deleteOrganizationIdp'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationIdp'>>;

  /**
   * Register or change an identity provider of an organization.
   *
   * `PUT /api/v1/organizations/{organization_name}/id-providers/{id}`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/putOrganizationIdp
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putOrganizationIdp(...args: [...Args<'putOrganizationIdp'>, options?: RequestOptions]): ApiPromise<Result<'putOrganizationIdp'>>;

  /**
   * List the input data sets of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: none (each input data set belongs to a project).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInputDataSetList(...args: [...Args<'getInputDataSetList'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataSetList'>>;

  /**
   * Get an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: none (each input data set belongs to a project).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInputDataSet(...args: [...Args<'getInputDataSet'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataSet'>>;

  /**
   * Create or change an input data set.
   *
   * `PUT /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @deprecated Removed by Annofab. Replacement: none (each input data set belongs to a project).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putInputDataSet(...args: [...Args<'putInputDataSet'>, options?: RequestOptions]): ApiPromise<Result<'putInputDataSet'>>;

  /**
   * Search the input data of an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs`
   *
   * - Allowed roles: organization member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `input_data_id`: Only input data whose id contains this text; case is ignored
   * - `input_data_name`: Only input data whose name contains this text; case is ignored
   * - `input_data_path`: Only input data whose path contains this text
   * - `task_id`: Only input data of tasks whose id contains this text
   * - `from`: Only input data changed at this time or later, ISO 8601
   * - `to`: Only input data changed at this time or earlier, ISO 8601
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (1 to 200, default 30)
   *
   * @deprecated Removed by Annofab. Replacement: getInputDataList.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationInputDataList(...args: [...Args<'getOrganizationInputDataList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationInputDataList'>>;

  /**
   * Delete one input data from an input data set.
   *
   * `DELETE /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs/{input_data_id}`
   *
   * - Allowed roles: organization owner or administrator, project owner
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: deleteInputData.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteOrganizationInputData(...args: [...Args<'deleteOrganizationInputData'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationInputData'>>;

  /**
   * Get one input data of an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs/{input_data_id}`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getInputData.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationInputData(...args: [...Args<'getOrganizationInputData'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationInputData'>>;

  /**
   * List the background jobs of an organization, newest first.
   *
   * `GET /api/v1/organizations/{organization_name}/jobs`
   *
   * - Allowed roles: organization member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `type`: Only jobs of this type
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   * - `exclusive_start_created_datetime`: Only jobs created strictly before this time, ISO 8601; pass the oldest created_datetime of the previous answer to continue
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationJob
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationJob(...args: [...Args<'getOrganizationJob'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationJob'>>;

  /**
   * List the members of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/members`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationMembers
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationMembers(...args: [...Args<'getOrganizationMembers'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMembers'>>;

  /**
   * Remove a member from an organization.
   *
   * The membership stays, with the status inactive.
   *
   * `DELETE /api/v1/organizations/{organization_name}/members/{user_id}`
   *
   * - Allowed roles: organization owner or administrator
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteOrganizationMember
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteOrganizationMember(...args: [...Args<'deleteOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationMember'>>;

  /**
   * Get a member of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/members/{user_id}`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationMember
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationMember(...args: [...Args<'getOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMember'>>;

  /**
   * Invite a user into an organization; the invitation is mailed.
   *
   * `POST /api/v1/organizations/{organization_name}/members/{user_id}/invitation`
   *
   * - Allowed roles: organization owner or administrator
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/inviteOrganizationMember
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  inviteOrganizationMember(...args: [...Args<'inviteOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'inviteOrganizationMember'>>;

  /**
   * Accept an invitation into an organization.
   *
   * `POST /api/v1/organizations/{organization_name}/members/{user_id}/invitation/accept`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/acceptOrganizationInvitation
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  acceptOrganizationInvitation(...args: [...Args<'acceptOrganizationInvitation'>, options?: RequestOptions]): ApiPromise<Result<'acceptOrganizationInvitation'>>;

  /**
   * Change the role of an organization member.
   *
   * `PUT /api/v1/organizations/{organization_name}/members/{user_id}/role`
   *
   * - Allowed roles: organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/updateOrganizationMemberRole
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  updateOrganizationMemberRole(...args: [...Args<'updateOrganizationMemberRole'>, options?: RequestOptions]): ApiPromise<Result<'updateOrganizationMemberRole'>>;

  /**
   * List the plugins of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/plugins`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationPlugins
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationPlugins(...args: [...Args<'getOrganizationPlugins'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationPlugins'>>;

  /**
   * Remove a plugin from an organization.
   *
   * `DELETE /api/v1/organizations/{organization_name}/plugins/{plugin_id}`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteOrganizationPlugin
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteOrganizationPlugin(...args: [...Args<'deleteOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationPlugin'>>;

  /**
   * Get a plugin of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/plugins/{plugin_id}`
   *
   * - Allowed roles: organization member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationPlugin
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationPlugin(...args: [...Args<'getOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationPlugin'>>;

  /**
   * Create or change a plugin of an organization.
   *
   * `PUT /api/v1/organizations/{organization_name}/plugins/{plugin_id}`
   *
   * - Allowed roles: organization owner or administrator, organization owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putOrganizationPlugin
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putOrganizationPlugin(...args: [...Args<'putOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'putOrganizationPlugin'>>;

  /**
   * List the projects of an organization.
   *
   * A contributor sees only projects that they belong to.
   *
   * `GET /api/v1/organizations/{organization_name}/projects`
   *
   * - Allowed roles: organization member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   * - `account_id`: Only projects that this account belongs to
   * - `except_account_id`: Only projects that this account does not belong to
   * - `title`: Only projects whose title contains this text; case is ignored
   * - `status`: Only projects in this state
   * - `plugin_id`: Only projects that use this plugin
   * - `input_data_type`: Only projects of this type
   * - `sort_by`: date to sort by the last change to a task; absent means by title
   *
   * @see https://annofab.com/docs/api/#operation/getProjectsOfOrganization
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectsOfOrganization(...args: [...Args<'getProjectsOfOrganization'>, options?: RequestOptions]): ApiPromise<Result<'getProjectsOfOrganization'>>;

  /**
   * List the monthly usage of an organization.
   *
   * Editor use is in hours, storage use in gigabyte hours.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status`
   *
   * - Allowed roles: organization owner or administrator
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First month, YYYY-MM; absent means one year before the last one
   * - `to`: Last month, YYYY-MM; absent means the current one in Japan time
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationUsageStatusList
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationUsageStatusList(...args: [...Args<'getOrganizationUsageStatusList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatusList'>>;

  /**
   * Get the URL of a CSV file with the usage details of one month.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status-detail/{year_month}`
   *
   * - Allowed roles: organization owner or administrator
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationUsageStatusDetail
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationUsageStatusDetail(...args: [...Args<'getOrganizationUsageStatusDetail'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatusDetail'>>;

  /**
   * Get the daily usage of an organization in one month.
   *
   * Editor use is in hours, storage use in gigabyte hours.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status/{year_month}`
   *
   * - Allowed roles: organization owner or administrator
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationUsageStatus
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationUsageStatus(...args: [...Args<'getOrganizationUsageStatus'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatus'>>;

  /**
   * Exchange a plugin's authorization code or refresh token for tokens.
   *
   * `POST /api/v1/plugin-token`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/requestPluginToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  requestPluginToken(...args: [...Args<'requestPluginToken'>, options?: RequestOptions]): ApiPromise<Result<'requestPluginToken'>>;

  /**
   * Start the deletion of a suspended project.
   *
   * Deletes its annotation specs, input data, tasks and annotations as well; they cannot be restored.
   *
   * `DELETE /api/v1/projects/{project_id}`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one, or the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/deleteProject
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteProject(...args: [...Args<'deleteProject'>, options?: RequestOptions]): ApiPromise<Result<'deleteProject'>>;

  /**
   * Get a project.
   *
   * `GET /api/v1/projects/{project_id}`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProject
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProject(...args: [...Args<'getProject'>, options?: RequestOptions]): ApiPromise<Result<'getProject'>>;

  /**
   * Create, change, suspend or resume a project, or move it to another organization.
   *
   * A move starts a job; pass `v: 2` to get it in the answer (202). A suspended project's archive and statistics are not refreshed.
   *
   * `PUT /api/v1/projects/{project_id}`
   *
   * - Allowed roles: organization owner or administrator, project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one, or the current state does not allow the operation, or the resource has changed since it was read
   *
   * Query parameters:
   * - `v`: Version of the answer to a move: 1 is the project (200), 2 the job and the project (202) (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/putProject
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putProject(...args: [...Args<'putProject'>, options?: RequestOptions]): ApiPromise<Result<'putProject'>>;

  /**
   * Get the annotation specs: labels, attributes, choices and restrictions.
   *
   * Pass `v: 3`: the default is the deprecated version 1.
   *
   * `GET /api/v1/projects/{project_id}/annotation-specs`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `history_id`: Past version to read, from getAnnotationSpecsHistories; absent means the current one
   * - `v`: Version of the answer: 3 is current, 1 and 2 are deprecated (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotationSpecs
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationSpecs(...args: [...Args<'getAnnotationSpecs'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecs'>>;

  /**
   * Replace the annotation specs.
   *
   * Labels, attributes and phrases that the body leaves out are deleted. Pass `v: 3` to get the current version back.
   *
   * `PUT /api/v1/projects/{project_id}/annotation-specs`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * Query parameters:
   * - `v`: Version of the answer, not of the body: 3 is current, 1 and 2 are deprecated (default 2)
   *
   * @see https://annofab.com/docs/api/#operation/putAnnotationSpecs
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putAnnotationSpecs(...args: [...Args<'putAnnotationSpecs'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotationSpecs'>>;

  /**
   * List the past versions of the annotation specs.
   *
   * `GET /api/v1/projects/{project_id}/annotation-specs-histories`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotationSpecsHistories
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationSpecsHistories(...args: [...Args<'getAnnotationSpecsHistories'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecsHistories'>>;

  /**
   * Change or delete many annotations in one call.
   *
   * Not atomic: if an item fails, the call fails, but the items before it stay applied, so read again before a retry. A label cannot change to another annotation type.
   *
   * `POST /api/v1/projects/{project_id}/annotations`
   *
   * - Allowed roles: project owner or accepter
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or the resource has changed since it was read
   *
   * Query parameters:
   * - `v`: Version of the annotations in the answer; each item has its own _type (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/batchUpdateAnnotations
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  batchUpdateAnnotations(...args: [...Args<'batchUpdateAnnotations'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateAnnotations'>>;

  /**
   * Search the annotations of a project.
   *
   * At most 10,000 hits can be read; over_limit says that there are more.
   *
   * `GET /api/v1/projects/{project_id}/annotations`
   *
   * - Allowed roles: project member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   * - `no_aggregate_label_and_input`: True to skip the counts per label and attribute, which can make the search faster (default false)
   * - `query`: Which annotations to find
   * - `sort`: Sort keys joined by commas, with a leading - for descending order: 'task_id,-detail.updated_datetime'
   * - `v`: Version of the annotations in the answer (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotationList
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationList(...args: [...Args<'getAnnotationList'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationList'>>;

  /**
   * Get the URL of the annotation archive in the full format, valid for an hour.
   *
   * `GET /api/v1/projects/{project_id}/archive/full`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   * - 409 if the annotation archive is being rebuilt
   *
   * @deprecated Replacement: getAnnotationArchive.
   * @see https://annofab.com/docs/api/#operation/getArchiveFullWithProId
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getArchiveFullWithProId(...args: [...Args<'getArchiveFullWithProId'>, options?: RequestOptions]): ApiPromise<Result<'getArchiveFullWithProId'>>;

  /**
   * Get the URL of the annotation archive in the simple format, valid for an hour.
   *
   * 404 if the archive was never built. Annofab rebuilds it at about 03:00 Japan time.
   *
   * `GET /api/v1/projects/{project_id}/archive/simple`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   * - 409 if the annotation archive is being rebuilt
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotationArchive
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationArchive(...args: [...Args<'getAnnotationArchive'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationArchive'>>;

  /**
   * Start a rebuild of the annotation archive.
   *
   * It can take tens of minutes.
   *
   * `POST /api/v1/projects/{project_id}/archive/update`
   *
   * - Allowed roles: project owner or data user
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one
   *
   * @see https://annofab.com/docs/api/#operation/postAnnotationArchiveUpdate
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  postAnnotationArchiveUpdate(...args: [...Args<'postAnnotationArchiveUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postAnnotationArchiveUpdate'>>;

  /**
   * Assign tasks to yourself or to a chosen member.
   *
   * The project's settings decide which kinds of assignment are allowed.
   *
   * `POST /api/v1/projects/{project_id}/assign-tasks`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/assignTasks
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  assignTasks(...args: [...Args<'assignTasks'>, options?: RequestOptions]): ApiPromise<Result<'assignTasks'>>;

  /**
   * Start a copy of a project.
   *
   * Settings, members and annotation specs are always copied.
   *
   * `POST /api/v1/projects/{project_id}/copy`
   *
   * - Allowed roles: organization owner or administrator, project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one
   *
   * @see https://annofab.com/docs/api/#operation/initiateProjectCopy
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateProjectCopy(...args: [...Args<'initiateProjectCopy'>, options?: RequestOptions]): ApiPromise<Result<'initiateProjectCopy'>>;

  /**
   * Get a URL for a file upload, and the path to register the file by.
   *
   * PUT the file to the URL without an Authorization header, and use the path within 24 hours.
   *
   * `POST /api/v1/projects/{project_id}/create-temp-path`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/createTempPath
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  createTempPath(...args: [...Args<'createTempPath'>, options?: RequestOptions]): ApiPromise<Result<'createTempPath'>>;

  /**
   * List the kinds of extra data that a project can hold.
   *
   * `GET /api/v1/projects/{project_id}/extra-data-kinds`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectExtraDataKinds
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectExtraDataKinds(...args: [...Args<'getProjectExtraDataKinds'>, options?: RequestOptions]): ApiPromise<Result<'getProjectExtraDataKinds'>>;

  /**
   * Get a project's extra data of one kind.
   *
   * `GET /api/v1/projects/{project_id}/extra-data/{kind_id}`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `user_scope`: True for the value of the calling user; false or absent for the value that all members share
   *
   * @see https://annofab.com/docs/api/#operation/getProjectExtraData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectExtraData(...args: [...Args<'getProjectExtraData'>, options?: RequestOptions]): ApiPromise<Result<'getProjectExtraData'>>;

  /**
   * Save a project's extra data of one kind.
   *
   * `PUT /api/v1/projects/{project_id}/extra-data/{kind_id}`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * Query parameters:
   * - `user_scope`: True for the value of the calling user; false or absent for the value that all members share
   *
   * @see https://annofab.com/docs/api/#operation/putProjectExtraData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putProjectExtraData(...args: [...Args<'putProjectExtraData'>, options?: RequestOptions]): ApiPromise<Result<'putProjectExtraData'>>;

  /**
   * Start the generation of tasks from input data.
   *
   * By number of input data, by directory or by a CSV file; at most 200 input data per task.
   *
   * `POST /api/v1/projects/{project_id}/generate-tasks`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or a job is running that excludes this one, or the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/initiateTasksGeneration
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateTasksGeneration(...args: [...Args<'initiateTasksGeneration'>, options?: RequestOptions]): ApiPromise<Result<'initiateTasksGeneration'>>;

  /**
   * Get up to 100 input data by their ids.
   *
   * Ids that were not found are listed as failures; the answer is still 200.
   *
   * `GET /api/v1/projects/{project_id}/input-data-in-bulk`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `input_data_id`: Input data to read, 1 to 100
   *
   * @see https://annofab.com/docs/api/#operation/getInputDataInBulk
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInputDataInBulk(...args: [...Args<'getInputDataInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataInBulk'>>;

  /**
   * Delete many input data in one call.
   *
   * Not atomic: if an item fails, the call fails, but the items before it stay deleted.
   *
   * `POST /api/v1/projects/{project_id}/inputs`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended
   *
   * @see https://annofab.com/docs/api/#operation/batchUpdateInputs
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  batchUpdateInputs(...args: [...Args<'batchUpdateInputs'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateInputs'>>;

  /**
   * Search the input data of a project.
   *
   * At most 10,000 hits can be read; over_limit says that there are more.
   *
   * `GET /api/v1/projects/{project_id}/inputs`
   *
   * - Allowed roles: project member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `input_data_id`: Only input data whose id contains this text; case is ignored
   * - `input_data_name`: Only input data whose name contains this text; case is ignored
   * - `input_data_path`: Only input data whose path contains this text
   * - `task_id`: Only input data of tasks whose id contains this text; only the first 100 such tasks are considered
   * - `from`: Only input data changed at this time or later, ISO 8601
   * - `to`: Only input data changed at this time or earlier, ISO 8601
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   *
   * @see https://annofab.com/docs/api/#operation/getInputDataList
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInputDataList(...args: [...Args<'getInputDataList'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataList'>>;

  /**
   * Delete one input data.
   *
   * `DELETE /api/v1/projects/{project_id}/inputs/{input_data_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteInputData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteInputData(...args: [...Args<'deleteInputData'>, options?: RequestOptions]): ApiPromise<Result<'deleteInputData'>>;

  /**
   * Get one input data.
   *
   * `GET /api/v1/projects/{project_id}/inputs/{input_data_id}`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getInputData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInputData(...args: [...Args<'getInputData'>, options?: RequestOptions]): ApiPromise<Result<'getInputData'>>;

  /**
   * Register or change input data.
   *
   * For a ZIP file of up to 5 GB the answer is the job that registers each entry (202), and the id in the path is ignored.
   *
   * `PUT /api/v1/projects/{project_id}/inputs/{input_data_id}`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read, or a job is running that excludes this one
   *
   * @see https://annofab.com/docs/api/#operation/putInputData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putInputData(...args: [...Args<'putInputData'>, options?: RequestOptions]): ApiPromise<Result<'putInputData'>>;

  /**
   * List the supplementary data of one input data.
   *
   * `GET /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getSupplementaryDataList
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getSupplementaryDataList(...args: [...Args<'getSupplementaryDataList'>, options?: RequestOptions]): ApiPromise<Result<'getSupplementaryDataList'>>;

  /**
   * Delete one supplementary data.
   *
   * `DELETE /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data/{supplementary_data_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteSupplementaryData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteSupplementaryData(...args: [...Args<'deleteSupplementaryData'>, options?: RequestOptions]): ApiPromise<Result<'deleteSupplementaryData'>>;

  /**
   * Register or change one supplementary data.
   *
   * `PUT /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data/{supplementary_data_id}`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putSupplementaryData
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putSupplementaryData(...args: [...Args<'putSupplementaryData'>, options?: RequestOptions]): ApiPromise<Result<'putSupplementaryData'>>;

  /**
   * Get a version of the work instruction, as HTML.
   *
   * `GET /api/v1/projects/{project_id}/instruction`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `history_id`: Version to read, from getInstructionHistory
   *
   * @see https://annofab.com/docs/api/#operation/getInstruction
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInstruction(...args: [...Args<'getInstruction'>, options?: RequestOptions]): ApiPromise<Result<'getInstruction'>>;

  /**
   * Save a new version of the work instruction.
   *
   * `PUT /api/v1/projects/{project_id}/instruction`
   *
   * - Allowed roles: project owner or accepter, project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putInstruction
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putInstruction(...args: [...Args<'putInstruction'>, options?: RequestOptions]): ApiPromise<Result<'putInstruction'>>;

  /**
   * List the versions of the work instruction, up to 200.
   *
   * `GET /api/v1/projects/{project_id}/instruction-history`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `limit`: Maximum number of versions in the answer (0 to 200, default 30)
   *
   * @see https://annofab.com/docs/api/#operation/getInstructionHistory
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInstructionHistory(...args: [...Args<'getInstructionHistory'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionHistory'>>;

  /**
   * List the images of the work instruction.
   *
   * `GET /api/v1/projects/{project_id}/instruction-images`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getInstructionImages
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInstructionImages(...args: [...Args<'getInstructionImages'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionImages'>>;

  /**
   * Delete an image of the work instruction.
   *
   * `DELETE /api/v1/projects/{project_id}/instruction-images/{image_id}`
   *
   * - Allowed roles: project owner or accepter, project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteInstructionImage
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteInstructionImage(...args: [...Args<'deleteInstructionImage'>, options?: RequestOptions]): ApiPromise<Result<'deleteInstructionImage'>>;

  /**
   * Get a URL for the upload of an image of the work instruction.
   *
   * `GET /api/v1/projects/{project_id}/instruction-images/{image_id}/put-url`
   *
   * - Allowed roles: project owner or accepter, project owner
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getInstructionImageUrlForPut
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInstructionImageUrlForPut(...args: [...Args<'getInstructionImageUrlForPut'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionImageUrlForPut'>>;

  /**
   * List the background jobs of a project, newest first.
   *
   * Annofab deletes a job 14 days after it ends.
   *
   * `GET /api/v1/projects/{project_id}/jobs`
   *
   * - Allowed roles: project member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `type`: Only jobs of this type
   * - `limit`: Maximum number of entries in the answer (0 to 200, default 30)
   * - `exclusive_start_created_datetime`: Only jobs created strictly before this time, ISO 8601; pass the oldest created_datetime of the previous answer to continue
   *
   * @see https://annofab.com/docs/api/#operation/getProjectJob
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectJob(...args: [...Args<'getProjectJob'>, options?: RequestOptions]): ApiPromise<Result<'getProjectJob'>>;

  /**
   * Delete the record of a finished job.
   *
   * `DELETE /api/v1/projects/{project_id}/jobs/{job_type}/{job_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteProjectJob
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteProjectJob(...args: [...Args<'deleteProjectJob'>, options?: RequestOptions]): ApiPromise<Result<'deleteProjectJob'>>;

  /**
   * List the members of a project.
   *
   * `GET /api/v1/projects/{project_id}/members`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `include_inactive_member`: True to include former members
   *
   * @see https://annofab.com/docs/api/#operation/getProjectMembers
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectMembers(...args: [...Args<'getProjectMembers'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMembers'>>;

  /**
   * Get a member of a project.
   *
   * `GET /api/v1/projects/{project_id}/members/{user_id}`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectMember
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectMember(...args: [...Args<'getProjectMember'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMember'>>;

  /**
   * Add a member to a project, change the member's role, or remove the member.
   *
   * `PUT /api/v1/projects/{project_id}/members/{user_id}`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putProjectMember
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putProjectMember(...args: [...Args<'putProjectMember'>, options?: RequestOptions]): ApiPromise<Result<'putProjectMember'>>;

  /**
   * Get the organization that a project belongs to.
   *
   * `GET /api/v1/projects/{project_id}/organization`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getOrganizationOfProject
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationOfProject(...args: [...Args<'getOrganizationOfProject'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationOfProject'>>;

  /**
   * Get the URL of a JSON file with all comments of a project, valid for an hour.
   *
   * An array of Comment. Annofab refreshes the file at about 02:00 Japan time.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/comments`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectCommentsUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectCommentsUrl(...args: [...Args<'getProjectCommentsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectCommentsUrl'>>;

  /**
   * Get the URL of a JSON file with all input data of a project, valid for an hour.
   *
   * An array of InputData, whose url is null. Annofab refreshes the file at about 02:00 Japan time; postProjectInputsUpdate does it at once.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/inputs`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectInputsUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectInputsUrl(...args: [...Args<'getProjectInputsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectInputsUrl'>>;

  /**
   * Start a refresh of the file with all input data.
   *
   * `POST /api/v1/projects/{project_id}/rawdata/inputs`
   *
   * - Allowed roles: project owner or data user
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one
   *
   * @see https://annofab.com/docs/api/#operation/postProjectInputsUpdate
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  postProjectInputsUpdate(...args: [...Args<'postProjectInputsUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postProjectInputsUpdate'>>;

  /**
   * Get the URL of a JSON file with all inspection comments of a project, valid for an hour.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/inspections`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @deprecated Replacement: getProjectCommentsUrl.
   * @see https://annofab.com/docs/api/#operation/getProjectInspectionsUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectInspectionsUrl(...args: [...Args<'getProjectInspectionsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectInspectionsUrl'>>;

  /**
   * Get the URL of a JSON file with the histories of all tasks, valid for an hour.
   *
   * An object of TaskHistory arrays by task id. Annofab refreshes the file at about 02:00 Japan time.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/task_histories`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectTaskHistoriesUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectTaskHistoriesUrl(...args: [...Args<'getProjectTaskHistoriesUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskHistoriesUrl'>>;

  /**
   * Get the URL of a JSON file with the history events of all tasks, valid for an hour.
   *
   * An array of TaskHistoryEvent. Annofab refreshes the file at about 02:00 Japan time.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/task_history_events`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @deprecated Replacement: getProjectTaskHistoriesUrl.
   * @see https://annofab.com/docs/api/#operation/getProjectTaskHistoryEventsUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectTaskHistoryEventsUrl(...args: [...Args<'getProjectTaskHistoryEventsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskHistoryEventsUrl'>>;

  /**
   * Get the URL of a JSON file with all tasks of a project, valid for an hour.
   *
   * An array of Task. Annofab refreshes the file at about 02:00 Japan time; postProjectTasksUpdate does it at once.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/tasks`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getProjectTasksUrl
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectTasksUrl(...args: [...Args<'getProjectTasksUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTasksUrl'>>;

  /**
   * Start a refresh of the file with all tasks.
   *
   * `POST /api/v1/projects/{project_id}/rawdata/tasks`
   *
   * - Allowed roles: project owner or data user
   * - Not retried if Annofab may have processed the request
   * - 409 if a job is running that excludes this one
   *
   * @see https://annofab.com/docs/api/#operation/postProjectTasksUpdate
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  postProjectTasksUpdate(...args: [...Args<'postProjectTasksUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postProjectTasksUpdate'>>;

  /**
   * Get the URL of the statistics per member.
   *
   * `GET /api/v1/projects/{project_id}/statistics/accounts`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getAccountDailyStatistics.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAccountStatistics(...args: [...Args<'getAccountStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getAccountStatistics'>>;

  /**
   * Get daily statistics per member, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/accounts/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getAccountDailyStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAccountDailyStatistics(...args: [...Args<'getAccountDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getAccountDailyStatistics'>>;

  /**
   * List the periods for which daily statistics exist.
   *
   * `GET /api/v1/projects/{project_id}/statistics/dates`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getStatisticsAvailableDates
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getStatisticsAvailableDates(...args: [...Args<'getStatisticsAvailableDates'>, options?: RequestOptions]): ApiPromise<Result<'getStatisticsAvailableDates'>>;

  /**
   * Get the URL of the statistics of inspection comments.
   *
   * `GET /api/v1/projects/{project_id}/statistics/inspections`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getInspectionDailyStatistics.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInspectionStatistics(...args: [...Args<'getInspectionStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionStatistics'>>;

  /**
   * Get daily statistics of inspection comments, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/inspections/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getInspectionDailyStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInspectionDailyStatistics(...args: [...Args<'getInspectionDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionDailyStatistics'>>;

  /**
   * Get the URL of a file with the number of annotations per label, valid for an hour.
   *
   * The file can be missing right after the project was created.
   *
   * `GET /api/v1/projects/{project_id}/statistics/labels`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getLabelStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getLabelStatistics(...args: [...Args<'getLabelStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getLabelStatistics'>>;

  /**
   * List the markers on the statistics charts.
   *
   * `GET /api/v1/projects/{project_id}/statistics/markers`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getMarkers
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getMarkers(...args: [...Args<'getMarkers'>, options?: RequestOptions]): ApiPromise<Result<'getMarkers'>>;

  /**
   * Replace the markers on the statistics charts.
   *
   * `PUT /api/v1/projects/{project_id}/statistics/markers`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read
   *
   * @see https://annofab.com/docs/api/#operation/putMarkers
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putMarkers(...args: [...Args<'putMarkers'>, options?: RequestOptions]): ApiPromise<Result<'putMarkers'>>;

  /**
   * Get the URL of the statistics of work time per phase.
   *
   * `GET /api/v1/projects/{project_id}/statistics/task-phases`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getPhaseDailyStatistics.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTaskPhaseStatistics(...args: [...Args<'getTaskPhaseStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskPhaseStatistics'>>;

  /**
   * Get daily work time per phase, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/task-phases/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getPhaseDailyStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getPhaseDailyStatistics(...args: [...Args<'getPhaseDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getPhaseDailyStatistics'>>;

  /**
   * Get the URL of the statistics of task counts.
   *
   * `GET /api/v1/projects/{project_id}/statistics/tasks`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getTaskDailyStatistics.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTaskStatistics(...args: [...Args<'getTaskStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskStatistics'>>;

  /**
   * Get daily task counts per phase and status, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/tasks/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getTaskDailyStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTaskDailyStatistics(...args: [...Args<'getTaskDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskDailyStatistics'>>;

  /**
   * Get the URL of the statistics of work time.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: getWorktimeDailyStatistics.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWorktimeStatistics(...args: [...Args<'getWorktimeStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeStatistics'>>;

  /**
   * Get one member's daily work time, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes-by-account/{account_id}/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getWorktimeDailyStatisticsByAccount
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWorktimeDailyStatisticsByAccount(...args: [...Args<'getWorktimeDailyStatisticsByAccount'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsByAccount'>>;

  /**
   * Get a project's daily work time, for at most three months per call.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes/daily`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/#operation/getWorktimeDailyStatistics
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWorktimeDailyStatistics(...args: [...Args<'getWorktimeDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatistics'>>;

  /**
   * Get the supplementary data of up to 100 input data.
   *
   * Ids that were not found are listed as failures; the answer is still 200.
   *
   * `GET /api/v1/projects/{project_id}/supplementary-data-in-bulk`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `input_data_id`: Input data whose supplementary data to read, 1 to 100
   *
   * @see https://annofab.com/docs/api/#operation/getSupplementaryDataInBulk
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getSupplementaryDataInBulk(...args: [...Args<'getSupplementaryDataInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getSupplementaryDataInBulk'>>;

  /**
   * Delete many tasks in one call.
   *
   * Not atomic: if an item fails, the call fails, but the items before it stay deleted.
   *
   * `POST /api/v1/projects/{project_id}/tasks`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended
   *
   * @see https://annofab.com/docs/api/#operation/batchUpdateTasks
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  batchUpdateTasks(...args: [...Args<'batchUpdateTasks'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateTasks'>>;

  /**
   * Search the tasks of a project.
   *
   * At most 10,000 hits can be read; over_limit says that there are more, and getProjectTasksUrl leads to all of them.
   *
   * `GET /api/v1/projects/{project_id}/tasks`
   *
   * - Allowed roles: project member
   * - Returns one page of a list
   * - Retried after a failure
   *
   * Query parameters:
   * - `page`: Number of the page, from 1 (default 1)
   * - `limit`: Maximum number of entries in the answer (1 to 200, default 30)
   * - `task_id`: Only tasks whose id contains this text; case is ignored
   * - `input_data_ids`: Only tasks that use at least one of these input data
   * - `phase`: Only tasks in this phase
   * - `phase_stage`: Only tasks in this stage
   * - `status`: Only tasks in this status
   * - `account_id`: Only tasks assigned to this account
   * - `no_user`: True to find only unassigned tasks
   * - `previous_account_id`: Only tasks that were ever assigned to this account
   * - `previous_phase`: Only tasks that were ever in this phase
   * - `previous_phase_stage`: Only tasks that were ever in this stage
   * - `rejected_only`: True to find only tasks that were rejected
   * - `auto_accepted_only`: True to find only tasks that sampling accepted automatically
   * - `metadata`: Conditions on the metadata, all of which must hold, such as 'priority:>=1 assignable:true -skip:true'
   * - `sort`: Sort keys joined by commas, with a leading - for descending order: 'metadata.priority,-updated_datetime'
   * - `annotation`: Only tasks that have an annotation like this
   *
   * @see https://annofab.com/docs/api/#operation/getTasks
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTasks(...args: [...Args<'getTasks'>, options?: RequestOptions]): ApiPromise<Result<'getTasks'>>;

  /**
   * Get up to 100 tasks by their ids.
   *
   * Ids that were not found are listed as failures; the answer is still 200.
   *
   * `GET /api/v1/projects/{project_id}/tasks-in-bulk`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `task_id`: Tasks to read, 1 to 100
   *
   * @see https://annofab.com/docs/api/#operation/getTasksInBulk
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTasksInBulk(...args: [...Args<'getTasksInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getTasksInBulk'>>;

  /**
   * Replace all metadata of many tasks.
   *
   * Replaces all metadata of each task in the body: keys that the body leaves out are deleted. To change some keys and keep the others, call `annofab.tasks.mergeMetadata`. Up to 500 tasks per call are safe. It changes the updated_datetime of the tasks.
   *
   * `PATCH /api/v1/projects/{project_id}/tasks/metadata`
   *
   * - Allowed roles: project owner or data user
   * - Retried after a failure
   * - 409 if the project is suspended
   *
   * @see https://annofab.com/docs/api/#operation/patchTasksMetadata
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  patchTasksMetadata(...args: [...Args<'patchTasksMetadata'>, options?: RequestOptions]): ApiPromise<Result<'patchTasksMetadata'>>;

  /**
   * Delete a task.
   *
   * `DELETE /api/v1/projects/{project_id}/tasks/{task_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteTask
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteTask(...args: [...Args<'deleteTask'>, options?: RequestOptions]): ApiPromise<Result<'deleteTask'>>;

  /**
   * Get a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getTask
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTask(...args: [...Args<'getTask'>, options?: RequestOptions]): ApiPromise<Result<'getTask'>>;

  /**
   * Create a task, or replace its input data and metadata.
   *
   * Replaces the list of input data and all metadata of a task that exists: send what is to stay. For many tasks use initiateTasksGeneration.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended
   *
   * @see https://annofab.com/docs/api/#operation/putTask
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putTask(...args: [...Args<'putTask'>, options?: RequestOptions]): ApiPromise<Result<'putTask'>>;

  /**
   * Get the annotations of up to 10 frames of a task, in format 2.
   *
   * Frames that were not found are listed as failures; the answer is still 200.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/annotations-in-bulk`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `input_data_id`: Input data whose annotations to read, 1 to 10
   *
   * @see https://annofab.com/docs/api/#operation/getEditorAnnotationsInBulk
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getEditorAnnotationsInBulk(...args: [...Args<'getEditorAnnotationsInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getEditorAnnotationsInBulk'>>;

  /**
   * List who worked on a task, in which phase and for how long.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/histories`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getTaskHistories
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTaskHistories(...args: [...Args<'getTaskHistories'>, options?: RequestOptions]): ApiPromise<Result<'getTaskHistories'>>;

  /**
   * Get the annotations of one frame of a task, in format 1 or 2.
   *
   * Pass `v: 2`: the default is format 1. Past annotations are kept for 30 days.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `task_history_id`: Entry of the task history whose annotations to read, at most 30 days old; absent means the current annotations
   * - `v`: Version of the annotations in the answer (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/getEditorAnnotation
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getEditorAnnotation(...args: [...Args<'getEditorAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'getEditorAnnotation'>>;

  /**
   * Save all annotations of one frame of a task.
   *
   * Annotations that the body leaves out are deleted. For the assignee of the task, and for project owners if nobody has worked on it yet.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or the resource has changed since it was read, or the current state does not allow the operation
   *
   * Query parameters:
   * - `v`: Version of the annotations in the answer; the body has its own format_version (default 1)
   *
   * @see https://annofab.com/docs/api/#operation/putAnnotation
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putAnnotation(...args: [...Args<'putAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotation'>>;

  /**
   * Get the annotations of one frame of a task in the simple format.
   *
   * It contains no URLs of masks; getEditorAnnotation has them.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation/simple`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotation
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotation(...args: [...Args<'getAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotation'>>;

  /**
   * Save or delete many comments on one frame in one call.
   *
   * Not atomic: if an item fails, the call fails, but the items before it stay applied. The caller must be the assignee and the task working.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/comments`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or the resource has changed since it was read, or the current state does not allow the operation
   *
   * Query parameters:
   * - `v`: 2 to include inspection comments in the answer; absent leaves them out
   *
   * @see https://annofab.com/docs/api/#operation/batchUpdateComments
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  batchUpdateComments(...args: [...Args<'batchUpdateComments'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateComments'>>;

  /**
   * List the comments on one frame of a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/comments`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * Query parameters:
   * - `v`: 2 to include inspection comments in the answer; absent leaves them out
   *
   * @see https://annofab.com/docs/api/#operation/getComments
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getComments(...args: [...Args<'getComments'>, options?: RequestOptions]): ApiPromise<Result<'getComments'>>;

  /**
   * Save or delete many inspection comments in one call.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/inspections`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the project is suspended, or the resource has changed since it was read, or the current state does not allow the operation
   *
   * @deprecated Replacement: batchUpdateComments.
   * @see https://annofab.com/docs/api/#operation/batchUpdateInspections
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  batchUpdateInspections(...args: [...Args<'batchUpdateInspections'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateInspections'>>;

  /**
   * List the inspection comments on one frame of a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/inspections`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @deprecated Replacement: getComments.
   * @see https://annofab.com/docs/api/#operation/getInspections
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInspections(...args: [...Args<'getInspections'>, options?: RequestOptions]): ApiPromise<Result<'getInspections'>>;

  /**
   * Get the thumbnails of the annotations of one frame.
   *
   * Only in custom projects.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/thumbnail`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getAnnotationThumbnail
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationThumbnail(...args: [...Args<'getAnnotationThumbnail'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationThumbnail'>>;

  /**
   * Register thumbnails of the annotations of one frame.
   *
   * Only in custom projects.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/thumbnail`
   *
   * - Allowed roles: project member
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/putAnnotationThumbnail
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putAnnotationThumbnail(...args: [...Args<'putAnnotationThumbnail'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotationThumbnail'>>;

  /**
   * Change the state of a task: start, pause, submit, reject, withdraw, reopen or reassign it.
   *
   * The status is the action: working starts, break or on_hold pauses, complete submits or accepts, rejected rejects, cancelled withdraws a submission, not_started cancels an acceptance or changes the assignee.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/operate`
   *
   * - Allowed roles: project member
   * - Not retried if Annofab may have processed the request
   * - 409 if the resource has changed since it was read, or the current state does not allow the operation
   *
   * @see https://annofab.com/docs/api/#operation/operateTask
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  operateTask(...args: [...Args<'operateTask'>, options?: RequestOptions]): ApiPromise<Result<'operateTask'>>;

  /**
   * List the webhooks of a project.
   *
   * `GET /api/v1/projects/{project_id}/webhooks`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/getWebhooks
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWebhooks(...args: [...Args<'getWebhooks'>, options?: RequestOptions]): ApiPromise<Result<'getWebhooks'>>;

  /**
   * Delete a webhook.
   *
   * `DELETE /api/v1/projects/{project_id}/webhooks/{webhook_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/deleteWebhook
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteWebhook(...args: [...Args<'deleteWebhook'>, options?: RequestOptions]): ApiPromise<Result<'deleteWebhook'>>;

  /**
   * Create or replace a webhook.
   *
   * Each event has its own {{PLACEHOLDERS}}, which Annofab replaces in the body. The requests are not signed.
   *
   * `PUT /api/v1/projects/{project_id}/webhooks/{webhook_id}`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/putWebhook
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putWebhook(...args: [...Args<'putWebhook'>, options?: RequestOptions]): ApiPromise<Result<'putWebhook'>>;

  /**
   * Send a webhook's request now, with given placeholder values, and return the response.
   *
   * `POST /api/v1/projects/{project_id}/webhooks/{webhook_id}/test`
   *
   * - Allowed roles: project owner
   * - Not retried if Annofab may have processed the request
   *
   * @see https://annofab.com/docs/api/#operation/testWebhook
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  testWebhook(...args: [...Args<'testWebhook'>, options?: RequestOptions]): ApiPromise<Result<'testWebhook'>>;

  /**
   * Exchange a refresh token for new tokens.
   *
   * 401 if the refresh token has expired: log in again.
   *
   * `POST /api/v1/refresh-token`
   *
   * - Allowed roles: anyone
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/#operation/refreshToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  refreshToken(...args: [...Args<'refreshToken'>, options?: RequestOptions]): ApiPromise<Result<'refreshToken'>>;

  /**
   * Request the reset of a forgotten password; a code is mailed.
   *
   * `POST /api/v1/request-password-reset`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiatePasswordReset(...args: [...Args<'initiatePasswordReset'>, options?: RequestOptions]): ApiPromise<Result<'initiatePasswordReset'>>;

  /**
   * Request a change of your email address; a code is mailed.
   *
   * `POST /api/v1/reset-email`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   * - 409 if the current state does not allow the operation
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateResetEmail(...args: [...Args<'initiateResetEmail'>, options?: RequestOptions]): ApiPromise<Result<'initiateResetEmail'>>;

  /**
   * Revoke a token of a project.
   *
   * `POST /api/v1/revoke-project-token`
   *
   * - Allowed roles: project owner
   * - Retried after a failure
   * - Undefined if the answer was lost, and a retry got 404: the first attempt was carried out
   *
   * @see https://annofab.com/docs/api/#operation/revokeProjectToken
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  revokeProjectToken(...args: [...Args<'revokeProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'revokeProjectToken'>>;

  /**
   * Request an account; a code is mailed.
   *
   * `POST /api/v1/sign-up`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateSignup(...args: [...Args<'initiateSignup'>, options?: RequestOptions]): ApiPromise<Result<'initiateSignup'>>;

  /**
   * Request the verification of your email address; a code is mailed.
   *
   * `POST /api/v1/verify-email`
   *
   * - Allowed roles: any account
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: the account site of Annofab.
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  initiateVerifyEmail(...args: [...Args<'initiateVerifyEmail'>, options?: RequestOptions]): ApiPromise<Result<'initiateVerifyEmail'>>;

  /**
   * List records of planned and actual working hours.
   *
   * `GET /api/labor-control`
   *
   * - Allowed roles: anyone
   * - Retried after a failure
   *
   * @deprecated Removed by Annofab. Replacement: none (Annofab has removed labor control).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getLaborControl(...args: [...Args<'getLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'getLaborControl'>>;

  /**
   * Save records of planned and actual working hours.
   *
   * `PUT /api/labor-control`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: none (Annofab has removed labor control).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  putLaborControl(...args: [...Args<'putLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'putLaborControl'>>;

  /**
   * Delete a record of working hours.
   *
   * `DELETE /api/labor-control/{data_id}`
   *
   * - Allowed roles: anyone
   * - Not retried if Annofab may have processed the request
   *
   * @deprecated Removed by Annofab. Replacement: none (Annofab has removed labor control).
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  deleteLaborControl(...args: [...Args<'deleteLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'deleteLaborControl'>>;

  /**
   * Get an organization by its name, cached.
   *
   * `GET /api/v2/organizations-by-name/{organization_name}`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationByNameV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationByNameV2(...args: [...Args<'getOrganizationByNameV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationByNameV2'>>;

  /**
   * Get the cache timestamps of an organization by its name.
   *
   * `GET /api/v2/organizations-by-name/{organization_name}/cache`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationCacheByNameV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationCacheByNameV2(...args: [...Args<'getOrganizationCacheByNameV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationCacheByNameV2'>>;

  /**
   * Get an organization by its id, cached.
   *
   * `GET /api/v2/organizations/{organization_id}`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationV2(...args: [...Args<'getOrganizationV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationV2'>>;

  /**
   * Get the cache timestamps of an organization by its id.
   *
   * `GET /api/v2/organizations/{organization_id}/cache`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationCacheV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationCacheV2(...args: [...Args<'getOrganizationCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationCacheV2'>>;

  /**
   * List the members of an organization, cached.
   *
   * `GET /api/v2/organizations/{organization_id}/members`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationMembersV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationMembersV2(...args: [...Args<'getOrganizationMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMembersV2'>>;

  /**
   * Get a member of an organization, cached.
   *
   * `GET /api/v2/organizations/{organization_id}/members/{user_id}`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getOrganizationMemberV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getOrganizationMemberV2(...args: [...Args<'getOrganizationMemberV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMemberV2'>>;

  /**
   * Count the tasks of a project per phase and status.
   *
   * `GET /api/v2/organizations/{organization_id}/projects/{project_id}/task-counts`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/v2/#operation/getProjectTaskCountV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectTaskCountV2(...args: [...Args<'getProjectTaskCountV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskCountV2'>>;

  /**
   * Get the annotation specs, cached.
   *
   * Pass `v: 3`: the default is the deprecated version 1.
   *
   * `GET /api/v2/projects/{project_id}/annotation-specs`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   * - `history_id`: Past version to read, from getAnnotationSpecsHistories; absent means the current one
   * - `v`: Version of the answer: 3 is current, 1 and 2 are deprecated (default 1)
   *
   * @see https://annofab.com/docs/api/v2/#operation/getAnnotationSpecsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAnnotationSpecsV2(...args: [...Args<'getAnnotationSpecsV2'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecsV2'>>;

  /**
   * Get the cache timestamps of a project.
   *
   * `GET /api/v2/projects/{project_id}/cache`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/v2/#operation/getProjectCacheV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectCacheV2(...args: [...Args<'getProjectCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectCacheV2'>>;

  /**
   * List the members of a project, cached.
   *
   * `GET /api/v2/projects/{project_id}/members`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `include_inactive_member`: True to include former members
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getProjectMembersV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectMembersV2(...args: [...Args<'getProjectMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMembersV2'>>;

  /**
   * Get a member of a project, cached.
   *
   * `GET /api/v2/projects/{project_id}/members/{user_id}`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getProjectMemberV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getProjectMemberV2(...args: [...Args<'getProjectMemberV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMemberV2'>>;

  /**
   * Get daily statistics per member, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/accounts/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getAccountDailyStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAccountDailyStatisticsV2(...args: [...Args<'getAccountDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getAccountDailyStatisticsV2'>>;

  /**
   * Get daily statistics of inspection comments, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/inspections/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getInspectionDailyStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getInspectionDailyStatisticsV2(...args: [...Args<'getInspectionDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionDailyStatisticsV2'>>;

  /**
   * Get the number of annotations per label, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/labels`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getLabelStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getLabelStatisticsV2(...args: [...Args<'getLabelStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getLabelStatisticsV2'>>;

  /**
   * Get daily work time per phase, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/task-phases/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getPhaseDailyStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getPhaseDailyStatisticsV2(...args: [...Args<'getPhaseDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getPhaseDailyStatisticsV2'>>;

  /**
   * Get daily task counts per phase and status, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/tasks/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getTaskDailyStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getTaskDailyStatisticsV2(...args: [...Args<'getTaskDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getTaskDailyStatisticsV2'>>;

  /**
   * Get one member's daily work time, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/worktimes-by-account/{account_id}/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getWorktimeDailyStatisticsByAccountV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWorktimeDailyStatisticsByAccountV2(...args: [...Args<'getWorktimeDailyStatisticsByAccountV2'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsByAccountV2'>>;

  /**
   * Get a project's daily work time, cached.
   *
   * `GET /api/v2/projects/{project_id}/statistics/worktimes/daily`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `from`: First day of the period, YYYY-MM-DD
   * - `to`: Last day of the period, included, YYYY-MM-DD
   *
   * @see https://annofab.com/docs/api/v2/#operation/getWorktimeDailyStatisticsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getWorktimeDailyStatisticsV2(...args: [...Args<'getWorktimeDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsV2'>>;

  /**
   * Get the signed cookies that a v2 path requires.
   *
   * `GET /api/v2/sign-url`
   *
   * - Allowed roles: any account
   * - Retried after a failure
   *
   * Query parameters:
   * - `url`: Path to read, with its query, such as /api/v2/projects/{project_id}/members
   *
   * @see https://annofab.com/docs/api/v2/#operation/getSignedAccessV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getSignedAccessV2(...args: [...Args<'getSignedAccessV2'>, options?: RequestOptions]): ApiPromise<Result<'getSignedAccessV2'>>;

  /**
   * Get an account, cached.
   *
   * `GET /api/v2/users/{account_id}`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getAccountV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getAccountV2(...args: [...Args<'getAccountV2'>, options?: RequestOptions]): ApiPromise<Result<'getAccountV2'>>;

  /**
   * Get the cache timestamps of a user.
   *
   * `GET /api/v2/users/{account_id}/cache`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * @see https://annofab.com/docs/api/v2/#operation/getUserCacheV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getUserCacheV2(...args: [...Args<'getUserCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserCacheV2'>>;

  /**
   * List the organizations of a user, cached.
   *
   * `GET /api/v2/users/{account_id}/organizations`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getUserOrganizationsV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getUserOrganizationsV2(...args: [...Args<'getUserOrganizationsV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserOrganizationsV2'>>;

  /**
   * List the project memberships of a user, cached.
   *
   * `GET /api/v2/users/{account_id}/project-members`
   *
   * - Allowed roles: signed cookie, which the client requests
   * - Retried after a failure
   *
   * Query parameters:
   * - `cache`: Timestamp from the matching cache operation; equal values get the cached answer, a new one bypasses it
   *
   * @see https://annofab.com/docs/api/v2/#operation/getUserProjectMembersV2
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError,
   * InvalidQueryError or InvalidParameterError before anything is sent
   */
  getUserProjectMembersV2(...args: [...Args<'getUserProjectMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserProjectMembersV2'>>;
}
