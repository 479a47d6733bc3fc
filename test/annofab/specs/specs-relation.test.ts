import { describe, expect, it } from 'vitest';
import { createSpecsAccessor, relateSpecs } from '../../../lib/annofab/index.ts';
import { attribute, label, specsOf, streetSpecs } from './support.ts';

const street = createSpecsAccessor(streetSpecs);

/** The street specs with other ids. */
const other = createSpecsAccessor(JSON.parse(JSON.stringify(streetSpecs).replaceAll(/"([alcs])-/g, '"$1$1-')));

describe('the relation of two specs', () => {
  it('maps labels, attributes and choices by their English names', () => {
    const { labels, unmapped } = relateSpecs(street, other);
    expect(unmapped).toEqual([]);
    const car = labels.get('l-car');
    expect(car?.label_id).toBe('ll-car');
    expect(car?.attributes.get('a-choice')).toEqual({
      additional_data_definition_id: 'aa-choice',
      type: 'choice',
      choices: new Map([
        ['c-red', 'cc-red'],
        ['c-blue', 'cc-blue'],
      ]),
    });
  });

  it('tells attributes of the same name apart by their label', () => {
    const { labels } = relateSpecs(street, other);
    expect(labels.get('l-bus')?.attributes.get('a-note-bus')?.additional_data_definition_id).toBe('aa-note-bus');
    expect(labels.get('l-car')?.attributes.get('a-note-car')?.additional_data_definition_id).toBe('aa-note-car');
  });

  it('reports everything without a counterpart', () => {
    const source = createSpecsAccessor(
      specsOf(
        [label('l', 'car', ['a-1', 'a-2']), label('l-tram', 'tram')],
        [attribute('a-1', 'flag', 'occluded'), attribute('a-2', 'choice', 'colour', { c: 'green' })],
      ),
    );
    const relation = relateSpecs(source, street);
    expect(relation.unmapped).toEqual([
      { what: 'label', id: 'l-tram', name: 'tram', reason: 'missing' },
      {
        what: 'choice',
        id: 'c',
        name: 'green',
        reason: 'missing',
        label_id: 'l',
        additional_data_definition_id: 'a-2',
      },
    ]);
    expect(relateSpecs(source, createSpecsAccessor(specsOf([label('x', 'car')], []))).unmapped).toContainEqual({
      what: 'attribute',
      id: 'a-1',
      name: 'occluded',
      reason: 'missing',
      label_id: 'l',
    });
  });

  it('does not map parts whose types hold different values', () => {
    const box = createSpecsAccessor(specsOf([label('l', 'x', ['a'])], [attribute('a', 'flag', 'y')]));
    const polygon = createSpecsAccessor(specsOf([label('l', 'x', [], 'polygon')], []));
    expect(relateSpecs(box, polygon).unmapped).toMatchObject([{ what: 'label', reason: 'type' }]);
    const number = createSpecsAccessor(specsOf([label('l', 'x', ['a'])], [attribute('a', 'integer', 'y')]));
    expect(relateSpecs(box, number).unmapped).toMatchObject([{ what: 'attribute', reason: 'type' }]);
  });

  it.each([
    ['choice', 'select'],
    ['text', 'comment'],
  ] as const)('maps %s to %s', (from, to) => {
    const one = createSpecsAccessor(specsOf([label('l', 'x', ['a'])], [attribute('a', from, 'y')]));
    const two = createSpecsAccessor(specsOf([label('l', 'x', ['b'])], [attribute('b', to, 'y')]));
    expect(relateSpecs(one, two).labels.get('l')?.attributes.get('a')).toMatchObject({ type: to });
  });

  it('prefers the same id when a name is ambiguous, and maps nothing when no id matches', () => {
    const one = createSpecsAccessor(specsOf([label('l-1', 'x')], []));
    const two = createSpecsAccessor(specsOf([label('l-0', 'x'), label('l-1', 'x')], []));
    expect(relateSpecs(one, two).labels.get('l-1')?.label_id).toBe('l-1');
    const three = createSpecsAccessor(specsOf([label('l-0', 'x'), label('l-2', 'x')], []));
    expect(relateSpecs(one, three).unmapped).toMatchObject([{ id: 'l-1', reason: 'ambiguous' }]);
  });
});
