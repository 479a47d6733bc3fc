import type {
  AnnotationDetailV2Get,
  AnnotationSpecsHistory,
  AnnotationSpecsV3,
  AnnotationThumbnail,
  Comment,
  FullAnnotationData,
  InputData,
  InputDataSet,
  InstructionHistory,
  Marker,
  MyAccount,
  MyNotificationMessage,
  Organization,
  OrganizationMember,
  OrganizationOidcIdp,
  OrganizationPlugin,
  PersonalAccessToken,
  Project,
  ProjectExtraDataKind,
  ProjectExtraDataValueSaved,
  ProjectJobInfo,
  ProjectMember,
  ProjectToken,
  SupplementaryData,
  Task,
  TaskHistory,
  TaskHistoryEvent,
  Webhook,
} from '../../../lib/annofab/api-description.ts';
import { SAMPLE_EXTRA_DATA_KINDS } from '../projects/extra-data-kinds.ts';

/** The whole state of the emulator. Tests may read it, and change it to a state that no request could make. */
export interface State {
  /** By account id. */
  readonly accounts: Map<string, AccountRecord>;
  readonly logins: LoginState;
  /** Notifications, by account id; oldest first. */
  readonly notifications: Map<string, MyNotificationMessage[]>;
  /** Mails that Annofab would have sent, with the codes in them; oldest first. */
  readonly mails: Mail[];
  /** By organization id. */
  readonly organizations: Map<string, OrganizationRecord>;
  /** By project id. */
  readonly projects: Map<string, ProjectRecord>;
  /** Files of the file server, by path without a leading slash. */
  readonly files: FileStore;
  /** The last night for which each job was done; see `jobs/nightly-jobs.ts`. */
  readonly nightly: Partial<Record<NightWork, string>>;
}

export type NightWork = 'lists' | 'archives';

export interface AccountRecord {
  account: MyAccount & { email: string };
  password: string;
  /** The code of a multi-factor account. Without it there is no challenge. */
  mfaCode?: string;
}

export interface LoginState {
  /** Challenges waiting for a code, by session. */
  readonly challenges: Map<string, { accountId: string; expires: Date }>;
  /** By id token. */
  readonly idTokens: Map<string, IssuedToken>;
  /** By refresh token. */
  readonly refreshTokens: Map<string, IssuedToken>;
  /** By token. */
  readonly personalAccessTokens: Map<string, PersonalAccessToken>;
  /** By token. Guest tokens are made from these. */
  readonly projectTokens: Map<string, ProjectToken>;
  /** Of plugins and project guests, by access token. */
  readonly accessTokens: Map<string, IssuedToken>;
  /** Of plugins and project guests, by refresh token. */
  readonly accessRefreshTokens: Map<string, IssuedToken>;
  /** By the code that a plugin got when its user authorized it. */
  readonly pluginCodes: Map<string, PluginCode>;
}

/** A plugin proves with the verifier of the challenge (PKCE) that the code was issued to it. */
export interface PluginCode extends IssuedToken {
  codeChallenge: string;
}

export interface IssuedToken {
  accountId: string;
  expires: Date;
}

export type MailKind =
  | 'sign-up'
  | 'password-reset'
  | 'email-reset'
  | 'email-verification'
  | 'account-deletion'
  | 'organization-invitation';

/** A mail with a code for one use. */
export interface Mail {
  readonly kind: MailKind;
  readonly to: string;
  /** The recipient; for a sign-up, the account that will be created. */
  readonly account_id: string;
  readonly organization_id?: string;
  /** What Annofab calls the confirmation code, the verification code or the token. */
  readonly code: string;
  readonly sent_datetime: string;
  used_datetime?: string;
}

export interface OrganizationRecord {
  organization: Organization;
  /** By account id. */
  readonly members: Map<string, OrganizationMember>;
  /** By plugin id, without Annofab's built-in plugins. */
  readonly plugins: Map<string, OrganizationPlugin>;
  /** By id; the organization's name is added to answers. */
  readonly identityProviders: Map<string, Omit<OrganizationOidcIdp, 'organization_name'>>;
  /** By id: the sets that were created explicitly. Every project also has its own set. */
  readonly inputDataSets: Map<string, InputDataSet>;
}

export interface ProjectRecord {
  project: Project;
  /** By account id. */
  readonly members: Map<string, ProjectMember>;
  /** By input data id. `input_data_path` is a `FILE_URI` path; `url` is signed in answers. */
  readonly inputData: Map<string, InputData>;
  /** By input data id. */
  readonly supplementary: Map<string, SupplementaryData[]>;
  specs: AnnotationSpecsV3;
  /** Oldest first. */
  readonly specsHistories: SpecsHistory[];
  /** By task id, in the order they were made. */
  readonly tasks: Map<string, Task>;
  /** By task id, oldest first. */
  readonly taskHistories: Map<string, TaskHistory[]>;
  /** By task id, oldest first: the task after each operation. */
  readonly taskEvents: Map<string, TaskHistoryEvent[]>;
  /** By `frameKey`. A frame without annotations has no entry. */
  readonly annotations: Map<string, FrameAnnotation>;
  /** Frames at the end of past phases, by `frameKey` of the ids of task history and input data. */
  readonly pastAnnotations: Map<string, FrameAnnotation>;
  /** By `frameKey`. */
  readonly thumbnails: Map<string, ThumbnailRecord>;
  /** By `frameKey`. */
  readonly comments: Map<string, Comment[]>;
  /** Oldest first. */
  readonly instructions: InstructionRecord[];
  /** Oldest first. */
  readonly jobs: ProjectJobInfo[];
  /** By webhook id. */
  readonly webhooks: Map<string, Webhook>;
  /** The latest archive; absent before the first build. */
  archive?: ArchiveRecord;
  /** List files, as they were last written. */
  readonly lists: Map<ListKind, MadeFile>;
  /** Periods in which the project was active and has statistics, oldest first. The last may be open. */
  readonly activePeriods: { from: string; to?: string }[];
  markers: { list: Marker[]; updated_datetime?: string };
  /** The kinds of extra data of the project. */
  readonly extraDataKinds: ProjectExtraDataKind[];
  /** By kind id, and for a user's own value by `kind id/account id`. */
  readonly extraData: Map<string, ProjectExtraDataValueSaved>;
}

