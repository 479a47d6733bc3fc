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
import { sampleExtraDataKinds } from '../organizations/extra-data-kinds.ts';

/** All that the emulator knows. Tests may read it, and change it to make a state that no request could. */
export interface State {
  /** By account id. */
  readonly accounts: Map<string, AccountRecord>;
  readonly logins: LoginState;
  /** What Annofab tells its users, by account id; oldest first. */
  readonly notifications: Map<string, MyNotificationMessage[]>;
  /** What would have been mailed, with the codes that are needed to go on; oldest first. */
  readonly mails: Mail[];
  /** By organization id. */
  readonly organizations: Map<string, OrganizationRecord>;
  /** By project id. */
  readonly projects: Map<string, ProjectRecord>;
  /** What the file server holds, by path without a leading slash. */
  readonly files: FileStore;
  /** The night that each was last done for; see `nightly.ts`. */
  readonly nightly: Partial<Record<NightWork, string>>;
}

export type NightWork = 'lists' | 'archives';

export interface AccountRecord {
  account: MyAccount;
  password: string;
  /** The code a multi-factor account answers the challenge with. Without it there is no challenge. */
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
  /** By token: what guest tokens are made from. */
  readonly projectTokens: Map<string, ProjectToken>;
  /** Of plugins and project guests, by access token. */
  readonly accessTokens: Map<string, IssuedToken>;
  /** Of plugins and project guests, by refresh token. */
  readonly accessRefreshTokens: Map<string, IssuedToken>;
  /** By the code that a plugin got when its user let it in. */
  readonly pluginCodes: Map<string, PluginCode>;
}

/** A plugin proves with the verifier behind the challenge (PKCE) that the code is its own. */
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

/** Good for one use. */
export interface Mail {
  readonly kind: MailKind;
  readonly to: string;
  /** Of whom it is for; a sign-up's is that of the account to be. */
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
  /** By plugin id; those that Annofab itself brings are not among them. */
  readonly plugins: Map<string, OrganizationPlugin>;
  /** By id; the name of the organization is filled in when it is answered. */
  readonly identityProviders: Map<string, Omit<OrganizationOidcIdp, 'organization_name'>>;
  /** By id: those that were made by hand. Every project has one of its own beside them. */
  readonly inputDataSets: Map<string, InputDataSet>;
}

export interface ProjectRecord {
  project: Project;
  /** By account id. */
  readonly members: Map<string, ProjectMember>;
  /** By input data id. `input_data_path` is a `FILE_URI` path; `url` is signed when it is answered. */
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
  /** By task id, oldest first: what each operation made of the task. */
  readonly taskEvents: Map<string, TaskHistoryEvent[]>;
  /** By `frameKey`. A frame that nobody annotated has no entry. */
  readonly annotations: Map<string, FrameAnnotation>;
  /** Frames as a past phase of their task left them: by `frameKey` of the task history's id and the input data's. */
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
  /** The archive as it was last built; none before the first build. */
  archive?: ArchiveRecord;
  /** Files of everything of a kind, as they were last written. */
  readonly lists: Map<ListKind, MadeFile>;
  /** When the project was not suspended, oldest first: only then are there statistics. The last may go on. */
  readonly activePeriods: { from: string; to?: string }[];
  markers: { list: Marker[]; updated_datetime?: string };
  /** What kinds of extra data the project may have. */
  readonly extraDataKinds: ProjectExtraDataKind[];
  /** By kind id, and for a user's own value by `kind id/account id`. */
  readonly extraData: Map<string, ProjectExtraDataValueSaved>;
}

export type ListKind = 'tasks' | 'inputs' | 'comments' | 'inspections' | 'task_histories' | 'task_history_events';

/** Specs as they once were. The URL to them is signed when it is answered. */
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

/** A detail of the editor's version 2, its outer file still a path into the file store and not yet a signed URL. */
export type StoredDetail = Omit<AnnotationDetailV2Get, 'body'> & { body: StoredBody };

export type StoredBody =
  | { _type: 'Inner'; data: FullAnnotationData }
  | { _type: 'InnerUnknown'; data: string }
  | { _type: 'Outer'; path: string };

/** The thumbnails of a frame's annotations: parts of images, which lie in the file store. */
export interface ThumbnailRecord extends Pick<AnnotationThumbnail, 'annotations'> {
  images: { path: string; width: number; height: number }[];
  annotation_updated_datetime: string;
  created_datetime: string;
}

export interface InstructionRecord {
  history: InstructionHistory;
  html: string;
}

/** Where a file that was made lies in the file store, and since when. */
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
  /** Yet to be made, when somebody first reads its bytes. */
  readonly isPending?: boolean;
  bytes: Uint8Array;
  contentType: string;
  /** As S3 answers it: the MD5 in quotes. */
  etag: string;
  lastModified: Date;
}

/** How a path of the file store looks in a body: `s3://annofab-emulator/temp/…`. */
export const FILE_URI = 's3://annofab-emulator/';

/** Ids hold no slash, so the pair stays readable and unambiguous. */
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

/** Its id is the moment, as a number: no two changes share one. */
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
    extraDataKinds: sampleExtraDataKinds.map((kind) => structuredClone(kind)),
    extraData: new Map(),
  };
}
