import type { ProjectConfigurationPut, ProjectMemberRole } from '../../annofab/index.ts';
import { boolean, check, isJsonObject, object, oneOf, optional, record, type Shape } from '../../core/json.ts';

/** What is done with a copy of a project, beside its webhooks and the settings that it takes over. */
export interface ProjectCopySettings {
  /** The role of each member, by user id: `inactive` removes the member. Members who are not named stay as they were copied. */
  readonly members?: Readonly<Record<string, ProjectMemberRole | 'inactive'>>;
  /** The fields of the copy's configuration that differ from those of its source. */
  readonly configuration?: ProjectConfigurationPut;
  /** Whether the first update of the copy's annotation archive is started; `true` by default. */
  readonly updateArchive?: boolean;
}

/** Types check the fields where the settings are written, and Annofab refuses what it does not take. */
const configuration = check(
  (value): value is ProjectConfigurationPut => isJsonObject(value),
  'must be an object with fields of the configuration',
);

export const projectCopyShape: Shape<ProjectCopySettings> = object({
  members: optional(record(oneOf(['owner', 'worker', 'accepter', 'training_data_user', 'inactive']))),
  configuration: optional(configuration),
  updateArchive: optional(boolean),
});
