import { EVENT_TYPES } from '../../lib/webhooks/events.ts';
import { webhookRequest } from '../../lib/webhooks/templates.ts';
import { frameKey } from '../annofab/core/state.ts';
import { demoSeed, type Seed, type State } from '../annofab/index.ts';
import { toSpecs } from '../annofab/seed/seed-file/short-specs.ts';
import { LOCAL_STAGE, localNames } from '../names.ts';
import { type ChaosPlan, type PlannedProject, TEMPLATE_PROJECT } from './plan.ts';

type SeedProject = Seed['projects'][number];

const LABELS = [
  { name: 'car', type: 'bounding_box' },
  { name: 'road', type: 'segmentation_v2' },
] as const;

/** Every tenth task has a mask, which is a separate file. */
const MASKED = 10;

/**
 * Seeds the projects of a plan. Tasks are small, so that a run spends its time on faults and not on annotations.
 *
 * @param url the base URL of the webhooks
 */
export function chaosSeed({ projects }: ChaosPlan, url: string): Seed {
  const template = { project_id: TEMPLATE_PROJECT, taskIds: ['task-1'], damagedTaskIds: [] };
  return { ...demoSeed, projects: [...projects, template].map((project) => seedProject(project, url)) };
}

function seedProject({ project_id, taskIds }: PlannedProject, url: string): SeedProject {
  return {
    project_id,
    organization_name: localNames.organization,
    title: project_id,
    members: [
      { user_id: localNames.userId, role: 'owner' },
      { user_id: 'demo_worker', role: 'worker' },
      { user_id: 'demo_accepter', role: 'accepter' },
    ],
    specs: toSpecs(LABELS, 'labels'),
    input_data: taskIds.map((task_id) => ({
      input_data_id: frameOf(task_id),
      input_data_name: task_id,
      file: { content_type: 'image/png', bytes: () => Buffer.from(task_id) },
      width: 100,
      height: 100,
    })),
    tasks: taskIds.map((task_id, index) => ({
      task_id,
      input_data_ids: [frameOf(task_id)],
      phase: 'acceptance',
      user_id: 'demo_accepter',
      annotations: { [frameOf(task_id)]: frame(task_id, { boxes: (index % 3) + 1, masked: index % MASKED === 0 }) },
    })),
    webhooks: [
      ...EVENT_TYPES.map((eventType) =>
        webhookRequest(eventType, { url, secret: localNames.webhookSecret, stage: LOCAL_STAGE }),
      ),
      webhookOfOthers(url),
    ],
  };
}

/** A webhook that is not ours and always fails: the reconciliation must ignore it. */
function webhookOfOthers(url: string) {
  const body = '{"text": "{{PROJECT_TITLE}} has an archive"}';
  return { webhook_id: 'of-others', event_type: 'annotation-archive-updated', url: `${url}/elsewhere`, body } as const;
}

function frame(taskId: string, { boxes, masked }: { boxes: number; masked: boolean }) {
  const cars = Array.from({ length: boxes }, (_, index) => ({
    label: 'car',
    annotation_id: `${taskId}-car-${index + 1}`,
    data: { _type: 'BoundingBox' as const, left_top: { x: index, y: 1 }, right_bottom: { x: index + 10, y: 9 } },
    attributes: {},
  }));
  if (!masked && !taskId.startsWith('damaged')) return { details: cars };
  const mask = maskOf(taskId);
  const road = {
    label: 'road',
    annotation_id: mask,
    data: { _type: 'SegmentationV2' as const, data_uri: mask },
    attributes: {},
  };
  return {
    details: [...cars, road],
    files: { [mask]: { content_type: 'image/png', bytes: Buffer.from(`mask of ${taskId}`) } },
  };
}

/** Damages the planned tasks by deleting the file of their mask. */
export function damageTasks(state: State, { projects }: ChaosPlan): void {
  for (const { project_id, damagedTaskIds } of projects) {
    for (const task_id of damagedTaskIds) {
      const annotation = state.projects.get(project_id)?.annotations.get(frameKey(task_id, frameOf(task_id)));
      const mask = annotation?.details.find(({ annotation_id }) => annotation_id === maskOf(task_id));
      if (mask?.body._type !== 'Outer') throw new Error(`${task_id} has no mask whose file could be deleted`);
      state.files.delete(mask.body.path);
    }
  }
}

/** How many annotations a task has. */
export function annotationsOf(state: State, { project_id, task_id }: { project_id: string; task_id: string }): number {
  return state.projects.get(project_id)?.annotations.get(frameKey(task_id, frameOf(task_id)))?.details.length ?? 0;
}

function frameOf(taskId: string): string {
  return `${taskId}-frame`;
}

function maskOf(taskId: string): string {
  return `${taskId}-mask`;
}
