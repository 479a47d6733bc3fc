import { assertNotSuspended } from '../projects/project-rules.ts';
import type { HandlerTable } from '../server/handler.ts';
import { planAssignment } from './task-assignment.ts';
import { assignTask } from './task-life-cycle.ts';

export const taskAssignment = {
  /** All of the tasks, or none. */
  assignTasks: ({ project, body, member, clock, settings }) => {
    assertNotSuspended(project);
    const { assignee, tasks } = planAssignment(project, body.request_type, member);
    for (const task of tasks) {
      assignTask({ project, task, actor: member, clock, settings }, assignee.account_id);
    }
    return [...tasks];
  },
} satisfies HandlerTable;
