import { expect, it } from 'vitest';
import {
  type AdditionalDataRestriction,
  createSpecsAccessor,
  imply,
  parseRestriction,
} from '../../../lib/annofab/index.ts';
import { streetSpecs } from './support.ts';

const specs = createSpecsAccessor(streetSpecs);
const { flag, text, integer, choice, link } = specs.restrict;
const occluded = flag({ name: 'occluded' });
const plate = text({ name: 'plate' });
const colour = choice({ name: 'colour' });
const red = { name: 'red' };

it.each([
  [occluded.checked(), '"occluded" must be checked.', '「隠れている」はチェックされている必要があります。'],
  [occluded.unchecked(), '"occluded" must not be checked.', '「隠れている」はチェックされていない必要があります。'],
  [occluded.canInput(true), '"occluded" can be edited.', '「隠れている」には入力できます。'],
  [occluded.canInput(false), '"occluded" cannot be edited.', '「隠れている」には入力できません。'],
  [plate.isEmpty(), '"plate" must be empty.', '「ナンバー」は空である必要があります。'],
  [plate.isNotEmpty(), '"plate" must not be empty.', '「ナンバー」は空でない必要があります。'],
  [plate.equals('a "b"'), '"plate" must be "a \\"b\\"".', '「ナンバー」は「a "b"」である必要があります。'],
  [plate.notEquals('x'), '"plate" must not be "x".', '「ナンバー」は「x」でない必要があります。'],
  [plate.matches('^x'), '"plate" must match /^x/.', '「ナンバー」は/^x/に一致する必要があります。'],
  [plate.notMatches('^x'), '"plate" must not match /^x/.', '「ナンバー」は/^x/に一致しない必要があります。'],
  [integer({ name: 'lane' }).equals(2), '"lane" must be 2.', '「車線」は2である必要があります。'],
  [colour.hasChoice(red), '"colour" must be "red".', '「色」は「赤」である必要があります。'],
  [colour.notHasChoice(red), '"colour" must not be "red".', '「色」は「赤」でない必要があります。'],
  [
    link({ name: 'follows' }).hasLabel({ name: 'car' }, { name: 'bus' }),
    '"follows" must link to an annotation of "car" or "bus".',
    '「前の車」は「車」または「バス」のアノテーションにリンクしている必要があります。',
  ],
  [
    imply(occluded.checked(), plate.isNotEmpty()),
    'If "occluded" is checked, "plate" must not be empty.',
    '「隠れている」がチェックされている場合、「ナンバー」は空でない必要があります。',
  ],
  [
    imply([occluded.unchecked(), colour.hasChoice(red)], plate.canInput(false)),
    'If "occluded" is not checked and "colour" is "red", "plate" cannot be edited.',
    '「隠れている」がチェックされていない、かつ「色」が「赤」である場合、「ナンバー」には入力できません。',
  ],
  [
    imply(imply(occluded.canInput(true), plate.isEmpty()), occluded.checked()),
    'If (if "occluded" can be edited, "plate" must be empty), "occluded" must be checked.',
    '（「隠れている」に入力できる場合、「ナンバー」は空である必要があります）場合、「隠れている」はチェックされている必要があります。',
  ],
])('explains %j in English and Japanese', (restriction, english, japanese) => {
  expect(specs.explain(restriction)).toBe(english);
  expect(specs.explain(restriction, { lang: 'ja' })).toBe(japanese);
});

it('shows ids behind the names with the option ids', () => {
  expect(specs.explain(colour.hasChoice(red), { ids: true })).toBe('"colour" (a-choice) must be "red" (c-red).');
});

it('shows missing parts by id, and unknown conditions as JSON', () => {
  const choiceGone = { kind: 'hasChoice', attribute: 'a-choice', choice: 'c-gone' } as const;
  expect(specs.explain(choiceGone)).toBe('"colour" must be c-gone.');
  const wire: AdditionalDataRestriction = JSON.parse(
    '{"additional_data_definition_id":"gone","condition":{"_type":"Between","min":1}}',
  );
  const unknown = parseRestriction(wire, specs);
  expect(specs.explain(unknown)).toBe('gone must satisfy {"_type":"Between","min":1}.');
  expect(specs.explain(unknown, { lang: 'ja' })).toBe('goneは{"_type":"Between","min":1}を満たす必要があります。');
});
