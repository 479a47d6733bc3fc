import type { Task } from '../../../lib/annofab/index.ts';
import { type ExportedTask, exportTask, isLatestExport } from '../../../lib/automations/export-task/export-task.ts';
import type { FrameAnnotation, StoredDetail, StoredFile } from '../../../local/annofab/core/state.ts';
import { known } from './values.ts';
import { type Overrides, useWorld, type World } from './world.ts';

export const PROJECT_ID = 'demo-project';
/** Complete in the demo project, with every annotation type on its first frame. */
export const TASK_ID = 'task-3';
/** The keys of all that is exported of it begin so. */
export const root = `projects/${PROJECT_ID}/tasks/${TASK_ID}/`;

export interface DemoTask {
  readonly world: World;
  /** Exports the task, or another one. */
  run(overrides?: Overrides, id?: string): Promise<ExportedTask>;
  /** Whether this version of the task still is the latest. */
  isLatest(exported: ExportedTask): Promise<boolean>;
  /** Lets someone act when the export is about to send its nth request of this kind. */
  onceBefore(path: RegExp, nth: number, act: () => unknown): void;
  /** What the emulator holds; it may be changed. */
  task(): Task;
  frame(input_data_id: string | undefined): FrameAnnotation;
  detail(input_data_id: string, annotation_id: string): StoredDetail;
  outerFiles(): OuterFileState[];
  someOuterFile(): OuterFileState;
  manifest(prefix: string): Promise<ManifestJson>;
  /** The manifests there are: what has none is no version. */
  finished(): Promise<string[]>;
}

export interface OuterFileState {
  readonly input_data_id: string;
  readonly annotation_id: string;
  /** In the emulator's file store. */
  readonly path: string;
  readonly file: StoredFile;
}

export interface ManifestJson {
  files: { path: string; bytes: number; sha256: string; content_type: string }[];
  frames: { input_data_id: string }[];
  annotation_count_by_label: Record<string, number>;
}

/** A demo project and a bucket for each test of the file, with one embedded AWS for all of them. */
export function useDemoTask(): DemoTask {
  let world: World;
  useWorld((made) => {
    world = made;
  });

  const project = () => known(world.emulator.state.projects.get(PROJECT_ID));
  const task = () => known(project().tasks.get(TASK_ID));
  const frame = (input_data_id: string | undefined) => known(project().annotations.get(`${TASK_ID}/${input_data_id}`));

  const outerFiles = () =>
    task().input_data_id_list.flatMap((input_data_id) =>
      frame(input_data_id).details.flatMap(({ annotation_id, body }) => {
        if (body._type !== 'Outer') return [];
        const file = known(world.emulator.state.files.get(body.path));
        return [{ input_data_id, annotation_id, path: body.path, file }];
      }),
    );

  const context = (id: string, overrides: Overrides = {}) => {
    const complete_datetime = '2019-05-08T10:00:00.000+09:00';
    const event = { event_type: 'task-completed', project_id: PROJECT_ID, task_id: id, complete_datetime } as const;
    return world.event<'task-completed'>(event, overrides);
  };

  return {
    get world() {
      return world;
    },
    run(overrides = {}, id = TASK_ID) {
      return exportTask(context(id, overrides));
    },
    isLatest(exported) {
      return isLatestExport(context(TASK_ID), exported);
    },
    onceBefore(path, nth, act) {
      let seen = 0;
      world.beforeRequest(async ({ url }) => {
        if (!path.test(url.pathname)) return;
        seen += 1;
        if (seen === nth) await act();
      });
    },
    task,
    frame,
    detail: (input_data_id, annotation_id) =>
      known(frame(input_data_id).details.find((detail) => detail.annotation_id === annotation_id)),
    outerFiles,
    someOuterFile: () => known(outerFiles()[0]),
    async manifest(prefix) {
      const { text } = known(await world.dataset.read(`${prefix}manifest.json`));
      return JSON.parse(text);
    },
    async finished() {
      const keys = (await world.objects(`${root}versions/`)).map(({ key }) => key);
      return keys.filter((key) => key.endsWith('/manifest.json'));
    },
  };
}
