import type { ProjectMember, Task, TaskAssignmentType, TaskPhase } from '../../../lib/annofab/api-description.ts';
import { forbidden, invalidBody, missing, stateMismatch } from '../core/errors.ts';
import { comparison } from '../core/sorting.ts';
import type { ProjectRecord } from '../core/state.ts';
import type { HandlerContext } from '../server/handler.ts';
import { findTask } from './task.ts';
import { assertStatus } from './task-preconditions.ts';
import { taskSortKey } from './task-search.ts';

type AssignRequest = HandlerContext<'assignTasks'>['body']['request_type'];
type Selection = Extract<AssignRequest, { _type: 'Selection' }>;

interface Assignment {
  readonly assignee: ProjectMember;
  readonly tasks: readonly Task[];
}

const DEFAULT_LIMIT = 10;
const DEFAULT_LIMIT_ON_HOLD = 20;

/** The request types that each project setting allows. */
const ALLOWED: Readonly<Record<TaskAssignmentType, readonly AssignRequest['_type'][]>> = {
  random: ['Random'],
  selection: ['Selection'],
  random_and_selection: ['Random', 'Selection'],
  task_property: ['TaskProperty'],
  custom: [],
};

/**
 * Checks a request for an assignment, and chooses its assignee and tasks. Changes nothing.
 *
 * @throws Failure 400 for a request type that the project does not allow, 403 for a member who must not work on the
 * tasks or assign them, 404 for an unknown task or member, 409 above the limit of tasks per member
 */
export function planAssignment(project: ProjectRecord, request: AssignRequest, caller: ProjectMember): Assignment {
  const { task_assignment_type: type } = project.project.configuration;
  if (!ALLOWED[type].includes(request._type)) {
    throw invalidBody(`The project assigns tasks by ${type}; it does not allow ${request._type}`);
  }
  const assignment =
    request._type === 'Selection'
      ? planSelection(project, request, caller)
      : { assignee: caller, tasks: [pickTask(project, request, caller)] };
  assertWithinLimit(project, assignment);
  return assignment;
}

/** Only owners and accepters choose tasks and their assignee. */
function planSelection(project: ProjectRecord, { user_id, task_ids }: Selection, caller: ProjectMember): Assignment {
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

/** An unassigned task of the phase: a random one, or the first by the property that the project sorts by. */
function pickTask(project: ProjectRecord, request: Exclude<AssignRequest, Selection>, caller: ProjectMember): Task {
  assertMayWorkOn(caller, request.phase);
  const free = [...project.tasks.values()].filter(
    ({ phase, status, account_id }) => phase === request.phase && status === 'not_started' && account_id == null,
  );
  const best = request._type === 'TaskProperty' ? topRanked(free, byProperty(project)) : free;
  const drawn = best[Math.floor(Math.random() * best.length)];
  if (!drawn) throw missing('task', `of phase ${request.phase} without an assignee`);
  return drawn;
}

/** The first task, and all that compare equal to it. */
function topRanked(tasks: readonly Task[], compare: (a: Task, b: Task) => number): Task[] {
  const [first] = tasks.toSorted(compare);
  return first ? tasks.filter((task) => compare(task, first) === 0) : [];
}

function byProperty({ project }: ProjectRecord): (a: Task, b: Task) => number {
  const { name = 'task_id', order = 'asc' } = project.configuration.task_assignment_property ?? {};
  return comparison(order === 'asc' ? name : `-${name}`, taskSortKey);
}

function assertMayWorkOn({ member_role: role }: ProjectMember, phase: TaskPhase): void {
  const isFit = role === 'owner' || role === 'accepter' || (role === 'worker' && phase === 'annotation');
  if (!isFit) throw forbidden(`A project ${role} must not work in the phase ${phase}`);
}

/** Owners have no limit. The limit that includes tasks on hold is the sum of both settings. */
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
    throw stateMismatch(`${assignee.user_id} would have too many tasks: ${total}, of which ${active} are not on hold`);
  }
}
