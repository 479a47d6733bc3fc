import type { ProjectMember, Task, TaskAssignmentType, TaskPhase } from '../../../lib/annofab/api-description.ts';
import { forbidden, invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { comparison } from '../core/sorting.ts';
import type { ProjectRecord } from '../core/state.ts';
import { findTask } from '../projects/project-rules.ts';
import type { HandlerContext } from '../server/handler.ts';
import { assertStatus } from './task-conditions.ts';
import { taskSortKey } from './task-search.ts';

type AssignRequest = HandlerContext<'assignTasks'>['body']['request_type'];
type Selection = Extract<AssignRequest, { _type: 'Selection' }>;

/** Who gets which tasks. */
interface Assignment {
  readonly assignee: ProjectMember;
  readonly tasks: readonly Task[];
}

const DEFAULT_LIMIT = 10;
const DEFAULT_LIMIT_ON_HOLD = 20;

/** Which ways of assigning a project allows, by its setting. */
const ALLOWED: Readonly<Record<TaskAssignmentType, readonly AssignRequest['_type'][]>> = {
  random: ['Random'],
  selection: ['Selection'],
  random_and_selection: ['Random', 'Selection'],
  task_property: ['TaskProperty'],
  custom: [],
};

/**
 * What a request for an assignment comes to, before any of it is done.
 *
 * @throws Failure 400 for a way of assigning that the project does not use, 403 for who may not work on the tasks or
 * hand them to others, 404 where there is no such task or member, 409 over the limit of the member's tasks
 */
export function planAssignment(project: ProjectRecord, request: AssignRequest, caller: ProjectMember): Assignment {
  const { task_assignment_type: type } = project.project.configuration;
  if (!ALLOWED[type].includes(request._type)) {
    throw invalidBody(`The project assigns tasks by ${type}, and not by ${request._type}`);
  }
  const assignment =
    request._type === 'Selection'
      ? selected(project, request, caller)
      : { assignee: caller, tasks: [nextTask(project, request, caller)] };
  assertWithinLimit(project, assignment);
  return assignment;
}

/** Owners and accepters hand tasks to anyone, and to themselves; the others get the next one. */
function selected(project: ProjectRecord, { user_id, task_ids }: Selection, caller: ProjectMember): Assignment {
  if (caller.member_role !== 'owner' && caller.member_role !== 'accepter') {
    throw forbidden('Only owners and accepters may choose the tasks that are assigned');
  }
  const assignee = [...project.members.values()].find((member) => member.user_id === user_id);
  if (assignee?.member_status !== 'active') throw missing('project member', user_id);
  const tasks = [...new Set(task_ids)].map((id) => findTask(project, id));
  for (const task of tasks) {
    assertStatus(task, ['not_started', 'break', 'on_hold']);
    assertMayWorkOn(assignee, task.phase);
  }
  return { assignee, tasks };
}

/** One of the tasks of a phase that nobody has: at random, or the first by the property that the project sorts by. */
function nextTask(project: ProjectRecord, request: Exclude<AssignRequest, Selection>, caller: ProjectMember): Task {
  assertMayWorkOn(caller, request.phase);
  const free = [...project.tasks.values()].filter(
    ({ phase, status, account_id }) => phase === request.phase && status === 'not_started' && account_id == null,
  );
  const best = request._type === 'TaskProperty' ? bestOf(free, byProperty(project)) : free;
  const drawn = best[Math.floor(Math.random() * best.length)];
  if (!drawn) throw missing('task', `of phase ${request.phase} that nobody has`);
  return drawn;
}

/** All that nothing comes before. */
function bestOf(tasks: readonly Task[], compare: (a: Task, b: Task) => number): Task[] {
  const [first] = tasks.toSorted(compare);
  return first ? tasks.filter((task) => compare(task, first) === 0) : [];
}

function byProperty({ project }: ProjectRecord): (a: Task, b: Task) => number {
  const { name = 'task_id', order = 'asc' } = project.configuration.task_assignment_property ?? {};
  return comparison(order === 'asc' ? name : `-${name}`, taskSortKey);
}

function assertMayWorkOn({ member_role: role }: ProjectMember, phase: TaskPhase): void {
  const isFit = role === 'owner' || role === 'accepter' || (role === 'worker' && phase === 'annotation');
  if (!isFit) throw forbidden(`A project ${role} does not work in the phase ${phase}`);
}

/** Owners have no limit. Tasks on hold count against a limit of their own, which is that of the others and some more. */
function assertWithinLimit({ project, tasks: all }: ProjectRecord, { assignee, tasks }: Assignment): void {
  if (assignee.member_role === 'owner') return;
  const { max_tasks_per_member: atWork, max_tasks_per_member_including_hold: onHold } = project.configuration;
  const limit = atWork ?? DEFAULT_LIMIT;
  const others = [...all.values()].filter(
    (task) => task.account_id === assignee.account_id && task.status !== 'complete' && !tasks.includes(task),
  );
  const active = others.filter(({ status }) => status !== 'on_hold').length + tasks.length;
  const total = others.length + tasks.length;
  if (active > limit || total > limit + (onHold ?? DEFAULT_LIMIT_ON_HOLD)) {
    throw stateMismatch(`${assignee.user_id} would have ${total} tasks, of which ${active} are not on hold: too many`);
  }
}
