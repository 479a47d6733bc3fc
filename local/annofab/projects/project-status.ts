import type { ProjectStatus, PutProjectRequest } from '../../../lib/annofab/api-description.ts';
import { invalidBody, stateMismatch } from '../core/errors.ts';
import type { ProjectRecord } from '../core/state.ts';

/** @throws Failure 409 while the project is suspended */
export function assertNotSuspended({ project }: ProjectRecord): void {
  if (project.project_status === 'suspended') throw stateMismatch(`The project ${project.project_id} is suspended`);
}

export function assertNotInitializing({ status }: PutProjectRequest): void {
  if (status === 'initializing') throw invalidBody('Clients cannot set the status initializing');
}

export function checkStatus({ project, tasks }: ProjectRecord, request: PutProjectRequest): void {
  const { status, force_suspend: force } = request;
  if (status === project.project_status) return;
  assertNotInitializing(request);
  if (project.project_status === 'initializing') throw stateMismatch('The project is being initialized');
  const isWorkedOn = [...tasks.values()].some((task) => task.status === 'working');
  if (status === 'suspended' && isWorkedOn && !force) {
    throw stateMismatch('A task is being worked on: set force_suspend to suspend the project anyway');
  }
}

/** Also records the active period, because only active projects have statistics. */
export function setStatus({ project, activePeriods }: ProjectRecord, status: ProjectStatus, at: string): void {
  if (status === project.project_status) return;
  project.project_status = status;
  const last = activePeriods.at(-1);
  if (status === 'active') activePeriods.push({ from: at });
  else if (status === 'suspended' && last) last.to ??= at;
}
