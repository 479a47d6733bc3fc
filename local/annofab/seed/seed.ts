import type {
  AnnotationSpecsV3,
  InputDataType,
  OrganizationMemberRole,
  ProjectConfigurationGet,
  ProjectMemberRole,
  ProjectStatus,
  SimpleAnnotationDetail,
  SupplementaryDataType,
  TaskMetadata,
  TaskPhase,
  TaskStatus,
  WebhookEventType,
  WebhookHeader,
  WebhookHttpMethod,
  WebhookStatus,
} from '../../../lib/annofab/api-description.ts';

/** The initial data of an emulator. Accounts are referred to by user id everywhere. */
export interface Seed {
  accounts: SeedAccount[];
  organizations: SeedOrganization[];
  projects: SeedProject[];
}

export interface SeedAccount {
  user_id: string;
  account_id: string;
  username: string;
  password: string;
  /** The code of a multi-factor account. */
  mfa_code?: string;
  /** Valid for ten years. */
  personal_access_tokens?: string[];
}

export interface SeedOrganization {
  organization_id: string;
  organization_name: string;
  members: { user_id: string; role: OrganizationMemberRole }[];
}

export interface SeedProject {
  project_id: string;
  organization_name: string;
  title: string;
  overview?: string;
  input_data_type?: InputDataType;
  project_status?: ProjectStatus;
  configuration?: Partial<ProjectConfigurationGet>;
  members: { user_id: string; role: ProjectMemberRole }[];
  specs: Pick<AnnotationSpecsV3, 'labels' | 'additionals'> & Partial<AnnotationSpecsV3>;
  input_data: SeedInputData[];
  tasks: SeedTask[];
  supplementary_data?: SeedSupplementaryData[];
  webhooks?: SeedWebhook[];
}

export interface SeedSupplementaryData {
  input_data_id: string;
  supplementary_data_id: string;
  supplementary_data_name?: string;
  supplementary_data_type?: SupplementaryDataType;
  supplementary_data_number?: number;
  file: SeedFile | string;
}

export interface SeedWebhook {
  webhook_id: string;
  event_type: WebhookEventType;
  url: string;
  /** Default: `POST`. */
  method?: WebhookHttpMethod;
  headers?: WebhookHeader[];
  body?: string;
  /** Default: `active`. */
  webhook_status?: WebhookStatus;
}

export interface SeedInputData {
  input_data_id: string;
  input_data_name: string;
  /** A file, or the address of a file elsewhere. */
  file: SeedFile | string;
  width?: number;
  height?: number;
  /** Of a video, in seconds. */
  duration?: number;
  metadata?: Record<string, string>;
}

export interface SeedFile {
  content_type: string;
  /** A function is called at the first read. */
  bytes: Uint8Array | (() => Uint8Array);
}

export interface SeedTask {
  task_id: string;
  input_data_ids: string[];
  /** The task reaches this phase through the phases before, as real tasks do. */
  phase?: TaskPhase;
  phase_stage?: number;
  status?: TaskStatus;
  /** The assignee, by user id. Required for a task that was started. */
  user_id?: string;
  metadata?: TaskMetadata;
  /** By input data id. */
  annotations?: Record<string, SeedFrame>;
}

export interface SeedFrame {
  /** By the English names of the specs, as in the Simple format. */
  details: SimpleAnnotationDetail[];
  /** By annotation id: masks and 3D segments. */
  files?: Record<string, SeedFile>;
}
