import type { ProjectMember, ProjectMemberRole, Task, TaskOperation } from '../../lib/annofab/generated/schemas.ts';
import { missing } from './errors.ts';
import { operateAndTell } from './operations/task-changes.ts';
import { findTask } from './project-rules.ts';
import type { Services } from './services.ts';
import type { ProjectRecord } from './state.ts';
import { isCompleted } from './task-life-cycle.ts';

/**
 * Takes a task through its phases until it is accepted, each step as `operateTask` does it, by its assignee or by the
 * first member fit for the phase. A task that is accepted already is re-opened and accepted anew, so its webhooks fire
 * in any case.
 *
 * @returns a copy of the completed task
 * @throws Failure 404 when there is no such project or task, or no owner
 */
export function completeTask(services: Services, projectId: string, taskId: string): Task {
  const project = services.state.projects.get(projectId);
  if (!project) throw missing('project', projectId);
  const task = findTask(project, taskId);
  const owner = findMember(project, ['owner']);
  const operate = (actor: ProjectMember, change: Omit<TaskOperation, 'last_updated_datetime'>) =>
    operateAndTell(services, project, task, { ...change, last_updated_datetime: task.updated_datetime }, actor);

  if (isCompleted(task)) operate(owner, { status: 'not_started', account_id: workerFor(project, task).account_id });
  while (!isCompleted(task)) {
    const assignee = task.account_id === undefined ? undefined : project.members.get(task.account_id);
    if (!assignee) operate(owner, { status: 'not_started', account_id: workerFor(project, task).account_id });
    else {
      const status = task.status === 'working' ? 'complete' : 'working';
      operate(assignee, { status, account_id: assignee.account_id });
    }
  }
  return structuredClone(task);
}

function workerFor(project: ProjectRecord, { phase }: Task): ProjectMember {
  return findMember(project, phase === 'annotation' ? ['worker', 'accepter', 'owner'] : ['accepter', 'owner']);
}

/** The first active member with the first of these roles that anyone has. */
function findMember({ project, members }: ProjectRecord, roles: readonly ProjectMemberRole[]): ProjectMember {
  const active = [...members.values()].filter(({ member_status: status }) => status === 'active');
  const found = roles.map((role) => active.find((member) => member.member_role === role)).find(Boolean);
  if (!found) throw missing('member', `${roles.join(' or ')} of the project ${project.project_id}`);
  return found;
}
