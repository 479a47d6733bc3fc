import { PLUGINS_3D } from '../../../lib/annofab/api-description.ts';
import {
  DEMO_HEIGHT,
  DEMO_WIDTH,
  drawnOnce,
  fullFrame,
  objectsOn,
  plainFrame,
  pointCloudFrame,
  videoFrame,
} from './demo/frames.ts';
import { drawPointCloud, drawVideo } from './demo/input-files.ts';
import { demoSpecs } from './demo/specs.ts';
import { drawScene, type SceneObject } from './draw.ts';
import type { Seed, SeedFile, SeedFrame, SeedInputData, SeedProject, SeedTask } from './seed.ts';

/** A task of the demo: its phase and status, and how much is annotated on its frames. */
interface DemoTask extends Omit<SeedTask, 'input_data_ids' | 'annotations'> {
  frames: number;
  /** `full`: every annotation type on the first frame; `none`: no annotations. */
  annotated?: 'full' | 'plain' | 'none';
}

const TASKS: readonly DemoTask[] = [
  {
    task_id: 'task-1',
    frames: 3,
    annotated: 'full',
    phase: 'acceptance',
    status: 'working',
    user_id: 'demo_accepter',
    metadata: { site: '渋谷駅前', priority: 5, assignable: true },
  },
  { task_id: 'task-2', frames: 2, phase: 'acceptance', metadata: { site: '銀座四丁目', priority: 3 } },
  {
    task_id: 'task-3',
    frames: 3,
    annotated: 'full',
    phase: 'acceptance',
    status: 'complete',
    user_id: 'demo_accepter',
  },
  { task_id: 'task-4', frames: 2, phase: 'acceptance', status: 'complete', user_id: 'demo_owner' },
  { task_id: 'task-5', frames: 2, status: 'working', user_id: 'demo_worker', metadata: { priority: 1 } },
  { task_id: 'task-6', frames: 3, annotated: 'none', user_id: 'demo_worker' },
  { task_id: 'task-7', frames: 2, phase: 'acceptance', status: 'on_hold', user_id: 'demo_accepter' },
  { task_id: 'task-8', frames: 2, annotated: 'none' },
];

/** Of each of the other projects; those are for looking at, and smaller. */
const SMALL_TASKS: readonly DemoTask[] = [
  {
    task_id: 'task-1',
    frames: 1,
    annotated: 'full',
    phase: 'acceptance',
    status: 'complete',
    user_id: 'demo_accepter',
  },
  { task_id: 'task-2', frames: 1, annotated: 'full', phase: 'acceptance', metadata: { priority: 2 } },
  { task_id: 'task-3', frames: 1, annotated: 'none', user_id: 'demo_worker' },
];

const VIDEO_SECONDS = 8;
const CLOUD_POINTS = 64;

const MEMBERS: SeedProject['members'] = [
  { user_id: 'demo_owner', role: 'owner' },
  { user_id: 'demo_worker', role: 'worker' },
  { user_id: 'demo_accepter', role: 'accepter' },
  { user_id: 'demo_data_user', role: 'training_data_user' },
];

/**
 * Three small projects of street scenes: images with every annotation type, every kind of attribute and tasks in every
 * phase; videos; and point clouds for the 3D editor. Each has what Annofab allows for its type.
 */
