// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

import type { ApiPromise } from '../http/api-promise.ts';
import type { Args, Result } from '../operation-types.ts';
import type { RequestOptions } from '../options.ts';

/** A method for each operation, by its id. */
export interface OperationMethods {
  /**
   * Change one's own password.
   *
   * `POST /api/v1/change-password`; for any account; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  changePassword(...args: [...Args<'changePassword'>, options?: RequestOptions]): ApiPromise<Result<'changePassword'>>;

  /**
   * Finish changing one's e-mail address with the code that was mailed.
   *
   * `POST /api/v1/confirm-reset-email`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  confirmResetEmail(...args: [...Args<'confirmResetEmail'>, options?: RequestOptions]): ApiPromise<Result<'confirmResetEmail'>>;

  /**
   * Finish resetting a forgotten password with the code that was mailed.
   *
   * `POST /api/v1/confirm-reset-password`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  confirmResetPassword(...args: [...Args<'confirmResetPassword'>, options?: RequestOptions]): ApiPromise<Result<'confirmResetPassword'>>;

  /**
   * Finish signing up with the code that was mailed.
   *
   * `POST /api/v1/confirm-sign-up`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  confirmSignup(...args: [...Args<'confirmSignup'>, options?: RequestOptions]): ApiPromise<Result<'confirmSignup'>>;

  /**
   * Prove one's e-mail address with the code that was mailed.
   *
   * `POST /api/v1/confirm-verify-email`; for any account; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  confirmVerifyEmail(...args: [...Args<'confirmVerifyEmail'>, options?: RequestOptions]): ApiPromise<Result<'confirmVerifyEmail'>>;

  /**
   * Issue a token with which a guest works in a project.
   *
   * `POST /api/v1/issue-project-guest-token`; for anyone; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  issueProjectGuestUserToken(...args: [...Args<'issueProjectGuestUserToken'>, options?: RequestOptions]): ApiPromise<Result<'issueProjectGuestUserToken'>>;

  /**
   * Issue a project token, from which guest tokens can be made.
   *
   * `POST /api/v1/issue-project-token`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  issueProjectToken(...args: [...Args<'issueProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'issueProjectToken'>>;

  /**
   * List the tokens of a project.
   *
   * `POST /api/v1/list-project-token`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  listProjectToken(...args: [...Args<'listProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'listProjectToken'>>;

  /**
   * Log in with user id and password, and get tokens or a challenge for the second factor.
   *
   * `POST /api/v1/login`; for anyone; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  login(...args: [...Args<'login'>, options?: RequestOptions]): ApiPromise<Result<'login'>>;

  /**
   * Finish a login with the code of the authenticator app.
   *
   * `POST /api/v1/login-respond-to-auth-challenge`; for anyone; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  loginRespondToAuthChallenge(...args: [...Args<'loginRespondToAuthChallenge'>, options?: RequestOptions]): ApiPromise<Result<'loginRespondToAuthChallenge'>>;

  /**
   * Log out and make the tokens of this login useless.
   *
   * `POST /api/v1/logout`; for anyone; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  logout(...args: [...Args<'logout'>, options?: RequestOptions]): ApiPromise<Result<'logout'>>;

  /**
   * Get one's own account.
   *
   * `GET /api/v1/my/account`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyAccount(...args: [...Args<'getMyAccount'>, options?: RequestOptions]): ApiPromise<Result<'getMyAccount'>>;

  /**
   * Change one's own account.
   *
   * `PUT /api/v1/my/account`; for any account; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putMyAccount(...args: [...Args<'putMyAccount'>, options?: RequestOptions]): ApiPromise<Result<'putMyAccount'>>;

  /**
   * Ask for one's own account to be deleted; a code is mailed.
   *
   * `POST /api/v1/my/account/delete-request`; for any account; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateMyAccountDelete(...args: [...Args<'initiateMyAccountDelete'>, options?: RequestOptions]): ApiPromise<Result<'initiateMyAccountDelete'>>;

  /**
   * Delete one's own account with the code that was mailed.
   *
   * `POST /api/v1/my/account/delete-request/confirm`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  confirmMyAccountDelete(...args: [...Args<'confirmMyAccountDelete'>, options?: RequestOptions]): ApiPromise<Result<'confirmMyAccountDelete'>>;

  /**
   * Issue a personal access token; its text is shown this once.
   *
   * `POST /api/v1/my/issue-personal-access-token`; for any account; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  issuePersonalAccessToken(...args: [...Args<'issuePersonalAccessToken'>, options?: RequestOptions]): ApiPromise<Result<'issuePersonalAccessToken'>>;

  /**
   * List the notifications sent to oneself.
   *
   * `GET /api/v1/my/messages`; for any account; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyNotificationMessages(...args: [...Args<'getMyNotificationMessages'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationMessages'>>;

  /**
   * Get one notification.
   *
   * `GET /api/v1/my/messages/{message_id}`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyNotificationMessage(...args: [...Args<'getMyNotificationMessage'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationMessage'>>;

  /**
   * Mark a notification as read or unread.
   *
   * `PUT /api/v1/my/messages/{message_id}/opened`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putMyNotificationMessageOpened(...args: [...Args<'putMyNotificationMessageOpened'>, options?: RequestOptions]): ApiPromise<Result<'putMyNotificationMessageOpened'>>;

  /**
   * List the organizations that one belongs to.
   *
   * `GET /api/v1/my/organizations`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyOrganizations(...args: [...Args<'getMyOrganizations'>, options?: RequestOptions]): ApiPromise<Result<'getMyOrganizations'>>;

  /**
   * Rename an organization.
   *
   * `PUT /api/v1/my/organizations`; for organization owner; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: putOrganization.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  updateOrganization(...args: [...Args<'updateOrganization'>, options?: RequestOptions]): ApiPromise<Result<'updateOrganization'>>;

  /**
   * List one's own personal access tokens, without their text.
   *
   * `GET /api/v1/my/personal-access-tokens`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getPersonalAccessTokens(...args: [...Args<'getPersonalAccessTokens'>, options?: RequestOptions]): ApiPromise<Result<'getPersonalAccessTokens'>>;

  /**
   * List one's own memberships in projects.
   *
   * `GET /api/v1/my/project-members`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyProjectMembers(...args: [...Args<'getMyProjectMembers'>, options?: RequestOptions]): ApiPromise<Result<'getMyProjectMembers'>>;

  /**
   * List the projects that one belongs to.
   *
   * `GET /api/v1/my/projects`; for any account; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyProjects(...args: [...Args<'getMyProjects'>, options?: RequestOptions]): ApiPromise<Result<'getMyProjects'>>;

  /**
   * Get one's own membership in a project.
   *
   * `GET /api/v1/my/projects/{project_id}/member`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyMemberInProject(...args: [...Args<'getMyMemberInProject'>, options?: RequestOptions]): ApiPromise<Result<'getMyMemberInProject'>>;

  /**
   * Revoke one of one's own personal access tokens.
   *
   * `POST /api/v1/my/revoke-personal-access-token`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  revokePersonalAccessToken(...args: [...Args<'revokePersonalAccessToken'>, options?: RequestOptions]): ApiPromise<Result<'revokePersonalAccessToken'>>;

  /**
   * Count one's own unread notifications.
   *
   * `GET /api/v1/my/unread-messages-count`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMyNotificationUnreadMessagesCount(...args: [...Args<'getMyNotificationUnreadMessagesCount'>, options?: RequestOptions]): ApiPromise<Result<'getMyNotificationUnreadMessagesCount'>>;

  /**
   * Create an organization and become its owner.
   *
   * `POST /api/v1/organizations`; for any account; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  createNewOrganization(...args: [...Args<'createNewOrganization'>, options?: RequestOptions]): ApiPromise<Result<'createNewOrganization'>>;

  /**
   * Delete an organization that has no projects left.
   *
   * `DELETE /api/v1/organizations/{organization_name}`; for organization owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteOrganization(...args: [...Args<'deleteOrganization'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganization'>>;

  /**
   * Get an organization.
   *
   * `GET /api/v1/organizations/{organization_name}`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganization(...args: [...Args<'getOrganization'>, options?: RequestOptions]): ApiPromise<Result<'getOrganization'>>;

  /**
   * Change an organization's name and settings.
   *
   * `PUT /api/v1/organizations/{organization_name}`; for organization owner or administrator; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putOrganization(...args: [...Args<'putOrganization'>, options?: RequestOptions]): ApiPromise<Result<'putOrganization'>>;

  /**
   * Get how much an organization has done and stores.
   *
   * `GET /api/v1/organizations/{organization_name}/activity`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationActivity(...args: [...Args<'getOrganizationActivity'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationActivity'>>;

  /**
   * List an organization's OpenID Connect identity providers.
   *
   * `GET /api/v1/organizations/{organization_name}/id-providers`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationIdpList(...args: [...Args<'getOrganizationIdpList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationIdpList'>>;

  /**
   * Remove an identity provider from an organization.
   *
   * `DELETE /api/v1/organizations/{organization_name}/id-providers/{id}`; for organization owner or administrator, organization owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteOrganizationIdp(...args: [...Args<'deleteOrganizationIdp'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationIdp'>>;

  /**
   * Register or change an identity provider of an organization.
   *
   * `PUT /api/v1/organizations/{organization_name}/id-providers/{id}`; for organization owner or administrator, organization owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putOrganizationIdp(...args: [...Args<'putOrganizationIdp'>, options?: RequestOptions]): ApiPromise<Result<'putOrganizationIdp'>>;

  /**
   * List the input data sets of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set`; for organization owner or administrator, organization owner; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: input data belongs to a project.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInputDataSetList(...args: [...Args<'getInputDataSetList'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataSetList'>>;

  /**
   * Get an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}`; for organization member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: input data belongs to a project.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInputDataSet(...args: [...Args<'getInputDataSet'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataSet'>>;

  /**
   * Create or change an input data set.
   *
   * `PUT /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}`; for organization owner or administrator, organization owner; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: input data belongs to a project.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putInputDataSet(...args: [...Args<'putInputDataSet'>, options?: RequestOptions]): ApiPromise<Result<'putInputDataSet'>>;

  /**
   * Search the input data of an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs`; for organization member; one page of a list; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getInputDataList.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationInputDataList(...args: [...Args<'getOrganizationInputDataList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationInputDataList'>>;

  /**
   * Delete one input data from an input data set.
   *
   * `DELETE /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs/{input_data_id}`; for organization owner or administrator, project owner; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: deleteInputData.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteOrganizationInputData(...args: [...Args<'deleteOrganizationInputData'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationInputData'>>;

  /**
   * Get one input data of an input data set.
   *
   * `GET /api/v1/organizations/{organization_name}/input_data_set/{input_data_set_id}/inputs/{input_data_id}`; for organization member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getInputData.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationInputData(...args: [...Args<'getOrganizationInputData'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationInputData'>>;

  /**
   * List the background jobs of an organization, newest first.
   *
   * `GET /api/v1/organizations/{organization_name}/jobs`; for organization member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationJob(...args: [...Args<'getOrganizationJob'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationJob'>>;

  /**
   * List the members of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/members`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationMembers(...args: [...Args<'getOrganizationMembers'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMembers'>>;

  /**
   * Remove a member from an organization.
   *
   * `DELETE /api/v1/organizations/{organization_name}/members/{user_id}`; for organization owner or administrator; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteOrganizationMember(...args: [...Args<'deleteOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationMember'>>;

  /**
   * Get a member of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/members/{user_id}`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationMember(...args: [...Args<'getOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMember'>>;

  /**
   * Invite a user into an organization; an invitation is mailed.
   *
   * `POST /api/v1/organizations/{organization_name}/members/{user_id}/invitation`; for organization owner or administrator; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  inviteOrganizationMember(...args: [...Args<'inviteOrganizationMember'>, options?: RequestOptions]): ApiPromise<Result<'inviteOrganizationMember'>>;

  /**
   * Accept an invitation into an organization.
   *
   * `POST /api/v1/organizations/{organization_name}/members/{user_id}/invitation/accept`; for any account; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  acceptOrganizationInvitation(...args: [...Args<'acceptOrganizationInvitation'>, options?: RequestOptions]): ApiPromise<Result<'acceptOrganizationInvitation'>>;

  /**
   * Change the role of an organization member.
   *
   * `PUT /api/v1/organizations/{organization_name}/members/{user_id}/role`; for organization owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  updateOrganizationMemberRole(...args: [...Args<'updateOrganizationMemberRole'>, options?: RequestOptions]): ApiPromise<Result<'updateOrganizationMemberRole'>>;

  /**
   * List the plugins of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/plugins`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationPlugins(...args: [...Args<'getOrganizationPlugins'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationPlugins'>>;

  /**
   * Remove a plugin from an organization.
   *
   * `DELETE /api/v1/organizations/{organization_name}/plugins/{plugin_id}`; for organization owner or administrator, organization owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteOrganizationPlugin(...args: [...Args<'deleteOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'deleteOrganizationPlugin'>>;

  /**
   * Get a plugin of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/plugins/{plugin_id}`; for organization member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationPlugin(...args: [...Args<'getOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationPlugin'>>;

  /**
   * Create or change a plugin of an organization.
   *
   * `PUT /api/v1/organizations/{organization_name}/plugins/{plugin_id}`; for organization owner or administrator, organization owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putOrganizationPlugin(...args: [...Args<'putOrganizationPlugin'>, options?: RequestOptions]): ApiPromise<Result<'putOrganizationPlugin'>>;

  /**
   * List the projects of an organization.
   *
   * `GET /api/v1/organizations/{organization_name}/projects`; for organization member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectsOfOrganization(...args: [...Args<'getProjectsOfOrganization'>, options?: RequestOptions]): ApiPromise<Result<'getProjectsOfOrganization'>>;

  /**
   * List the usage of an organization, month by month.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status`; for organization owner or administrator; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationUsageStatusList(...args: [...Args<'getOrganizationUsageStatusList'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatusList'>>;

  /**
   * Get the address of a CSV file with the details of one month's usage.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status-detail/{year_month}`; for organization owner or administrator; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationUsageStatusDetail(...args: [...Args<'getOrganizationUsageStatusDetail'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatusDetail'>>;

  /**
   * Get the usage of an organization in one month, day by day.
   *
   * `GET /api/v1/organizations/{organization_name}/usage-status/{year_month}`; for organization owner or administrator; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationUsageStatus(...args: [...Args<'getOrganizationUsageStatus'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationUsageStatus'>>;

  /**
   * Exchange a plugin's authorization code or refresh token for a token.
   *
   * `POST /api/v1/plugin-token`; for anyone; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  requestPluginToken(...args: [...Args<'requestPluginToken'>, options?: RequestOptions]): ApiPromise<Result<'requestPluginToken'>>;

  /**
   * Start the deletion of a suspended project.
   *
   * `DELETE /api/v1/projects/{project_id}`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteProject(...args: [...Args<'deleteProject'>, options?: RequestOptions]): ApiPromise<Result<'deleteProject'>>;

  /**
   * Get a project.
   *
   * `GET /api/v1/projects/{project_id}`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProject(...args: [...Args<'getProject'>, options?: RequestOptions]): ApiPromise<Result<'getProject'>>;

  /**
   * Create or change a project, suspend or resume it, or start its move to another organization.
   *
   * `PUT /api/v1/projects/{project_id}`; for organization owner or administrator, project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putProject(...args: [...Args<'putProject'>, options?: RequestOptions]): ApiPromise<Result<'putProject'>>;

  /**
   * Get the annotation specs: labels, attributes, choices and restrictions.
   *
   * `GET /api/v1/projects/{project_id}/annotation-specs`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationSpecs(...args: [...Args<'getAnnotationSpecs'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecs'>>;

  /**
   * Change the annotation specs.
   *
   * `PUT /api/v1/projects/{project_id}/annotation-specs`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putAnnotationSpecs(...args: [...Args<'putAnnotationSpecs'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotationSpecs'>>;

  /**
   * List the past versions of the annotation specs.
   *
   * `GET /api/v1/projects/{project_id}/annotation-specs-histories`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationSpecsHistories(...args: [...Args<'getAnnotationSpecsHistories'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecsHistories'>>;

  /**
   * Put or delete many annotations at once; what precedes a failing item stays changed.
   *
   * `POST /api/v1/projects/{project_id}/annotations`; for project owner or accepter; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  batchUpdateAnnotations(...args: [...Args<'batchUpdateAnnotations'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateAnnotations'>>;

  /**
   * Search the annotations of a project.
   *
   * `GET /api/v1/projects/{project_id}/annotations`; for project member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationList(...args: [...Args<'getAnnotationList'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationList'>>;

  /**
   * Get the address of the annotation archive in the full format.
   *
   * `GET /api/v1/projects/{project_id}/archive/full`; for project owner or data user; sent again after a failure.
   *
   * @deprecated Instead: getAnnotationArchive.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getArchiveFullWithProId(...args: [...Args<'getArchiveFullWithProId'>, options?: RequestOptions]): ApiPromise<Result<'getArchiveFullWithProId'>>;

  /**
   * Get the address of the annotation archive in the simple format, valid for an hour.
   *
   * `GET /api/v1/projects/{project_id}/archive/simple`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationArchive(...args: [...Args<'getAnnotationArchive'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationArchive'>>;

  /**
   * Start a rebuild of the annotation archive.
   *
   * `POST /api/v1/projects/{project_id}/archive/update`; for project owner or data user; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  postAnnotationArchiveUpdate(...args: [...Args<'postAnnotationArchiveUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postAnnotationArchiveUpdate'>>;

  /**
   * Assign tasks to oneself or to a chosen member.
   *
   * `POST /api/v1/projects/{project_id}/assign-tasks`; for project member; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  assignTasks(...args: [...Args<'assignTasks'>, options?: RequestOptions]): ApiPromise<Result<'assignTasks'>>;

  /**
   * Start a copy of a project.
   *
   * `POST /api/v1/projects/{project_id}/copy`; for organization owner or administrator, project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateProjectCopy(...args: [...Args<'initiateProjectCopy'>, options?: RequestOptions]): ApiPromise<Result<'initiateProjectCopy'>>;

  /**
   * Get an address to upload a file to, and the path to register it by.
   *
   * `POST /api/v1/projects/{project_id}/create-temp-path`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  createTempPath(...args: [...Args<'createTempPath'>, options?: RequestOptions]): ApiPromise<Result<'createTempPath'>>;

  /**
   * List the kinds of extra data that a project can hold.
   *
   * `GET /api/v1/projects/{project_id}/extra-data-kinds`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectExtraDataKinds(...args: [...Args<'getProjectExtraDataKinds'>, options?: RequestOptions]): ApiPromise<Result<'getProjectExtraDataKinds'>>;

  /**
   * Get a project's extra data of one kind.
   *
   * `GET /api/v1/projects/{project_id}/extra-data/{kind_id}`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectExtraData(...args: [...Args<'getProjectExtraData'>, options?: RequestOptions]): ApiPromise<Result<'getProjectExtraData'>>;

  /**
   * Save a project's extra data of one kind.
   *
   * `PUT /api/v1/projects/{project_id}/extra-data/{kind_id}`; for project member; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putProjectExtraData(...args: [...Args<'putProjectExtraData'>, options?: RequestOptions]): ApiPromise<Result<'putProjectExtraData'>>;

  /**
   * Start the generation of tasks from input data.
   *
   * `POST /api/v1/projects/{project_id}/generate-tasks`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateTasksGeneration(...args: [...Args<'initiateTasksGeneration'>, options?: RequestOptions]): ApiPromise<Result<'initiateTasksGeneration'>>;

  /**
   * Get up to 100 input data by their ids; ids not found come back as failures.
   *
   * `GET /api/v1/projects/{project_id}/input-data-in-bulk`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInputDataInBulk(...args: [...Args<'getInputDataInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataInBulk'>>;

  /**
   * Delete many input data at once; what precedes a failing item stays deleted.
   *
   * `POST /api/v1/projects/{project_id}/inputs`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  batchUpdateInputs(...args: [...Args<'batchUpdateInputs'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateInputs'>>;

  /**
   * Search the input data of a project.
   *
   * `GET /api/v1/projects/{project_id}/inputs`; for project member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInputDataList(...args: [...Args<'getInputDataList'>, options?: RequestOptions]): ApiPromise<Result<'getInputDataList'>>;

  /**
   * Delete one input data.
   *
   * `DELETE /api/v1/projects/{project_id}/inputs/{input_data_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteInputData(...args: [...Args<'deleteInputData'>, options?: RequestOptions]): ApiPromise<Result<'deleteInputData'>>;

  /**
   * Get one input data.
   *
   * `GET /api/v1/projects/{project_id}/inputs/{input_data_id}`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInputData(...args: [...Args<'getInputData'>, options?: RequestOptions]): ApiPromise<Result<'getInputData'>>;

  /**
   * Register or change input data; a ZIP file is taken apart by a job.
   *
   * `PUT /api/v1/projects/{project_id}/inputs/{input_data_id}`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putInputData(...args: [...Args<'putInputData'>, options?: RequestOptions]): ApiPromise<Result<'putInputData'>>;

  /**
   * List the supplementary data of one input data.
   *
   * `GET /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getSupplementaryDataList(...args: [...Args<'getSupplementaryDataList'>, options?: RequestOptions]): ApiPromise<Result<'getSupplementaryDataList'>>;

  /**
   * Delete one supplementary data.
   *
   * `DELETE /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data/{supplementary_data_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteSupplementaryData(...args: [...Args<'deleteSupplementaryData'>, options?: RequestOptions]): ApiPromise<Result<'deleteSupplementaryData'>>;

  /**
   * Register or change one supplementary data.
   *
   * `PUT /api/v1/projects/{project_id}/inputs/{input_data_id}/supplementary-data/{supplementary_data_id}`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putSupplementaryData(...args: [...Args<'putSupplementaryData'>, options?: RequestOptions]): ApiPromise<Result<'putSupplementaryData'>>;

  /**
   * Get a version of the work instruction, as HTML.
   *
   * `GET /api/v1/projects/{project_id}/instruction`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInstruction(...args: [...Args<'getInstruction'>, options?: RequestOptions]): ApiPromise<Result<'getInstruction'>>;

  /**
   * Save a new version of the work instruction.
   *
   * `PUT /api/v1/projects/{project_id}/instruction`; for project owner or accepter, project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putInstruction(...args: [...Args<'putInstruction'>, options?: RequestOptions]): ApiPromise<Result<'putInstruction'>>;

  /**
   * List the versions of the work instruction.
   *
   * `GET /api/v1/projects/{project_id}/instruction-history`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInstructionHistory(...args: [...Args<'getInstructionHistory'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionHistory'>>;

  /**
   * List the images of the work instruction.
   *
   * `GET /api/v1/projects/{project_id}/instruction-images`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInstructionImages(...args: [...Args<'getInstructionImages'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionImages'>>;

  /**
   * Delete an image of the work instruction.
   *
   * `DELETE /api/v1/projects/{project_id}/instruction-images/{image_id}`; for project owner or accepter, project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteInstructionImage(...args: [...Args<'deleteInstructionImage'>, options?: RequestOptions]): ApiPromise<Result<'deleteInstructionImage'>>;

  /**
   * Get an address to upload an image of the work instruction to.
   *
   * `GET /api/v1/projects/{project_id}/instruction-images/{image_id}/put-url`; for project owner or accepter, project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInstructionImageUrlForPut(...args: [...Args<'getInstructionImageUrlForPut'>, options?: RequestOptions]): ApiPromise<Result<'getInstructionImageUrlForPut'>>;

  /**
   * List the background jobs of a project, newest first.
   *
   * `GET /api/v1/projects/{project_id}/jobs`; for project member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectJob(...args: [...Args<'getProjectJob'>, options?: RequestOptions]): ApiPromise<Result<'getProjectJob'>>;

  /**
   * Delete the record of a finished job.
   *
   * `DELETE /api/v1/projects/{project_id}/jobs/{job_type}/{job_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteProjectJob(...args: [...Args<'deleteProjectJob'>, options?: RequestOptions]): ApiPromise<Result<'deleteProjectJob'>>;

  /**
   * List the members of a project.
   *
   * `GET /api/v1/projects/{project_id}/members`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectMembers(...args: [...Args<'getProjectMembers'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMembers'>>;

  /**
   * Get a member of a project.
   *
   * `GET /api/v1/projects/{project_id}/members/{user_id}`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectMember(...args: [...Args<'getProjectMember'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMember'>>;

  /**
   * Add a member to a project, change their role, or remove them.
   *
   * `PUT /api/v1/projects/{project_id}/members/{user_id}`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putProjectMember(...args: [...Args<'putProjectMember'>, options?: RequestOptions]): ApiPromise<Result<'putProjectMember'>>;

  /**
   * Get the organization that a project belongs to.
   *
   * `GET /api/v1/projects/{project_id}/organization`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationOfProject(...args: [...Args<'getOrganizationOfProject'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationOfProject'>>;

  /**
   * Get the address of a file with all comments of a project.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/comments`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectCommentsUrl(...args: [...Args<'getProjectCommentsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectCommentsUrl'>>;

  /**
   * Get the address of a file with all input data of a project.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/inputs`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectInputsUrl(...args: [...Args<'getProjectInputsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectInputsUrl'>>;

  /**
   * Start a refresh of the file with all input data.
   *
   * `POST /api/v1/projects/{project_id}/rawdata/inputs`; for project owner or data user; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  postProjectInputsUpdate(...args: [...Args<'postProjectInputsUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postProjectInputsUpdate'>>;

  /**
   * Get the address of a file with all inspection comments of a project.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/inspections`; for project owner or data user; sent again after a failure.
   *
   * @deprecated Instead: getProjectCommentsUrl.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectInspectionsUrl(...args: [...Args<'getProjectInspectionsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectInspectionsUrl'>>;

  /**
   * Get the address of a file with the histories of all tasks.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/task_histories`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectTaskHistoriesUrl(...args: [...Args<'getProjectTaskHistoriesUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskHistoriesUrl'>>;

  /**
   * Get the address of a file with the history events of all tasks.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/task_history_events`; for project owner or data user; sent again after a failure.
   *
   * @deprecated Instead: getProjectTaskHistoriesUrl.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectTaskHistoryEventsUrl(...args: [...Args<'getProjectTaskHistoryEventsUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskHistoryEventsUrl'>>;

  /**
   * Get the address of a file with all tasks of a project.
   *
   * `GET /api/v1/projects/{project_id}/rawdata/tasks`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectTasksUrl(...args: [...Args<'getProjectTasksUrl'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTasksUrl'>>;

  /**
   * Start a refresh of the file with all tasks.
   *
   * `POST /api/v1/projects/{project_id}/rawdata/tasks`; for project owner or data user; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  postProjectTasksUpdate(...args: [...Args<'postProjectTasksUpdate'>, options?: RequestOptions]): ApiPromise<Result<'postProjectTasksUpdate'>>;

  /**
   * Get the address of the statistics per member.
   *
   * `GET /api/v1/projects/{project_id}/statistics/accounts`; for project member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getAccountDailyStatistics.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAccountStatistics(...args: [...Args<'getAccountStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getAccountStatistics'>>;

  /**
   * Get daily statistics per member, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/accounts/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAccountDailyStatistics(...args: [...Args<'getAccountDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getAccountDailyStatistics'>>;

  /**
   * Get the periods for which daily statistics exist.
   *
   * `GET /api/v1/projects/{project_id}/statistics/dates`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getStatisticsAvailableDates(...args: [...Args<'getStatisticsAvailableDates'>, options?: RequestOptions]): ApiPromise<Result<'getStatisticsAvailableDates'>>;

  /**
   * Get the address of the statistics of inspection comments.
   *
   * `GET /api/v1/projects/{project_id}/statistics/inspections`; for project member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getInspectionDailyStatistics.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInspectionStatistics(...args: [...Args<'getInspectionStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionStatistics'>>;

  /**
   * Get daily statistics of inspection comments, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/inspections/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInspectionDailyStatistics(...args: [...Args<'getInspectionDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionDailyStatistics'>>;

  /**
   * Get the address of a file with the number of annotations per label.
   *
   * `GET /api/v1/projects/{project_id}/statistics/labels`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getLabelStatistics(...args: [...Args<'getLabelStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getLabelStatistics'>>;

  /**
   * Get the markers set on the statistics charts.
   *
   * `GET /api/v1/projects/{project_id}/statistics/markers`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getMarkers(...args: [...Args<'getMarkers'>, options?: RequestOptions]): ApiPromise<Result<'getMarkers'>>;

  /**
   * Change the markers set on the statistics charts.
   *
   * `PUT /api/v1/projects/{project_id}/statistics/markers`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putMarkers(...args: [...Args<'putMarkers'>, options?: RequestOptions]): ApiPromise<Result<'putMarkers'>>;

  /**
   * Get the address of the statistics of time per phase.
   *
   * `GET /api/v1/projects/{project_id}/statistics/task-phases`; for project member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getPhaseDailyStatistics.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTaskPhaseStatistics(...args: [...Args<'getTaskPhaseStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskPhaseStatistics'>>;

  /**
   * Get daily work time per phase, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/task-phases/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getPhaseDailyStatistics(...args: [...Args<'getPhaseDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getPhaseDailyStatistics'>>;

  /**
   * Get the address of the statistics of task counts.
   *
   * `GET /api/v1/projects/{project_id}/statistics/tasks`; for project member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getTaskDailyStatistics.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTaskStatistics(...args: [...Args<'getTaskStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskStatistics'>>;

  /**
   * Get daily task counts per phase and status, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/tasks/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTaskDailyStatistics(...args: [...Args<'getTaskDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getTaskDailyStatistics'>>;

  /**
   * Get the address of the statistics of work time.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes`; for project member; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: getWorktimeDailyStatistics.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWorktimeStatistics(...args: [...Args<'getWorktimeStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeStatistics'>>;

  /**
   * Get one member's daily work time, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes-by-account/{account_id}/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWorktimeDailyStatisticsByAccount(...args: [...Args<'getWorktimeDailyStatisticsByAccount'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsByAccount'>>;

  /**
   * Get a project's daily work time, for at most three months.
   *
   * `GET /api/v1/projects/{project_id}/statistics/worktimes/daily`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWorktimeDailyStatistics(...args: [...Args<'getWorktimeDailyStatistics'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatistics'>>;

  /**
   * Get the supplementary data of up to 100 input data; ids not found come back as failures.
   *
   * `GET /api/v1/projects/{project_id}/supplementary-data-in-bulk`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getSupplementaryDataInBulk(...args: [...Args<'getSupplementaryDataInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getSupplementaryDataInBulk'>>;

  /**
   * Delete many tasks at once; what precedes a failing item stays deleted.
   *
   * `POST /api/v1/projects/{project_id}/tasks`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  batchUpdateTasks(...args: [...Args<'batchUpdateTasks'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateTasks'>>;

  /**
   * Search the tasks of a project.
   *
   * `GET /api/v1/projects/{project_id}/tasks`; for project member; one page of a list; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTasks(...args: [...Args<'getTasks'>, options?: RequestOptions]): ApiPromise<Result<'getTasks'>>;

  /**
   * Get up to 100 tasks by their ids; ids not found come back as failures.
   *
   * `GET /api/v1/projects/{project_id}/tasks-in-bulk`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTasksInBulk(...args: [...Args<'getTasksInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getTasksInBulk'>>;

  /**
   * Replace the metadata of many tasks, each as a whole.
   *
   * `PATCH /api/v1/projects/{project_id}/tasks/metadata`; for project owner or data user; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  patchTasksMetadata(...args: [...Args<'patchTasksMetadata'>, options?: RequestOptions]): ApiPromise<Result<'patchTasksMetadata'>>;

  /**
   * Delete a task.
   *
   * `DELETE /api/v1/projects/{project_id}/tasks/{task_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteTask(...args: [...Args<'deleteTask'>, options?: RequestOptions]): ApiPromise<Result<'deleteTask'>>;

  /**
   * Get a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTask(...args: [...Args<'getTask'>, options?: RequestOptions]): ApiPromise<Result<'getTask'>>;

  /**
   * Create a task, or replace its input data and metadata.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putTask(...args: [...Args<'putTask'>, options?: RequestOptions]): ApiPromise<Result<'putTask'>>;

  /**
   * Get the annotations of up to 10 frames of a task, as the editor has them.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/annotations-in-bulk`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getEditorAnnotationsInBulk(...args: [...Args<'getEditorAnnotationsInBulk'>, options?: RequestOptions]): ApiPromise<Result<'getEditorAnnotationsInBulk'>>;

  /**
   * List who worked on a task, in which phase and for how long.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/histories`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTaskHistories(...args: [...Args<'getTaskHistories'>, options?: RequestOptions]): ApiPromise<Result<'getTaskHistories'>>;

  /**
   * Get the annotations of one frame of a task, as the editor has them.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getEditorAnnotation(...args: [...Args<'getEditorAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'getEditorAnnotation'>>;

  /**
   * Save the annotations of one frame of a task.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation`; for project member; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putAnnotation(...args: [...Args<'putAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotation'>>;

  /**
   * Get the annotations of one frame of a task in the simple format.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/annotation/simple`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotation(...args: [...Args<'getAnnotation'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotation'>>;

  /**
   * Put or delete many comments at once; what precedes a failing item stays changed.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/comments`; for project member; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  batchUpdateComments(...args: [...Args<'batchUpdateComments'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateComments'>>;

  /**
   * List the comments on one frame of a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/comments`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getComments(...args: [...Args<'getComments'>, options?: RequestOptions]): ApiPromise<Result<'getComments'>>;

  /**
   * Put or delete many inspection comments at once.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/inspections`; for project member; not sent again where it may have been carried out.
   *
   * @deprecated Instead: batchUpdateComments.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  batchUpdateInspections(...args: [...Args<'batchUpdateInspections'>, options?: RequestOptions]): ApiPromise<Result<'batchUpdateInspections'>>;

  /**
   * List the inspection comments on one frame of a task.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/inspections`; for project member; sent again after a failure.
   *
   * @deprecated Instead: getComments.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInspections(...args: [...Args<'getInspections'>, options?: RequestOptions]): ApiPromise<Result<'getInspections'>>;

  /**
   * Get the thumbnails of the annotations of one frame.
   *
   * `GET /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/thumbnail`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationThumbnail(...args: [...Args<'getAnnotationThumbnail'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationThumbnail'>>;

  /**
   * Register thumbnails of the annotations of one frame.
   *
   * `PUT /api/v1/projects/{project_id}/tasks/{task_id}/inputs/{input_data_id}/thumbnail`; for project member; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putAnnotationThumbnail(...args: [...Args<'putAnnotationThumbnail'>, options?: RequestOptions]): ApiPromise<Result<'putAnnotationThumbnail'>>;

  /**
   * Move a task on: start, pause, submit, reject, withdraw, reopen or reassign it.
   *
   * `POST /api/v1/projects/{project_id}/tasks/{task_id}/operate`; for project member; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  operateTask(...args: [...Args<'operateTask'>, options?: RequestOptions]): ApiPromise<Result<'operateTask'>>;

  /**
   * List the webhooks of a project.
   *
   * `GET /api/v1/projects/{project_id}/webhooks`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWebhooks(...args: [...Args<'getWebhooks'>, options?: RequestOptions]): ApiPromise<Result<'getWebhooks'>>;

  /**
   * Delete a webhook.
   *
   * `DELETE /api/v1/projects/{project_id}/webhooks/{webhook_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteWebhook(...args: [...Args<'deleteWebhook'>, options?: RequestOptions]): ApiPromise<Result<'deleteWebhook'>>;

  /**
   * Create or replace a webhook.
   *
   * `PUT /api/v1/projects/{project_id}/webhooks/{webhook_id}`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putWebhook(...args: [...Args<'putWebhook'>, options?: RequestOptions]): ApiPromise<Result<'putWebhook'>>;

  /**
   * Fire a webhook now with given placeholder values, and tell how it was answered.
   *
   * `POST /api/v1/projects/{project_id}/webhooks/{webhook_id}/test`; for project owner; not sent again where it may have been carried out.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  testWebhook(...args: [...Args<'testWebhook'>, options?: RequestOptions]): ApiPromise<Result<'testWebhook'>>;

  /**
   * Get new tokens with a refresh token.
   *
   * `POST /api/v1/refresh-token`; for anyone; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  refreshToken(...args: [...Args<'refreshToken'>, options?: RequestOptions]): ApiPromise<Result<'refreshToken'>>;

  /**
   * Ask for a forgotten password to be reset; a code is mailed.
   *
   * `POST /api/v1/request-password-reset`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiatePasswordReset(...args: [...Args<'initiatePasswordReset'>, options?: RequestOptions]): ApiPromise<Result<'initiatePasswordReset'>>;

  /**
   * Ask for one's e-mail address to be changed; a code is mailed.
   *
   * `POST /api/v1/reset-email`; for any account; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateResetEmail(...args: [...Args<'initiateResetEmail'>, options?: RequestOptions]): ApiPromise<Result<'initiateResetEmail'>>;

  /**
   * Revoke a token of a project.
   *
   * `POST /api/v1/revoke-project-token`; for project owner; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  revokeProjectToken(...args: [...Args<'revokeProjectToken'>, options?: RequestOptions]): ApiPromise<Result<'revokeProjectToken'>>;

  /**
   * Ask for an account; a code is mailed.
   *
   * `POST /api/v1/sign-up`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateSignup(...args: [...Args<'initiateSignup'>, options?: RequestOptions]): ApiPromise<Result<'initiateSignup'>>;

  /**
   * Ask for one's e-mail address to be proved; a code is mailed.
   *
   * `POST /api/v1/verify-email`; for any account; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: done on the Annofab account site.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  initiateVerifyEmail(...args: [...Args<'initiateVerifyEmail'>, options?: RequestOptions]): ApiPromise<Result<'initiateVerifyEmail'>>;

  /**
   * List records of planned and actual working hours.
   *
   * `GET /api/labor-control`; for anyone; sent again after a failure.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: labor control has left Annofab.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getLaborControl(...args: [...Args<'getLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'getLaborControl'>>;

  /**
   * Save records of planned and actual working hours.
   *
   * `PUT /api/labor-control`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: labor control has left Annofab.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  putLaborControl(...args: [...Args<'putLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'putLaborControl'>>;

  /**
   * Delete a record of working hours.
   *
   * `DELETE /api/labor-control/{data_id}`; for anyone; not sent again where it may have been carried out.
   *
   * @deprecated Annofab no longer answers it. Instead: nothing: labor control has left Annofab.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  deleteLaborControl(...args: [...Args<'deleteLaborControl'>, options?: RequestOptions]): ApiPromise<Result<'deleteLaborControl'>>;

  /**
   * Get an organization by its name, through the cache.
   *
   * `GET /api/v2/organizations-by-name/{organization_name}`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationByNameV2(...args: [...Args<'getOrganizationByNameV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationByNameV2'>>;

  /**
   * Get the time stamps of an organization's cached answers, by its name.
   *
   * `GET /api/v2/organizations-by-name/{organization_name}/cache`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationCacheByNameV2(...args: [...Args<'getOrganizationCacheByNameV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationCacheByNameV2'>>;

  /**
   * Get an organization by its id, through the cache.
   *
   * `GET /api/v2/organizations/{organization_id}`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationV2(...args: [...Args<'getOrganizationV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationV2'>>;

  /**
   * Get the time stamps of an organization's cached answers, by its id.
   *
   * `GET /api/v2/organizations/{organization_id}/cache`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationCacheV2(...args: [...Args<'getOrganizationCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationCacheV2'>>;

  /**
   * List the members of an organization, through the cache.
   *
   * `GET /api/v2/organizations/{organization_id}/members`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationMembersV2(...args: [...Args<'getOrganizationMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMembersV2'>>;

  /**
   * Get a member of an organization, through the cache.
   *
   * `GET /api/v2/organizations/{organization_id}/members/{user_id}`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getOrganizationMemberV2(...args: [...Args<'getOrganizationMemberV2'>, options?: RequestOptions]): ApiPromise<Result<'getOrganizationMemberV2'>>;

  /**
   * Count a project's tasks per phase and status.
   *
   * `GET /api/v2/organizations/{organization_id}/projects/{project_id}/task-counts`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectTaskCountV2(...args: [...Args<'getProjectTaskCountV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectTaskCountV2'>>;

  /**
   * Get the annotation specs, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/annotation-specs`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAnnotationSpecsV2(...args: [...Args<'getAnnotationSpecsV2'>, options?: RequestOptions]): ApiPromise<Result<'getAnnotationSpecsV2'>>;

  /**
   * Get the time stamps of a project's cached answers.
   *
   * `GET /api/v2/projects/{project_id}/cache`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectCacheV2(...args: [...Args<'getProjectCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectCacheV2'>>;

  /**
   * List the members of a project, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/members`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectMembersV2(...args: [...Args<'getProjectMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMembersV2'>>;

  /**
   * Get a member of a project, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/members/{user_id}`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getProjectMemberV2(...args: [...Args<'getProjectMemberV2'>, options?: RequestOptions]): ApiPromise<Result<'getProjectMemberV2'>>;

  /**
   * Get daily statistics per member, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/accounts/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAccountDailyStatisticsV2(...args: [...Args<'getAccountDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getAccountDailyStatisticsV2'>>;

  /**
   * Get daily statistics of inspection comments, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/inspections/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getInspectionDailyStatisticsV2(...args: [...Args<'getInspectionDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getInspectionDailyStatisticsV2'>>;

  /**
   * Get the number of annotations per label, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/labels`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getLabelStatisticsV2(...args: [...Args<'getLabelStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getLabelStatisticsV2'>>;

  /**
   * Get daily work time per phase, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/task-phases/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getPhaseDailyStatisticsV2(...args: [...Args<'getPhaseDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getPhaseDailyStatisticsV2'>>;

  /**
   * Get daily task counts per phase and status, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/tasks/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getTaskDailyStatisticsV2(...args: [...Args<'getTaskDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getTaskDailyStatisticsV2'>>;

  /**
   * Get one member's daily work time, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/worktimes-by-account/{account_id}/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWorktimeDailyStatisticsByAccountV2(...args: [...Args<'getWorktimeDailyStatisticsByAccountV2'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsByAccountV2'>>;

  /**
   * Get a project's daily work time, through the cache.
   *
   * `GET /api/v2/projects/{project_id}/statistics/worktimes/daily`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getWorktimeDailyStatisticsV2(...args: [...Args<'getWorktimeDailyStatisticsV2'>, options?: RequestOptions]): ApiPromise<Result<'getWorktimeDailyStatisticsV2'>>;

  /**
   * Get the signed cookies that reading one path of version 2 needs.
   *
   * `GET /api/v2/sign-url`; for any account; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getSignedAccessV2(...args: [...Args<'getSignedAccessV2'>, options?: RequestOptions]): ApiPromise<Result<'getSignedAccessV2'>>;

  /**
   * Get an account, through the cache.
   *
   * `GET /api/v2/users/{account_id}`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getAccountV2(...args: [...Args<'getAccountV2'>, options?: RequestOptions]): ApiPromise<Result<'getAccountV2'>>;

  /**
   * Get the time stamps of a user's cached answers.
   *
   * `GET /api/v2/users/{account_id}/cache`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getUserCacheV2(...args: [...Args<'getUserCacheV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserCacheV2'>>;

  /**
   * List the organizations of a user, through the cache.
   *
   * `GET /api/v2/users/{account_id}/organizations`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getUserOrganizationsV2(...args: [...Args<'getUserOrganizationsV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserOrganizationsV2'>>;

  /**
   * List a user's memberships in projects, through the cache.
   *
   * `GET /api/v2/users/{account_id}/project-members`; for signed cookie, which the client gets; sent again after a failure.
   *
   * @throws ApiError by status, RetryLaterError, ConnectionError, TimeoutError, CredentialError; InvalidIdError or
   * InvalidQueryError before anything is sent
   */
  getUserProjectMembersV2(...args: [...Args<'getUserProjectMembersV2'>, options?: RequestOptions]): ApiPromise<Result<'getUserProjectMembersV2'>>;
}
