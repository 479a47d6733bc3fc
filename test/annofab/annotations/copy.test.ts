import { describe, expect, it } from 'vitest';
import type { AnnotationV2Output } from '../../../lib/annofab/index.ts';
import { failureOf } from '../support.ts';
import { elsewhere, empty, full, startTwoProjects } from './annotation-projects.ts';

/** What a copy has in common with its original: not the addresses of files, nor who made it when. */
function essence(annotation: AnnotationV2Output | undefined) {
  return (annotation?.details ?? []).map(({ annotation_id, label_id, body, additional_data_list }) => ({
    annotation_id,
    label_id,
    additional_data_list,
    body: body._type === 'Outer' ? { etag: body.etag } : body,
  }));
}

describe('annotations.findEditor', () => {
  it('returns annotations with ids and the URLs of their outer files', async () => {
    const { annofab } = await startTwoProjects();
    const found = await annofab.annotations.findEditor(full);
    expect(found).toMatchObject({ format_version: '2.0.0', ...full });
    expect(found?.details.map(({ body }) => body._type)).toContain('Outer');
  });

  it('returns undefined when the frame does not exist, and throws when the account may not read it', async () => {
    const { annofab, stranger } = await startTwoProjects();
    expect(await annofab.annotations.findEditor({ ...full, task_id: 'none' })).toBeUndefined();
    expect(await annofab.annotations.findEditor({ ...full, input_data_id: 'none' })).toBeUndefined();
    expect((await annofab.annotations.findEditor(empty))?.details).toEqual([]);
    expect(await failureOf(stranger.annotations.findEditor(full))).toMatchObject({ name: 'ForbiddenError' });
  });
});

describe('copying within a project', () => {
  it('copies every type of annotation with its attributes, links and files', async () => {
    const { annofab } = await startTwoProjects();
    const report = await annofab.annotations.copy({ from: full, to: empty });
    expect(report).toMatchObject({ written: 11, kept: 0, removed: 0, problems: [] });
    const copy = await annofab.annotations.findEditor(empty);
    expect(essence(copy)).toEqual(essence(await annofab.annotations.findEditor(full)));
    expect(report.annotation?.updated_datetime).toBe(copy?.updated_datetime);
  });

  it('uploads copies of the outer files, byte for byte', async () => {
    const { annofab } = await startTwoProjects();
    await annofab.annotations.copy({ from: full, to: empty });
    const filesOf = async (frame: typeof full) => {
      const found = await annofab.annotations.findEditor(frame);
      const bodies = found?.details.flatMap(({ body }) => (body._type === 'Outer' ? [body] : [])) ?? [];
      return Promise.all(
        bodies.map(async ({ url }) => {
          const { bytes, headers } = await annofab.files.read(url, { maxBytes: 1_000_000 });
          return { path: new URL(url).pathname, bytes, type: headers['content-type'] };
        }),
      );
    };
    const [originals, copies] = [await filesOf(full), await filesOf(empty)];
    expect(copies).toHaveLength(3);
    expect(copies.map(({ bytes }) => bytes)).toEqual(originals.map(({ bytes }) => bytes));
    expect(copies.map(({ type }) => type)).toEqual(['image/png', 'image/png', 'application/json']);
    expect(copies.map(({ path }) => path)).not.toEqual(originals.map(({ path }) => path));
  });

  it('copies data of unknown type verbatim', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const frame = emulator.state.projects.get('demo-project')?.annotations.get('task-1/task-1-frame-1');
    const cuboid = frame?.details.find(({ label_id }) => label_id === 'label-vehicle-3d');
    if (cuboid) cuboid.body = { _type: 'InnerUnknown', data: 'old' };
    const { annotation } = await annofab.annotations.copy({ from: full, to: empty });
    const copy = annotation?.details.find(({ label_id }) => label_id === 'label-vehicle-3d');
    expect(copy?.body).toEqual({ _type: 'Inner', data: { _type: 'Unknown', data: 'old' } });
  });

  it('writes copies as the caller, as the original creators, or as another account', async () => {
    const { emulator, annofab, worker } = await startTwoProjects();
    const me = (await annofab.account()).account_id;
    const other = (await worker.account()).account_id;
    const copyAs = async (account?: 'own' | 'original' | { account_id: string }) => {
      emulator.clock.advance(60_000);
      const { annotation } = await annofab.annotations.copy({ from: full, to: empty }, { account });
      return annotation?.details[0];
    };
    const original = (await annofab.annotations.findEditor(full))?.details[0];
    expect(await copyAs('original')).toMatchObject({
      account_id: original?.account_id,
      created_datetime: original?.created_datetime,
      updated_datetime: original?.updated_datetime,
    });
    expect(await copyAs({ account_id: other })).toMatchObject({ account_id: other });
    await annofab.putAnnotation({
      ...empty,
      query: { v: 2 },
      body: {
        ...empty,
        details: [],
        format_version: '2.0.0',
        updated_datetime: (await annofab.annotations.findEditor(empty))?.updated_datetime ?? null,
      },
    });
    expect(await copyAs()).toMatchObject({ account_id: me });
    expect(me).not.toBe(original?.account_id);
  });

  it('replaces existing annotations, or keeps them behind the copies', async () => {
    const { annofab } = await startTwoProjects();
    const plain = { ...full, input_data_id: 'task-1-frame-2' };
    await annofab.annotations.copy({ from: plain, to: empty });
    const before = essence(await annofab.annotations.findEditor(empty));
    const kept = await annofab.annotations.copy({ from: full, to: empty }, { existing: 'keep' });
    expect(kept).toMatchObject({ written: 11, kept: before.length, removed: 0 });
    expect(essence(kept.annotation).slice(11)).toEqual(before);
    const replaced = await annofab.annotations.copy({ from: plain, to: empty });
    expect(replaced).toMatchObject({ written: before.length, kept: 0, removed: 11 });
    expect(essence(await annofab.annotations.findEditor(empty))).toEqual(before);
  });

  it('overwrites annotations with the same id when the copy is repeated', async () => {
    const { annofab } = await startTwoProjects();
    await annofab.annotations.copy({ from: full, to: empty });
    expect(await annofab.annotations.copy({ from: full, to: empty }, { existing: 'keep' })).toMatchObject({
      written: 11,
      kept: 0,
    });
  });

  it('changes nothing when the source frame has no annotations', async () => {
    const { emulator, annofab } = await startTwoProjects();
    await annofab.annotations.copy({ from: full, to: empty });
    const report = await annofab.annotations.copy({ from: { ...empty, input_data_id: 'task-8-frame-2' }, to: empty });
    expect(report).toEqual({ annotation: undefined, written: 0, kept: 11, removed: 0, problems: [] });
    expect(emulator.spy.requests.filter(({ operation }) => operation === 'putAnnotation')).toHaveLength(1);
  });
});