export const demoSeed: Seed = {
  accounts: [
    account(1, 'demo_owner', '山田 花子', 'demo-password', 'demo-pat'),
    account(2, 'demo_worker', '佐藤 太郎', 'demo-worker-password', 'demo-worker-pat'),
    account(3, 'demo_accepter', '鈴木 一郎', 'demo-accepter-password', 'demo-accepter-pat'),
    account(4, 'demo_data_user', '高橋 明', 'demo-data-user-password', 'demo-data-user-pat'),
    { ...account(5, 'demo_mfa', '伊藤 桜', 'demo-mfa-password', 'demo-mfa-pat'), mfa_code: '123456' },
  ],
  organizations: [
    {
      organization_id: 'demo-org',
      organization_name: 'demo-org',
      members: [
        { user_id: 'demo_owner', role: 'owner' },
        { user_id: 'demo_worker', role: 'contributor' },
        { user_id: 'demo_accepter', role: 'contributor' },
        { user_id: 'demo_data_user', role: 'contributor' },
      ],
    },
  ],
  projects: [
    {
      ...{ project_id: 'demo-project', organization_name: 'demo-org', title: '街角の交通', members: MEMBERS },
      overview: 'A small project of street scenes',
      specs: demoSpecs('image'),
      input_data: TASKS.flatMap((task) => framesOf(task).map((id, index) => inputData(id, task, index))),
      tasks: TASKS.map((task) => toTask(task, imageFrame)),
    },
    {
      ...{ project_id: 'demo-video', organization_name: 'demo-org', title: '街角の映像', members: MEMBERS },
      overview: 'A small project of street videos',
      input_data_type: 'movie',
      specs: demoSpecs('movie'),
      input_data: SMALL_TASKS.flatMap(framesOf).map((id) => ({
        input_data_id: id,
        input_data_name: `街角/${id}.mp4`,
        file: { content_type: 'video/mp4', bytes: drawVideo(VIDEO_SECONDS) },
        duration: VIDEO_SECONDS,
      })),
      tasks: SMALL_TASKS.map((task) => toTask(task, videoFrame)),
    },
    {
      ...{ project_id: 'demo-point-cloud', organization_name: 'demo-org', title: '街角の点群', members: MEMBERS },
      overview: 'A small project of street point clouds, for the 3D editor',
      input_data_type: 'custom',
      configuration: { plugin_id: PLUGINS_3D.editor, extended_specs_plugin_id: PLUGINS_3D.specs },
      specs: demoSpecs('custom'),
      input_data: SMALL_TASKS.flatMap(framesOf).map((id) => ({
        input_data_id: id,
        input_data_name: `街角/${id}.bin`,
        file: { content_type: 'application/octet-stream', bytes: drawPointCloud(CLOUD_POINTS) },
      })),
      supplementary_data: SMALL_TASKS.flatMap(framesOf).map((id) => ({
        input_data_id: id,
        supplementary_data_id: `${id}-camera`,
        supplementary_data_type: 'image',
        file: sceneFile(id),
      })),
      tasks: SMALL_TASKS.map((task) => toTask(task, pointCloudFrame)),
    },
  ],
};

/** Account ids look like Annofab's, and unlike user ids, so that the two are not mixed up. */
function account(number: number, user_id: string, username: string, password: string, token: string) {
  return {
    user_id,
    account_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    username,
    password,
    personal_access_tokens: [token],
  };
}

function framesOf({ task_id, frames }: DemoTask): string[] {
  return Array.from({ length: frames }, (_, index) => `${task_id}-frame-${index + 1}`);
}

function sceneFile(id: string, objects?: () => readonly SceneObject[]): SeedFile {
  return drawnOnce(() => drawScene(DEMO_WIDTH, DEMO_HEIGHT, id, objects?.()));
}

function inputData(id: string, { task_id, annotated = 'plain' }: DemoTask, index: number): SeedInputData {
  const objects = () => objectsOn(imageFrame(id, index, annotated === 'none' ? 'plain' : annotated));
  return {
    input_data_id: id,
    input_data_name: `街角/${task_id}/${String(index + 1).padStart(2, '0')}.png`,
    file: sceneFile(id, objects),
    width: DEMO_WIDTH,
    height: DEMO_HEIGHT,
    metadata: { camera: 'A' },
  };
}

function toTask(task: DemoTask, frame: FrameOf): SeedTask {
  const { frames: _, annotated = 'plain', ...rest } = task;
  const ids = framesOf(task);
  const frames = annotated === 'none' ? [] : ids.map((id, index) => [id, frame(id, index, annotated)] as const);
  return { ...rest, input_data_ids: ids, annotations: Object.fromEntries(frames) };
}

type FrameOf = (id: string, index: number, annotated: 'full' | 'plain') => SeedFrame;

function imageFrame(id: string, index: number, annotated: 'full' | 'plain'): SeedFrame {
  return annotated === 'full' && index === 0 ? fullFrame(id) : plainFrame(id, index + 1);
}
