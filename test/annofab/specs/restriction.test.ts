import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AdditionalDataRestriction,
  checkRestriction,
  createSpecsAccessor,
  imply,
  parseRestriction,
  type Restriction,
  restrictedAttribute,
  restrictionFromNames,
  restrictionOptions,
  restrictionWithNames,
  SpecsError,
  writeRestriction,
} from '../../../lib/annofab/index.ts';
import { attribute, label, specsOf, streetSpecs } from './support.ts';

const specs = createSpecsAccessor(streetSpecs);
const { flag, text, integer, tracking, choice, link } = specs.restrict;

/** One of each: what is written, and what it means. */
const samples: [Restriction, AdditionalDataRestriction['condition'], attributeId: string][] = [
  [flag({ name: 'occluded' }).checked(), { _type: 'Equals', value: 'true' }, 'a-flag'],
  [flag({ name: 'occluded' }).unchecked(), { _type: 'NotEquals', value: 'true' }, 'a-flag'],
  [flag({ name: 'occluded' }).canInput(false), { _type: 'CanInput', enable: false }, 'a-flag'],
  [text({ name: 'plate' }).isEmpty(), { _type: 'Equals', value: '' }, 'a-text'],
  [text({ name: 'plate' }).isNotEmpty(), { _type: 'NotEquals', value: '' }, 'a-text'],
  [text({ name: 'plate' }).equals('x'), { _type: 'Equals', value: 'x' }, 'a-text'],
  [text({ name: 'plate' }).notEquals('x'), { _type: 'NotEquals', value: 'x' }, 'a-text'],
  [text({ name: 'plate' }).matches('^x'), { _type: 'Matches', value: '^x' }, 'a-text'],
  [text({ id: 'a-note-bus' }).notMatches('x$'), { _type: 'NotMatches', value: 'x$' }, 'a-note-bus'],
  [integer({ name: 'lane' }).equals(-2), { _type: 'Equals', value: '-2' }, 'a-int'],
  [integer({ name: 'lane' }).notEquals(0), { _type: 'NotEquals', value: '0' }, 'a-int'],
  [tracking({ name: 'track' }).equals('t'), { _type: 'Equals', value: 't' }, 'a-track'],
  [choice({ name: 'colour' }).hasChoice({ name: '赤', lang: 'ja' }), { _type: 'Equals', value: 'c-red' }, 'a-choice'],
  [choice({ name: 'size' }).notHasChoice({ id: 's-2' }), { _type: 'NotEquals', value: 's-2' }, 'a-select'],
  [
    link({ name: 'follows' }).hasLabel({ name: 'car' }, { id: 'l-bus' }),
    { _type: 'HasLabel', labels: ['l-car', 'l-bus'] },
    'a-link',
  ],
];

describe('restrictions', () => {
  it.each(samples)('writes %j as %j, and parses it back', (restriction, condition, id) => {
    const wire = { additional_data_definition_id: id, condition };
    expect(writeRestriction(restriction)).toEqual(wire);
    expect(parseRestriction(wire, specs)).toEqual(restriction);
  });

  it('nests implications, and returns the attribute of the conclusion as the restricted one', () => {
    const rule = imply(
      [flag({ name: 'occluded' }).checked(), text({ name: 'plate' }).isEmpty()],
      choice({ name: 'colour' }).isNotEmpty(),
    );
    expect(restrictedAttribute(rule)).toBe('a-choice');
    expect(writeRestriction(rule)).toEqual({
      additional_data_definition_id: 'a-choice',
      condition: {
        _type: 'Imply',
        premise: { additional_data_definition_id: 'a-flag', condition: { _type: 'Equals', value: 'true' } },
        condition: {
          _type: 'Imply',
          premise: { additional_data_definition_id: 'a-text', condition: { _type: 'Equals', value: '' } },
          condition: { _type: 'NotEquals', value: '' },
        },
      },
    });
  });

  it('parses the restrictions of the specs', () => {
    const wire = writeRestriction(flag({ name: 'occluded' }).checked());
    const read = createSpecsAccessor({ ...streetSpecs, restrictions: [wire] });
    expect(read.restrictions).toEqual([{ kind: 'checked', attribute: 'a-flag' }]);
  });

  it('parses restrictions that do not suit their attribute, or whose attribute is missing', () => {
    const equals = (additional_data_definition_id: string, value: string) =>
      parseRestriction({ additional_data_definition_id, condition: { _type: 'Equals', value } }, specs);
    expect(equals('a-flag', 'false')).toEqual({ kind: 'equals', attribute: 'a-flag', value: 'false' });
    expect(equals('a-int', '007')).toEqual({ kind: 'equals', attribute: 'a-int', value: '007' });
    expect(equals('gone', 'x')).toEqual({ kind: 'equals', attribute: 'gone', value: 'x' });
  });

  it('keeps restrictions of an unknown kind verbatim', () => {
    const wire: AdditionalDataRestriction = JSON.parse(
      '{"additional_data_definition_id":"a-int","condition":{"_type":"Between","min":1,"max":5}}',
    );
    const read = parseRestriction(wire, specs);
    expect(read).toEqual({ kind: 'unknown', attribute: 'a-int', condition: wire.condition });
    expect(writeRestriction(read)).toEqual(wire);
    expect(checkRestriction(read, specs)).toBe(read);
  });
});

