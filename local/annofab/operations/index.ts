import type { HandlerTable } from '../handler.ts';
import { accounts } from './accounts.ts';
import { annotationSpecs } from './annotation-specs.ts';
import { annotations } from './annotations.ts';
import { archives } from './archives.ts';
import { comments } from './comments.ts';
import { files } from './files.ts';
import { inputData } from './input-data.ts';
import { jobs } from './jobs.ts';
import { login } from './login.ts';
import { members } from './members.ts';
import { organizations } from './organizations.ts';
import { projectCopy } from './project-copy.ts';
import { projects } from './projects.ts';
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
  ...files,
  ...inputData,
  ...jobs,
  ...login,
  ...members,
  ...organizations,
  ...projectCopy,
  ...projects,
  ...taskChanges,
  ...tasks,
  ...webhooks,
};
