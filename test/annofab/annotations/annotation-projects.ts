import { drawScene } from '../../../local/annofab/seed/draw.ts';
import type { Seed, SeedProject } from '../../../local/annofab/seed/seed.ts';
import { startEmulator } from '../../local/annofab/emulator.ts';
import { everyTypeSeed, everyTypeSpecs } from '../../local/annofab/every-type.ts';

/** A frame of the demo with an annotation of every type, and one that is empty and the owner's to edit. */
export const full = { project_id: 'demo-project', task_id: 'task-1', input_data_id: 'task-1-frame-1' };
export const empty = { project_id: 'demo-project', task_id: 'task-8', input_data_id: 'task-8-frame-1' };
/** A frame of another project, whose specs have the same names and other ids. */
export const elsewhere = { project_id: 'other-project', task_id: 'blank', input_data_id: 'blank-1' };

export type Specs = SeedProject['specs'];

/** The demo, and another project. */
export async function startTwoProjects(changeSpecs: (specs: Specs) => Specs = (specs) => specs) {
  const specs: Specs = JSON.parse(
    JSON.stringify(everyTypeSpecs).replaceAll(/"(label|attribute|choice)-/g, '"other-$1-'),
  );
  const other: SeedProject = {
    project_id: elsewhere.project_id,
    organization_name: 'demo-org',
    title: 'Another project',
    members: [{ user_id: 'demo_owner', role: 'owner' }],
    specs: changeSpecs(specs),
    input_data: [
      {
        input_data_id: elsewhere.input_data_id,
        input_data_name: 'blank.png',
        file: { content_type: 'image/png', bytes: () => drawScene(640, 360, 'blank') },
      },
    ],
    tasks: [{ task_id: elsewhere.task_id, input_data_ids: [elsewhere.input_data_id] }],
  };
  const seed: Seed = { ...everyTypeSeed, projects: [...everyTypeSeed.projects, other] };
  const { annofab: emulator, owner, worker, stranger } = await startEmulator({ seed });
  return { emulator, annofab: owner, worker, stranger };
}