/** Any restriction that suits the street specs. */
const anyRestriction: fc.Arbitrary<Restriction> = fc.letrec<{
  any: Restriction;
  simple: Restriction;
  imply: Restriction;
}>((tie) => {
  const full = fc.string({ minLength: 1 });
  const withAttribute = (ids: string[]) => fc.constantFrom(...ids);
  return {
    any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('simple'), tie('imply')),
    imply: fc.record({ kind: fc.constant('imply' as const), premise: tie('any'), conclusion: tie('any') }),
    simple: fc.oneof(
      fc.record({
        kind: fc.constantFrom('checked' as const, 'unchecked' as const),
        attribute: withAttribute(['a-flag']),
      }),
      fc.record({
        kind: fc.constantFrom('isEmpty' as const, 'isNotEmpty' as const),
        attribute: withAttribute(['a-text', 'a-int', 'a-link', 'a-choice', 'a-select', 'a-track']),
      }),
      fc.record({
        kind: fc.constantFrom('equals' as const, 'notEquals' as const),
        attribute: withAttribute(['a-text', 'a-track']),
        value: full,
      }),
      fc.record({
        kind: fc.constantFrom('equals' as const, 'notEquals' as const),
        attribute: withAttribute(['a-int']),
        value: fc.maxSafeInteger().map((n) => n + 0),
      }),
      fc.record({
        kind: fc.constantFrom('matches' as const, 'notMatches' as const),
        attribute: withAttribute(['a-text']),
        pattern: full,
      }),
      fc.record({
        kind: fc.constantFrom('hasChoice' as const, 'notHasChoice' as const),
        attribute: withAttribute(['a-choice']),
        choice: fc.constantFrom('c-red', 'c-blue'),
      }),
      fc.record({
        kind: fc.constant('hasLabel' as const),
        attribute: withAttribute(['a-link']),
        labels: fc.uniqueArray(fc.constantFrom('l-car', 'l-bus'), { minLength: 1 }),
      }),
      fc.record({
        kind: fc.constant('canInput' as const),
        attribute: withAttribute(['a-flag', 'a-int']),
        enable: fc.boolean(),
      }),
    ),
  };
}).any;

/** Any restriction as Annofab might have it, suiting its attribute or not. */
const anyWire: fc.Arbitrary<AdditionalDataRestriction> = fc.letrec<{
  wire: AdditionalDataRestriction;
  condition: AdditionalDataRestriction['condition'];
}>((tie) => {
  const id = fc.constantFrom('a-flag', 'a-int', 'a-text', 'a-choice', 'a-link', 'gone');
  const value = fc.oneof(fc.constantFrom('', 'true', 'false', '7', '-0', '007', '1e3', 'c-red'), fc.string());
  return {
    wire: fc.record({ additional_data_definition_id: id, condition: tie('condition') }),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        _type: fc.constantFrom('Equals' as const, 'NotEquals' as const, 'Matches' as const, 'NotMatches' as const),
        value,
      }),
      fc.record({ _type: fc.constant('CanInput' as const), enable: fc.boolean() }),
      fc.record({ _type: fc.constant('HasLabel' as const), labels: fc.array(fc.string()) }),
      fc.record({ _type: fc.constant('Imply' as const), premise: tie('wire'), condition: tie('condition') }),
    ),
  };
}).wire;

describe('random restrictions', () => {
  it('are valid and parse back to the same restriction after writing', () => {
    fc.assert(
      fc.property(anyRestriction, (restriction) => {
        expect(parseRestriction(writeRestriction(restriction), specs)).toEqual(restriction);
        expect(checkRestriction(restriction, specs)).toBe(restriction);
      }),
    );
  });

  it('of Annofab are written back unchanged after parsing', () => {
    fc.assert(
      fc.property(anyWire, (wire) => {
        expect(writeRestriction(parseRestriction(wire, specs))).toEqual(wire);
      }),
    );
  });

  it('are explained in a sentence', () => {
    fc.assert(
      fc.property(anyWire, (wire) => {
        const restriction = parseRestriction(wire, specs);
        expect(specs.explain(restriction).at(-1)).toBe('.');
        expect(specs.explain(restriction, { lang: 'ja', ids: true }).at(-1)).toBe('。');
      }),
    );
  });

  it('are converted to names and back to ids', () => {
    fc.assert(
      fc.property(anyRestriction, (restriction) => {
        expect(restrictionFromNames(restrictionWithNames(restriction, specs), specs)).toEqual(restriction);
      }),
    );
  });
});

