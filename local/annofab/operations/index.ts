import type { HandlerTable } from '../handler.ts';
import { accounts } from './accounts.ts';
import { annotationBatches } from './annotation-batches.ts';
import { annotationSpecs } from './annotation-specs.ts';
import { annotationThumbnails } from './annotation-thumbnails.ts';
import { annotations } from './annotations.ts';
import { archives } from './archives.ts';
import { caches } from './caches.ts';
import { comments } from './comments.ts';
import { extraData } from './extra-data.ts';
import { files } from './files.ts';
import { identityProviders } from './identity-providers.ts';
import { inputData } from './input-data.ts';
import { instructions } from './instructions.ts';
import { jobs } from './jobs.ts';
import { legacyAccounts } from './legacy-accounts.ts';
import { legacyInputDataSets } from './legacy-input-data-sets.ts';
import { legacyLaborControl } from './legacy-labor-control.ts';
import { legacyOrganizations } from './legacy-organizations.ts';
import { legacyStatistics } from './legacy-statistics.ts';
import { listFiles } from './list-files.ts';
import { login } from './login.ts';
import { markers } from './markers.ts';
import { members } from './members.ts';
import { myAccount } from './my-account.ts';
import { organizationMembers } from './organization-members.ts';
import { organizations } from './organizations.ts';
import { pluginTokens } from './plugin-tokens.ts';
import { plugins } from './plugins.ts';
import { projectCopy } from './project-copy.ts';
import { projectTokens } from './project-tokens.ts';
import { projects } from './projects.ts';
import { signedAccess } from './signed-access.ts';
import { statistics } from './statistics.ts';
import { supplementaryData } from './supplementary-data.ts';
import { taskAssignment } from './task-assignment.ts';
import { taskChanges } from './task-changes.ts';
import { taskGeneration } from './task-generation.ts';
import { tasks } from './tasks.ts';
import { usage } from './usage.ts';
import { webhooks } from './webhooks.ts';

/** Every operation that the emulator answers; the others answer 501. */
export const handlers: HandlerTable = {
  ...accounts,
  ...annotationBatches,
  ...annotations,
  ...annotationSpecs,
  ...annotationThumbnails,
  ...archives,
  ...caches,
  ...comments,
  ...extraData,
  ...files,
  ...identityProviders,
  ...inputData,
  ...instructions,
  ...jobs,
  ...legacyAccounts,
  ...legacyInputDataSets,
  ...legacyLaborControl,
  ...legacyOrganizations,
  ...legacyStatistics,
  ...listFiles,
  ...login,
  ...markers,
  ...members,
  ...myAccount,
  ...organizationMembers,
  ...organizations,
  ...plugins,
  ...pluginTokens,
  ...projectCopy,
  ...projects,
  ...projectTokens,
  ...signedAccess,
  ...statistics,
  ...supplementaryData,
  ...taskAssignment,
  ...taskChanges,
  ...taskGeneration,
  ...tasks,
  ...usage,
  ...webhooks,
};
