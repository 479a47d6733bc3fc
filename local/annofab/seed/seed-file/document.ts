import type {
  AdditionalDataDefinitionType,
  AnnotationType,
  SimpleAnnotationDetail,
} from '../../../../lib/annofab/api-description.ts';
import type {
  SeedAccount,
  SeedInputData,
  SeedOrganization,
  SeedProject,
  SeedSupplementaryData,
  SeedTask,
  SeedWebhook,
} from '../seed.ts';

/** A seed as it stands in a file: with names left out that can be made up, and with files by path. */
export interface SeedDocument {
  accounts: FileAccount[];
  organizations: FileOrganization[];
  projects?: FileProject[];
}

export type FileAccount = Omit<SeedAccount, 'account_id' | 'username'> & { account_id?: string; username?: string };

export type FileOrganization = Omit<SeedOrganization, 'organization_id'> & { organization_id?: string };

export type FileProject = Omit<SeedProject, Rewritten> & {
  title?: string;
  /** In Annofab's own words, version 3. */
  specs?: SeedProject['specs'] | FilePath;
  /** The same in short. */
  labels?: ShortLabel[];
  input_data?: FileInputData[];
  tasks?: FileTask[];
  supplementary_data?: FileSupplementaryData[];
  webhooks?: SeedWebhook[];
};

type Rewritten = 'title' | 'specs' | 'input_data' | 'tasks' | 'supplementary_data' | 'webhooks';

export type FileInputData = Omit<SeedInputData, 'file' | 'input_data_name'> & {
  input_data_name?: string;
  file: FileSource;
};

export type FileSupplementaryData = Omit<SeedSupplementaryData, 'file'> & { file: FileSource };

export type FileTask = Omit<SeedTask, 'annotations'> & { annotations?: Record<string, FileFrame> };

export type FileFrame =
  | FilePath
  | { details: SimpleAnnotationDetail[]; files?: Record<string, Exclude<FileSource, string>> };

/** Relative to the seed file. */
export interface FilePath {
  path: string;
}

/** An address of what lies elsewhere, a file beside the seed, or its content. */
export type FileSource =
  | string
  | (FilePath & { content_type?: string })
  | { base64: string; content_type?: string }
  | { text: string; content_type?: string };

export interface ShortLabel {
  name: string;
  type: AnnotationType;
  /** `#rrggbb`. */
  color?: string;
  attributes?: ShortAttribute[];
}

export interface ShortAttribute {
  name: string;
  type: AdditionalDataDefinitionType;
  choices?: string[];
}