describe('errors when copying', () => {
  it('throws NotFoundError when a frame does not exist', async () => {
    const { annofab } = await startTwoProjects();
    for (const frames of [
      { from: { ...full, task_id: 'none' }, to: empty },
      { from: full, to: { ...empty, input_data_id: 'none' } },
    ]) {
      expect(await failureOf(annofab.annotations.copy(frames))).toMatchObject({ name: 'NotFoundError' });
    }
  });

  it('throws ConflictError when the account may not edit the task', async () => {
    const { annofab } = await startTwoProjects();
    const inWork = { ...full, task_id: 'task-5', input_data_id: 'task-5-frame-1' };
    expect(await failureOf(annofab.annotations.copy({ from: full, to: inWork }))).toMatchObject({
      name: 'ConflictError',
    });
  });

  it('writes nothing when an outer file stays damaged', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const [path] = [...emulator.state.files.keys()].filter((key) => key.includes('task-1-frame-1-road'));
    const file = emulator.state.files.get(path ?? '');
    if (!path || !file) throw new Error('the demo has no such mask');
    emulator.state.files.set(path, { ...file, bytes: Buffer.from('damaged') });
    expect(await failureOf(annofab.annotations.copy({ from: full, to: empty }))).toMatchObject({ name: 'FileError' });
    expect((await annofab.annotations.findEditor(empty))?.details).toEqual([]);
  });

  it('reports an outer file without a URL, or skips its annotation', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const [path = ''] = [...emulator.state.files.keys()].filter((key) => key.includes('task-1-frame-1-road'));
    emulator.state.files.delete(path);
    const problems = [{ index: 6, annotation_id: 'task-1-frame-1-road', field: 'data' }];
    expect(await failureOf(annofab.annotations.copy({ from: full, to: empty }))).toMatchObject({ problems });
    const report = await annofab.annotations.copy({ from: full, to: empty }, { onProblem: 'skip' });
    expect(report).toMatchObject({ written: 10, problems });
  });

  it('stops copying when the signal aborts', async () => {
    const { annofab } = await startTwoProjects();
    const signal = AbortSignal.abort(new Error('enough'));
    expect((await failureOf(annofab.annotations.copy({ from: full, to: empty }, { signal }))).message).toBe('enough');
  });
});

