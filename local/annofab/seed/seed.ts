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

/** What an emulator starts with. People are named by user id everywhere; account ids stand on the accounts only. */
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
  /** Makes it a multi-factor account: the code its challenge wants. */
  mfa_code?: string;
  /** Good for ten years. */
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
  /** `POST`, unless told otherwise. */
  method?: WebhookHttpMethod;
  headers?: WebhookHeader[];
  body?: string;
  /** `active`, unless told otherwise. */
  webhook_status?: WebhookStatus;
}

export interface SeedInputData {
  input_data_id: string;
  input_data_name: string;
  /** A file of our own, or the address of what lies elsewhere. */
  file: SeedFile | string;
  width?: number;
  height?: number;
  /** Of a video, in seconds. */
  duration?: number;
  metadata?: Record<string, string>;
}

export interface SeedFile {
  content_type: string;
  /** A function is asked when somebody first reads the file. */
  bytes: Uint8Array | (() => Uint8Array);
}

export interface SeedTask {
  task_id: string;
  input_data_ids: string[];
  /** Where the task is to stand; it gets there as real tasks do, through the phases before. */
  phase?: TaskPhase;
  phase_stage?: number;
  status?: TaskStatus;
  /** The assignee, by user id. A task that anyone works or worked on has one. */
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
