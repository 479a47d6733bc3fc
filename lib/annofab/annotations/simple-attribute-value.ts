import { isExactInteger } from '../../core/numbers/exact-number.ts';
import { isBoolean, isText } from '../archives/frames/read-fields.ts';
import { SpecsError } from '../errors.ts';
import type { AdditionalDataDefinitionV2, AdditionalDataValue } from '../generated/schemas.ts';
import type { SpecsAccessor } from '../specs/specs-accessor.ts';

/**
 * Converts the value of an attribute in a Simple annotation, where null and an empty string stand for no value.
 *
 * @param idOf returns the new id of an annotation
 * @throws SpecsError when the choice does not exist or is ambiguous, or the value does not have the attribute's type
 */
export function readSimpleValue(
  value: unknown,
  attribute: AdditionalDataDefinitionV2,
  specs: SpecsAccessor,
  idOf: (annotationId: string) => string,
): AdditionalDataValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  switch (attribute.type) {
    case 'flag':
      return { _type: 'Flag', value: ofType(value, isBoolean, attribute, 'true or false') };
    case 'integer':
      return { _type: 'Integer', value: ofType(value, isExactInteger, attribute, 'an integer') };
    case 'choice':
      return { _type: 'Choice', choice_id: choiceId(value, attribute, specs) };
    case 'select':
      return { _type: 'Select', choice_id: choiceId(value, attribute, specs) };
    case 'link':
      return { _type: 'Link', annotation_id: idOf(ofType(value, isText, attribute, 'the id of an annotation')) };
    case 'text':
      return { _type: 'Text', value: ofType(value, isText, attribute, 'a string') };
    case 'comment':
      return { _type: 'Comment', value: ofType(value, isText, attribute, 'a string') };
    case 'tracking':
      return { _type: 'Tracking', value: ofType(value, isText, attribute, 'a string') };
    default:
      throw new SpecsError(
        `This client does not know attributes of type ${JSON.stringify(attribute.type)}.`,
        'not-allowed',
      );
  }
}

function choiceId(value: unknown, attribute: AdditionalDataDefinitionV2, specs: SpecsAccessor): string {
  const name = ofType(value, isText, attribute, 'the English name of a choice');
  return specs.choice(attribute, { name }).choice_id;
}

/** @throws SpecsError */
function ofType<T>(value: unknown, is: (value: unknown) => value is T, { type }: { type: string }, wanted: string): T {
  if (is(value)) return value;
  throw new SpecsError(`A value of type ${type} must be ${wanted}, not ${JSON.stringify(value)}.`, 'not-allowed');
}
