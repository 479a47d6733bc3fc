// Generated from lib/annofab/openapi.yaml by `npm run generate`. Do not edit: change the description and generate again.

import type {
  Lang,
  KeyLayout,
  PricePlan,
  OrganizationMemberRole,
  OrganizationMemberStatus,
  ProjectStatus,
  AssigneeRuleOfResubmittedTask,
  InputDataType,
  TaskAssignmentType,
  TaskAssignmentOrder,
  ProjectJobType,
  JobStatus,
  WebhookStatus,
  WebhookHttpMethod,
  WebhookEventType,
  ProjectMemberStatus,
  ProjectMemberRole,
  GraphType,
  DefaultAnnotationType,
  AdditionalDataDefinitionType,
  AnnotationTypeFieldMinWarnRule,
  TaskPhase,
  TaskStatus,
  InputDataOrder,
  InspectionSummary,
  SupplementaryDataType,
  AnnotationDataHoldingType,
  InspectionStatus,
  CommentStatus,
  CommentType,
  ProjectExtraDataKindScope,
} from './schemas.ts';

/** The values of {@link Lang} that this version knows. Annofab may answer a newer one. */
export const LANGS = [
  'en-US',
  'ja-JP',
  'vi-VN',
] as const satisfies readonly Lang[];

/** The values of {@link KeyLayout} that this version knows. Annofab may answer a newer one. */
export const KEY_LAYOUTS = [
  'ja-JP',
  'en-US',
  'other',
] as const satisfies readonly KeyLayout[];

/** The values of {@link PricePlan} that this version knows. Annofab may answer a newer one. */
export const PRICE_PLANS = [
  'free',
  'business',
] as const satisfies readonly PricePlan[];

/** The values of {@link OrganizationMemberRole} that this version knows. Annofab may answer a newer one. */
export const ORGANIZATION_MEMBER_ROLES = [
  'owner',
  'administrator',
  'contributor',
] as const satisfies readonly OrganizationMemberRole[];

/** The values of {@link OrganizationMemberStatus} that this version knows. Annofab may answer a newer one. */
export const ORGANIZATION_MEMBER_STATUSES = [
  'active',
  'waiting_response',
  'inactive',
] as const satisfies readonly OrganizationMemberStatus[];

/** The values of {@link ProjectStatus} that this version knows. Annofab may answer a newer one. */
export const PROJECT_STATUSES = [
  'active',
  'suspended',
  'initializing',
] as const satisfies readonly ProjectStatus[];

/** The values of {@link AssigneeRuleOfResubmittedTask} that this version knows. Annofab may answer a newer one. */
export const ASSIGNEE_RULE_OF_RESUBMITTED_TASKS = [
  'no_assignee',
  'fixed',
] as const satisfies readonly AssigneeRuleOfResubmittedTask[];

/** The values of {@link InputDataType} that this version knows. Annofab may answer a newer one. */
export const INPUT_DATA_TYPES = [
  'image',
  'movie',
  'custom',
] as const satisfies readonly InputDataType[];

/** The values of {@link TaskAssignmentType} that this version knows. Annofab may answer a newer one. */
export const TASK_ASSIGNMENT_TYPES = [
  'random',
  'selection',
  'random_and_selection',
  'task_property',
  'custom',
] as const satisfies readonly TaskAssignmentType[];

/** The values of {@link TaskAssignmentOrder} that this version knows. Annofab may answer a newer one. */
export const TASK_ASSIGNMENT_ORDERS = [
  'asc',
  'desc',
] as const satisfies readonly TaskAssignmentOrder[];

/** The values of {@link ProjectJobType} that this version knows. Annofab may answer a newer one. */
export const PROJECT_JOB_TYPES = [
  'copy-project',
  'gen-inputs',
  'gen-tasks',
  'gen-annotation',
  'gen-tasks-list',
  'gen-inputs-list',
  'delete-project',
  'invoke-hook',
  'move-project',
] as const satisfies readonly ProjectJobType[];

/** The values of {@link JobStatus} that this version knows. Annofab may answer a newer one. */
export const JOB_STATUSES = [
  'progress',
  'succeeded',
  'failed',
] as const satisfies readonly JobStatus[];

/** The values of {@link WebhookStatus} that this version knows. Annofab may answer a newer one. */
export const WEBHOOK_STATUSES = [
  'active',
  'inactive',
] as const satisfies readonly WebhookStatus[];

/** The values of {@link WebhookHttpMethod} that this version knows. Annofab may answer a newer one. */
export const WEBHOOK_HTTP_METHODS = [
  'POST',
  'PUT',
  'DELETE',
  'GET',
] as const satisfies readonly WebhookHttpMethod[];

/** The values of {@link WebhookEventType} that this version knows. Annofab may answer a newer one. */
export const WEBHOOK_EVENT_TYPES = [
  'task-completed',
  'annotation-archive-updated',
  'input-data-zip-registered',
  'project-copy-completed',
] as const satisfies readonly WebhookEventType[];

