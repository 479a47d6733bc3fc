import { expect, it } from 'vitest';
import { createSpecsAccessor, imply, NotFoundError, writeRestriction } from '../../../lib/annofab/index.ts';
import { startTwoProjects } from '../annotations/annotation-projects.ts';
import { failureOf } from '../support.ts';

const PROJECT_ID = 'demo-project';

it('loads the specs of a project in version 3', async () => {
  const { emulator, annofab } = await startTwoProjects();
  const specs = await annofab.specs.load({ project_id: PROJECT_ID });
  expect(specs.label({ name: '車両', lang: 'ja' }).label_id).toBe('label-vehicle');
  const request = emulator.spy.requests.find(({ operation }) => operation === 'getAnnotationSpecs');
  expect(request?.url).toBe('/api/v1/projects/demo-project/annotation-specs?v=3');
});

it('names the project when a part of its specs does not exist', async () => {
  const { annofab } = await startTwoProjects();
  expect(await failureOf(annofab.specs.load({ project_id: 'none' }))).toBeInstanceOf(NotFoundError);
  expect(await failureOf(annofab.specs.load({ project_id: PROJECT_ID, history_id: '1' }))).toBeInstanceOf(
    NotFoundError,
  );
});

it('reads the same specs from every version', async () => {
  const { annofab } = await startTwoProjects();
  const [one, two, three] = await Promise.all(
    ([1, 2, 3] as const).map(async (v) =>
      createSpecsAccessor(await annofab.getAnnotationSpecs({ project_id: PROJECT_ID, query: { v } })),
    ),
  );
  // Version 3 need not say anything of the drawing tools of a mask; the older ones always do.
  const withoutFields = (specs: typeof one) => specs?.plain().map(({ fields: _, ...label }) => label);
  expect(withoutFields(one)).toEqual(withoutFields(three));
  expect(withoutFields(two)).toEqual(withoutFields(three));
  expect(one?.plain()).toEqual(two?.plain());
});

it('saves a new restriction, and explains it after reading it back', async () => {
  const { annofab } = await startTwoProjects();
  const { data, restrict } = await annofab.specs.load({ project_id: PROJECT_ID });
  const rule = imply(restrict.flag({ name: 'occluded' }).checked(), restrict.text({ name: 'remarks' }).isNotEmpty());
  const { updated_datetime, project_id: _, ...fields } = data;
  await annofab.putAnnotationSpecs({
    project_id: PROJECT_ID,
    query: { v: 3 },
    body: {
      ...fields,
      restrictions: [...data.restrictions, writeRestriction(rule)],
      comment: 'a rule',
      ...(updated_datetime != null && { last_updated_datetime: updated_datetime }),
    },
  });
  const specs = await annofab.specs.load({ project_id: PROJECT_ID });
  expect(specs.restrictions.map((restriction) => specs.explain(restriction))).toEqual([
    'If "occluded" is checked, "remarks" must not be empty.',
  ]);
  const [first] = await annofab.getAnnotationSpecsHistories({ project_id: PROJECT_ID });
  const earlier = await annofab.specs.load({ project_id: PROJECT_ID, history_id: first?.history_id });
  expect(earlier.restrictions).toEqual([]);
});

it('relates the specs of two projects by name', async () => {
  const { annofab } = await startTwoProjects((specs) => ({
    ...specs,
    labels: specs.labels.filter(({ label_id }) => label_id !== 'other-label-road'),
  }));
  const relation = await annofab.specs.relation({ project_id: PROJECT_ID }, { project_id: 'other-project' });
  expect(relation.labels.get('label-vehicle')?.label_id).toBe('other-label-vehicle');
  expect(relation.unmapped).toEqual([{ what: 'label', id: 'label-road', name: 'road', reason: 'missing' }]);
});