describe('copying to another project', () => {
  it('matches labels, attributes and choices by name', async () => {
    const { annofab } = await startTwoProjects();
    const report = await annofab.annotations.copy({ from: full, to: elsewhere });
    expect(report).toMatchObject({ written: 11, problems: [] });
    const car = report.annotation?.details[0];
    expect(car).toMatchObject({ label_id: 'other-label-vehicle', annotation_id: 'task-1-frame-1-car-1' });
    expect(car?.additional_data_list).toContainEqual({
      definition_id: 'other-attribute-colour',
      value: { _type: 'Choice', choice_id: 'other-choice-colour-red' },
    });
    expect(report.annotation?.details[1]?.additional_data_list).toContainEqual({
      definition_id: 'other-attribute-follows',
      value: { _type: 'Link', annotation_id: 'task-1-frame-1-car-1' },
    });
  });

  it('yields the same annotations in the Simple format', async () => {
    const { annofab } = await startTwoProjects();
    await annofab.annotations.copy({ from: full, to: elsewhere });
    const [from, to] = [await annofab.getAnnotation(full), await annofab.getAnnotation(elsewhere)];
    const withoutScene = (details: typeof from.details) => details.filter(({ label }) => label !== 'scene');
    // A 3D segment's file lies beside its frame.
    const expected = JSON.stringify(withoutScene(from.details)).replaceAll(
      `"./${full.input_data_id}/`,
      `"./${elsewhere.input_data_id}/`,
    );
    expect(withoutScene(to.details)).toEqual(JSON.parse(expected));
  });

  it('gives a classification the id of its new label', async () => {
    const { annofab } = await startTwoProjects();
    const { annotation } = await annofab.annotations.copy({ from: full, to: elsewhere });
    expect(annotation?.details.at(-1)).toMatchObject({
      annotation_id: 'other-label-scene',
      label_id: 'other-label-scene',
      additional_data_list: [{ value: { choice_id: 'other-choice-weather-sunny' } }],
    });
  });

  const withoutSome = () =>
    startTwoProjects((specs) => ({
      ...specs,
      labels: specs.labels
        .filter(({ label_id }) => label_id !== 'other-label-signal')
        .map((label) => ({
          ...label,
          additional_data_definitions: label.additional_data_definitions.filter((id) => id !== 'other-attribute-lane'),
        })),
      additionals: specs.additionals.map((attribute) => ({
        ...attribute,
        choices: attribute.choices?.filter(({ choice_id: id }) => id !== 'other-choice-colour-red') ?? null,
      })),
    }));

  it('throws an error that lists everything without a counterpart', async () => {
    const { emulator, annofab } = await withoutSome();
    const error = await failureOf(annofab.annotations.copy({ from: full, to: elsewhere }));
    expect(error).toMatchObject({
      name: 'AnnotationProblemsError',
      problems: [
        { index: 0, annotation_id: 'task-1-frame-1-car-1', field: 'additional_data_list.attribute-lane' },
        {
          index: 0,
          field: 'additional_data_list.attribute-colour',
          message: expect.stringContaining('choice-colour-red'),
        },
        { index: 1, field: 'additional_data_list.attribute-lane' },
        { index: 2, annotation_id: 'task-1-frame-1-signal', field: 'label' },
        { index: 3, field: 'additional_data_list.attribute-lane' },
      ],
    });
    expect(error.message).toMatch(/^project other-project, task blank, input data blank-1: nothing was written/);
    const sent = emulator.spy.requests.map(({ operation }) => operation);
    expect(sent).not.toContain('createTempPath');
    expect(sent).not.toContain('putAnnotation');
  });

  it('skips and reports everything without a counterpart with onProblem skip', async () => {
    const { annofab } = await withoutSome();
    const { annotation, written, problems } = await annofab.annotations.copy(
      { from: full, to: elsewhere },
      { onProblem: 'skip' },
    );
    expect(written).toBe(10);
    expect(problems).toHaveLength(5);
    const ids = annotation?.details[0]?.additional_data_list.map(({ definition_id }) => definition_id);
    expect(ids).toContain('other-attribute-kind');
    expect(ids).not.toContain('other-attribute-colour');
  });

  it('removes a link to an annotation that is not copied', async () => {
    const { emulator, annofab } = await startTwoProjects((specs) => ({
      ...specs,
      labels: specs.labels.map((label) =>
        label.label_id === 'other-label-vehicle' ? { ...label, annotation_type: 'polygon' } : label,
      ),
    }));
    const frame = emulator.state.projects.get('demo-project')?.annotations.get('task-1/task-1-frame-1');
    const signal = frame?.details.find(({ label_id }) => label_id === 'label-signal');
    const link = { _type: 'Link', annotation_id: 'task-1-frame-1-car-1' } as const;
    signal?.additional_data_list.push({ definition_id: 'attribute-occluded', value: link });
    const { problems } = await annofab.annotations.copy({ from: full, to: elsewhere }, { onProblem: 'skip' });
    expect(problems.map(({ message }) => message)).toContain(
      'It links to the annotation task-1-frame-1-car-1, which is not copied.',
    );
  });

  it('does not read the specs again when the relation is given', async () => {
    const { emulator, annofab } = await startTwoProjects();
    const relation = await annofab.specs.relation(full, elsewhere);
    for (const number of [1, 2, 3]) {
      const from = { ...full, input_data_id: `task-1-frame-${number}` };
      await annofab.annotations.copy({ from, to: elsewhere }, { relation, existing: 'keep' });
    }
    const read = emulator.spy.requests.filter(({ operation }) => operation === 'getAnnotationSpecs');
    expect(read).toHaveLength(2);
  });
});