export type ListKind = 'tasks' | 'inputs' | 'comments' | 'inspections' | 'task_histories' | 'task_history_events';

/** Earlier specs. Their URL is signed in answers. */
export interface SpecsHistory {
  history: Omit<AnnotationSpecsHistory, 'url'>;
  specs: AnnotationSpecsV3;
}

/** The annotation of one input data of one task. */
export interface FrameAnnotation {
  /** Front-most first, as Annofab lists them. */
  details: StoredDetail[];
  updated_datetime?: string;
  /** The exact text of an imported archive's entry: the Simple API's answer until the annotation is edited. */
  verbatim?: string;
}

/** A detail of the editor's version 2, with the path of its outer file instead of a signed URL. */
export type StoredDetail = Omit<AnnotationDetailV2Get, 'body'> & { body: StoredBody };

export type StoredBody =
  | { _type: 'Inner'; data: FullAnnotationData }
  | { _type: 'InnerUnknown'; data: string }
  | { _type: 'Outer'; path: string };

/** The thumbnails of a frame's annotations: parts of images in the file store. */
export interface ThumbnailRecord extends Pick<AnnotationThumbnail, 'annotations'> {
  images: { path: string; width: number; height: number }[];
  annotation_updated_datetime: string;
  created_datetime: string;
}

export interface InstructionRecord {
  history: InstructionHistory;
  html: string;
}

/** A generated file: its path in the file store and its time. */
export interface MadeFile {
  path: string;
  updated_datetime: string;
}

export interface ArchiveRecord extends MadeFile {
  /** The same in the Full format; `path` is the Simple one's. */
  fullPath: string;
}

export type FileStore = Map<string, StoredFile>;

export interface StoredFile {
  /** The bytes are generated at the first read. */
  readonly isPending?: boolean;
  bytes: Uint8Array;
  contentType: string;
  /** As S3 sends it: the MD5 in quotes. */
  etag: string;
  lastModified: Date;
}

/** Prefix of file store paths in bodies: `s3://annofab-emulator/temp/…`. */
export const FILE_URI = 's3://annofab-emulator/';

/** Ids contain no slash, so the key is unambiguous. */
export function frameKey(taskId: string, inputDataId: string): string {
  return `${taskId}/${inputDataId}`;
}

export function createState(): State {
  return {
    accounts: new Map(),
    logins: {
      challenges: new Map(),
      idTokens: new Map(),
      refreshTokens: new Map(),
      personalAccessTokens: new Map(),
      projectTokens: new Map(),
      accessTokens: new Map(),
      accessRefreshTokens: new Map(),
      pluginCodes: new Map(),
    },
    notifications: new Map(),
    mails: [],
    organizations: new Map(),
    projects: new Map(),
    files: new Map(),
    nightly: {},
  };
}

export function createOrganizationRecord(organization: Organization): OrganizationRecord {
  return {
    organization,
    members: new Map(),
    plugins: new Map(),
    identityProviders: new Map(),
    inputDataSets: new Map(),
  };
}

/** The id is the time as a number, which is unique for each change. */
export function specsHistory(
  specs: AnnotationSpecsV3,
  at: string,
  by: Pick<AnnotationSpecsHistory, 'account_id' | 'comment'> = {},
): SpecsHistory {
  const history = { history_id: String(Date.parse(at)), project_id: specs.project_id, updated_datetime: at, ...by };
  return { history, specs: structuredClone(specs) };
}

export function createProjectRecord(project: Project, specs: AnnotationSpecsV3): ProjectRecord {
  return {
    project,
    specs,
    members: new Map(),
    inputData: new Map(),
    supplementary: new Map(),
    specsHistories: specs.updated_datetime == null ? [] : [specsHistory(specs, specs.updated_datetime)],
    tasks: new Map(),
    taskHistories: new Map(),
    taskEvents: new Map(),
    annotations: new Map(),
    pastAnnotations: new Map(),
    thumbnails: new Map(),
    comments: new Map(),
    instructions: [],
    jobs: [],
    webhooks: new Map(),
    lists: new Map(),
    activePeriods: [{ from: project.created_datetime }],
    markers: { list: [] },
    extraDataKinds: SAMPLE_EXTRA_DATA_KINDS.map((kind) => structuredClone(kind)),
    extraData: new Map(),
  };
}