/** The values of {@link ProjectMemberStatus} that this version knows. Annofab may answer a newer one. */
export const PROJECT_MEMBER_STATUSES = [
  'active',
  'inactive',
] as const satisfies readonly ProjectMemberStatus[];

/** The values of {@link ProjectMemberRole} that this version knows. Annofab may answer a newer one. */
export const PROJECT_MEMBER_ROLES = [
  'owner',
  'worker',
  'accepter',
  'training_data_user',
] as const satisfies readonly ProjectMemberRole[];

/** The values of {@link GraphType} that this version knows. Annofab may answer a newer one. */
export const GRAPH_TYPES = [
  'task_progress',
  'cumulative_labor_time_By_task_phase',
  'number_of_inspections_per_inspection_phrase',
  'number_of_task_rejections_by_member',
  'labor_time_per_member',
  'mean_labor_time_per_image',
  'mean_labor_time_per_minute_of_movie',
  'mean_labor_time_per_image_by_member',
  'mean_labor_time_per_minute_of_movie_by_member',
] as const satisfies readonly GraphType[];

/** The values of {@link DefaultAnnotationType} that this version knows. Annofab may answer a newer one. */
export const DEFAULT_ANNOTATION_TYPES = [
  'bounding_box',
  'segmentation',
  'segmentation_v2',
  'polygon',
  'polyline',
  'point',
  'classification',
  'range',
  'custom',
] as const satisfies readonly DefaultAnnotationType[];

/** The values of {@link AdditionalDataDefinitionType} that this version knows. Annofab may answer a newer one. */
export const ADDITIONAL_DATA_DEFINITION_TYPES = [
  'flag',
  'integer',
  'text',
  'comment',
  'choice',
  'select',
  'tracking',
  'link',
] as const satisfies readonly AdditionalDataDefinitionType[];

/** The values of {@link AnnotationTypeFieldMinWarnRule} that this version knows. Annofab may answer a newer one. */
export const ANNOTATION_TYPE_FIELD_MIN_WARN_RULES = [
  'and',
  'or',
] as const satisfies readonly AnnotationTypeFieldMinWarnRule[];

/** The values of {@link TaskPhase} that this version knows. Annofab may answer a newer one. */
export const TASK_PHASES = [
  'annotation',
  'inspection',
  'acceptance',
] as const satisfies readonly TaskPhase[];

/** The values of {@link TaskStatus} that this version knows. Annofab may answer a newer one. */
export const TASK_STATUSES = [
  'not_started',
  'working',
  'on_hold',
  'break',
  'complete',
  'rejected',
  'cancelled',
] as const satisfies readonly TaskStatus[];

/** The values of {@link InputDataOrder} that this version knows. Annofab may answer a newer one. */
export const INPUT_DATA_ORDERS = [
  'name_asc',
  'name_desc',
  'random',
] as const satisfies readonly InputDataOrder[];

/** The values of {@link InspectionSummary} that this version knows. Annofab may answer a newer one. */
export const INSPECTION_SUMMARIES = [
  'no_inspection',
  'no_comment_inspection',
  'new_reply_to_unprocessed',
  'new_unprocessed_inspection',
  'unprocessed',
  'complete',
] as const satisfies readonly InspectionSummary[];

/** The values of {@link SupplementaryDataType} that this version knows. Annofab may answer a newer one. */
export const SUPPLEMENTARY_DATA_TYPES = [
  'image',
  'text',
  'custom',
] as const satisfies readonly SupplementaryDataType[];

/** The values of {@link AnnotationDataHoldingType} that this version knows. Annofab may answer a newer one. */
export const ANNOTATION_DATA_HOLDING_TYPES = [
  'inner',
  'outer',
] as const satisfies readonly AnnotationDataHoldingType[];

/** The values of {@link InspectionStatus} that this version knows. Annofab may answer a newer one. */
export const INSPECTION_STATUSES = [
  'annotator_action_required',
  'no_correction_required',
  'error_corrected',
] as const satisfies readonly InspectionStatus[];

/** The values of {@link CommentStatus} that this version knows. Annofab may answer a newer one. */
export const COMMENT_STATUSES = [
  'open',
  'resolved',
  'closed',
] as const satisfies readonly CommentStatus[];

/** The values of {@link CommentType} that this version knows. Annofab may answer a newer one. */
export const COMMENT_TYPES = [
  'onhold',
  'inspection',
] as const satisfies readonly CommentType[];

/** The values of {@link ProjectExtraDataKindScope} that this version knows. Annofab may answer a newer one. */
export const PROJECT_EXTRA_DATA_KIND_SCOPES = [
  'project',
  'user',
  'both',
] as const satisfies readonly ProjectExtraDataKindScope[];