describe('invalid restrictions', () => {
  const reasonOf = (action: () => unknown) => {
    try {
      action();
    } catch (error) {
      if (error instanceof SpecsError) return [error.reason, error.message];
    }
    throw new Error('it was not refused');
  };

  it('are rejected when created for an attribute of another type', () => {
    expect(reasonOf(() => flag({ name: 'plate' }))).toEqual([
      'not-allowed',
      'The attribute "plate" is of type text, not flag.',
    ]);
    expect(reasonOf(() => text({ name: 'none' }))[0]).toBe('missing');
    expect(reasonOf(() => text({ name: 'note' }))[0]).toBe('ambiguous');
    expect(text({ name: 'note', label: { name: 'bus' } }).isEmpty()).toMatchObject({ attribute: 'a-note-bus' });
  });

  it('are rejected for a missing choice or label', () => {
    expect(reasonOf(() => choice({ name: 'colour' }).hasChoice({ name: 'green' }))[0]).toBe('missing');
    expect(reasonOf(() => link({ name: 'follows' }).hasLabel({ name: 'tram' }))[0]).toBe('missing');
    expect(reasonOf(() => link({ name: 'follows' }).hasLabel())[1]).toContain('at least one label');
  });

  it('are rejected for a value of the wrong type', () => {
    expect(reasonOf(() => integer({ name: 'lane' }).equals(1.5))[1]).toContain('an integer, not with 1.5');
    expect(reasonOf(() => text({ name: 'plate' }).equals(''))[1]).toContain('isEmpty');
  });

  it('are rejected by checkRestriction, also when nested', () => {
    const wrong: Restriction = { kind: 'matches', attribute: 'a-int', pattern: 'x' };
    expect(reasonOf(() => checkRestriction(imply(wrong, flag({ name: 'occluded' }).checked()), specs))[1]).toBe(
      'The attribute "lane", of type integer, does not support the restriction matches, only canInput, isEmpty, isNotEmpty, equals, notEquals.',
    );
    expect(reasonOf(() => checkRestriction({ kind: 'isEmpty', attribute: 'gone' }, specs))[0]).toBe('missing');
  });

  it('do not compile', () => {
    expectTypeOf(integer({ name: 'lane' })).not.toHaveProperty('matches');
    expectTypeOf(flag({ name: 'occluded' })).not.toHaveProperty('isEmpty');
    expectTypeOf(integer({ name: 'lane' }).equals)
      .parameter(0)
      .toEqualTypeOf<number>();
  });
});

describe('restrictions with names', () => {
  it('replace ids by English names', () => {
    const rule = imply(
      choice({ name: 'colour' }).hasChoice({ name: 'red' }),
      link({ name: 'follows' }).hasLabel({ name: 'bus' }),
    );
    const named = restrictionWithNames(rule, specs);
    expect(named).toEqual({
      kind: 'imply',
      premise: { kind: 'hasChoice', attribute: 'colour', choice: 'red' },
      conclusion: { kind: 'hasLabel', attribute: 'follows', labels: ['bus'] },
    });
    expect(restrictionFromNames(named, specs)).toEqual(rule);
  });

  it('are rejected in both directions when a name is ambiguous', () => {
    expect(() => restrictionWithNames(text({ id: 'a-note-bus' }).isEmpty(), specs)).toThrow(
      /2 times the attribute "note"/,
    );
    expect(() => restrictionFromNames({ kind: 'isEmpty', attribute: 'note' }, specs)).toThrow(
      /2 times the attribute "note"/,
    );
  });

  it('are validated when names are replaced by ids', () => {
    expect(() => restrictionFromNames({ kind: 'checked', attribute: 'plate' }, specs)).toThrow(
      /does not support the restriction checked/,
    );
  });

  it('keep the ids of missing parts', () => {
    expect(restrictionWithNames({ kind: 'hasLabel', attribute: 'gone', labels: ['l-gone'] }, specs)).toEqual({
      kind: 'hasLabel',
      attribute: 'gone',
      labels: ['l-gone'],
    });
  });
});

describe('restrictionOptions', () => {
  it('lists the kinds for each attribute type, with choices and labels by name', () => {
    const options = new Map(restrictionOptions(specs).map((option) => [option.name, option]));
    expect(options.get('occluded')?.kinds).toEqual(['canInput', 'checked', 'unchecked']);
    expect(options.get('colour')).toMatchObject({ choices: ['red', 'blue'] });
    expect(options.get('follows')).toMatchObject({ labels: ['car', 'bus'] });
    expect(options.get('lane')).not.toHaveProperty('choices');
  });

  it('lists nothing for an unknown attribute type', () => {
    const odd = createSpecsAccessor(
      specsOf([label('l', 'l')], [{ ...attribute('a', 'flag', 'a'), ...JSON.parse('{"type":"colour-picker"}') }]),
    );
    expect(restrictionOptions(odd)).toMatchObject([{ kinds: [] }]);
  });
});
