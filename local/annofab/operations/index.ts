import type { HandlerTable } from '../handler.ts';
import { accounts } from './accounts.ts';
import { annotationSpecs } from './annotation-specs.ts';
import { annotations } from './annotations.ts';
import { archives } from './archives.ts';
import { comments } from './comments.ts';
import { extraData } from './extra-data.ts';
import { files } from './files.ts';
import { inputData } from './input-data.ts';
import { instructions } from './instructions.ts';
import { jobs } from './jobs.ts';
import { legacyStatistics } from './legacy-statistics.ts';
import { listFiles } from './list-files.ts';
import { login } from './login.ts';
import { markers } from './markers.ts';
import { members } from './members.ts';
import { organizations } from './organizations.ts';
import { projectCopy } from './project-copy.ts';
import { projects } from './projects.ts';
import { statistics } from './statistics.ts';
import { supplementaryData } from './supplementary-data.ts';
import { taskChanges } from './task-changes.ts';
import { tasks } from './tasks.ts';
import { webhooks } from './webhooks.ts';

/** Every operation that the emulator answers; the others answer 501. */
export const handlers: HandlerTable = {
  ...accounts,
  ...annotations,
  ...annotationSpecs,
  ...archives,
  ...comments,
  ...extraData,
  ...files,
  ...inputData,
  ...instructions,
  ...jobs,
  ...legacyStatistics,
  ...listFiles,
  ...login,
  ...markers,
  ...members,
  ...organizations,
  ...projectCopy,
  ...projects,
  ...statistics,
  ...supplementaryData,
  ...taskChanges,
  ...tasks,
  ...webhooks,
};
