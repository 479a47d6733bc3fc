import { accessTokens } from '../accounts/access-token-operations.ts';
import { legacyAccounts } from '../accounts/legacy-account-operations.ts';
import { login } from '../accounts/login-operations.ts';
import { myAccount } from '../accounts/my-account-operations.ts';
import { annotations } from '../annotations/annotation-operations.ts';
import { annotationThumbnails } from '../annotations/annotation-thumbnail-operations.ts';
import { archives } from '../archives/archive-operations.ts';
import { comments } from '../comments/comment-operations.ts';
import { files } from '../files/file-operations.ts';
import { inputData } from '../input-data/input-data-operations.ts';
import { legacyInputDataSets } from '../input-data/input-data-set-operations.ts';
import { supplementaryData } from '../input-data/supplementary-data-operations.ts';
import { jobs } from '../jobs/job-operations.ts';
import { listFiles } from '../jobs/list-file-operations.ts';
import { identityProviders } from '../organizations/identity-provider-operations.ts';
import { organizationMembers } from '../organizations/organization-member-operations.ts';
import { organizations } from '../organizations/organization-operations.ts';
import { plugins } from '../organizations/plugin-operations.ts';
import { usage } from '../organizations/usage-operations.ts';
import { caches } from '../projects/cache-operations.ts';
import { extraData } from '../projects/extra-data-operations.ts';
import { instructions } from '../projects/instruction-operations.ts';
import { members } from '../projects/member-operations.ts';
import { projects } from '../projects/project-operations.ts';
import { markers } from '../specs/marker-operations.ts';
import { annotationSpecs } from '../specs/specs-operations.ts';
import { statistics } from '../statistics/statistics-operations.ts';
import { taskGeneration } from '../tasks/task-generation-operations.ts';
import { tasks } from '../tasks/task-operations.ts';
import { webhooks } from '../webhooks/webhook-operations.ts';
import type { HandlerTable } from './handler.ts';

/** Every operation that the emulator answers; the others answer 501. */
export const handlers: HandlerTable = {
  ...accessTokens,
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
  ...listFiles,
  ...login,
  ...markers,
  ...members,
  ...myAccount,
  ...organizationMembers,
  ...organizations,
  ...plugins,
  ...projects,
  ...statistics,
  ...supplementaryData,
  ...taskGeneration,
  ...tasks,
  ...usage,
  ...webhooks,
};
