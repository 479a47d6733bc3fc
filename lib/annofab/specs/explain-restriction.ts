import { type Language, nameIn } from './localized-names.ts';
import type { Restriction } from './restriction.ts';
import type { SpecsLookup } from './specs-lookup.ts';

/** How to describe a restriction. */
export interface ExplainOptions {
  /** The language of the sentence and of the names. Default `en`. */
  readonly lang?: 'en' | 'ja' | undefined;
  /** Add the id to each name: `"colour" (attribute-colour)`. Default false. */
  readonly ids?: boolean | undefined;
}

type Simple = Exclude<Restriction, { kind: 'imply' }>;

/** The parts of a sentence about a restriction. */
interface Words {
  readonly attribute: string;
  /** The value, pattern, choice or labels; empty if the restriction has none. */
  readonly operand: string;
}

interface Grammar {
  quote(name: string): string;
  or(names: readonly string[]): string;
  /** As a premise: `"a" is checked`. */
  condition(restriction: Simple, words: Words): string;
  /** As a rule: `"a" must be checked`. */
  rule(restriction: Simple, words: Words): string;
  ifThen(conditions: readonly string[], rule: string): string;
  /** Encloses a premise that is itself an implication. */
  group(text: string): string;
  sentence(text: string): string;
}

const ENGLISH: Grammar = {
  quote: (name) => JSON.stringify(name),
  or: (names) => names.join(' or '),
  condition: (restriction, { attribute, operand }) => `${attribute} ${verbEn(restriction)[0]}${operand}`,
  rule: (restriction, { attribute, operand }) => `${attribute} ${verbEn(restriction)[1]}${operand}`,
  ifThen: (conditions, rule) => `if ${conditions.join(' and ')}, ${rule}`,
  group: (text) => `(${text})`,
  // Capitalises `if` only: other sentences start with a quoted name or an id.
  sentence: (text) => `${text.replace(/^if /, 'If ')}.`,
};

/** The verb as a condition and as a rule. The operand follows it. */
function verbEn(restriction: Simple): readonly [condition: string, rule: string] {
  switch (restriction.kind) {
    case 'canInput':
      return restriction.enable ? ['can be edited', 'can be edited'] : ['cannot be edited', 'cannot be edited'];
    case 'checked':
      return ['is checked', 'must be checked'];
    case 'unchecked':
      return ['is not checked', 'must not be checked'];
    case 'isEmpty':
      return ['is empty', 'must be empty'];
    case 'isNotEmpty':
      return ['is not empty', 'must not be empty'];
    case 'equals':
    case 'hasChoice':
      return ['is ', 'must be '];
    case 'notEquals':
    case 'notHasChoice':
      return ['is not ', 'must not be '];
    case 'matches':
      return ['matches ', 'must match '];
    case 'notMatches':
      return ['does not match ', 'must not match '];
    case 'hasLabel':
      return ['links to an annotation of ', 'must link to an annotation of '];
    case 'unknown':
      return ['satisfies ', 'must satisfy '];
  }
}

const JAPANESE: Grammar = {
  quote: (name) => `「${name}」`,
  or: (names) => names.join('または'),
  condition: (restriction, { attribute, operand }) =>
    attribute +
    (restriction.kind === 'canInput' ? inputJa(restriction.enable, false) : `が${operand}${stateJa(restriction)}`),
  rule: (restriction, { attribute, operand }) =>
    attribute +
    (restriction.kind === 'canInput'
      ? inputJa(restriction.enable, true)
      : `は${operand}${stateJa(restriction)}必要があります`),
  ifThen: (conditions, rule) => `${conditions.join('、かつ')}場合、${rule}`,
  group: (text) => `（${text}）`,
  sentence: (text) => `${text}。`,
};

function inputJa(enable: boolean, polite: boolean): string {
  if (enable) return polite ? 'には入力できます' : 'に入力できる';
  return polite ? 'には入力できません' : 'に入力できない';
}

/** The predicate, which follows the attribute and the operand. */
function stateJa({ kind }: Exclude<Simple, { kind: 'canInput' }>): string {
  switch (kind) {
    case 'checked':
      return 'チェックされている';
    case 'unchecked':
      return 'チェックされていない';
    case 'isEmpty':
      return '空である';
    case 'isNotEmpty':
      return '空でない';
    case 'equals':
    case 'hasChoice':
      return 'である';
    case 'notEquals':
    case 'notHasChoice':
      return 'でない';
    case 'matches':
      return 'に一致する';
    case 'notMatches':
      return 'に一致しない';
    case 'hasLabel':
      return 'のアノテーションにリンクしている';
    case 'unknown':
      return 'を満たす';
  }
}

/**
 * Describes a restriction in a sentence. Parts that the specs do not contain are shown by id, and a condition of an unknown
 * kind as JSON.
 *
 * @example
 * explainRestriction(rule, specs) // 'If "occluded" is checked, "remarks" must not be empty.'
 * explainRestriction(rule, specs, { lang: 'ja' }) // '「隠れている」がチェックされている場合、「備考」は空でない必要があります。'
 */
export function explainRestriction(restriction: Restriction, specs: SpecsLookup, options: ExplainOptions = {}): string {
  const grammar = options.lang === 'ja' ? JAPANESE : ENGLISH;
  return grammar.sentence(explain(restriction, grammar, namer(specs, grammar, options)));
}

function explain(restriction: Restriction, grammar: Grammar, name: Namer): string {
  const conditions: string[] = [];
  let conclusion = restriction;
  for (; conclusion.kind === 'imply'; conclusion = conclusion.conclusion) {
    conditions.push(asCondition(conclusion.premise, grammar, name));
  }
  const rule = grammar.rule(conclusion, wordsOf(conclusion, grammar, name));
  return conditions.length === 0 ? rule : grammar.ifThen(conditions, rule);
}

function asCondition(premise: Restriction, grammar: Grammar, name: Namer): string {
  if (premise.kind === 'imply') return grammar.group(explain(premise, grammar, name));
  return grammar.condition(premise, wordsOf(premise, grammar, name));
}

function wordsOf(restriction: Simple, grammar: Grammar, name: Namer): Words {
  return { attribute: name.attribute(restriction.attribute), operand: operandOf(restriction, grammar, name) };
}

function operandOf(restriction: Simple, grammar: Grammar, name: Namer): string {
  switch (restriction.kind) {
    case 'equals':
    case 'notEquals':
      return typeof restriction.value === 'number' ? String(restriction.value) : grammar.quote(restriction.value);
    case 'matches':
    case 'notMatches':
      return `/${restriction.pattern}/`;
    case 'hasChoice':
    case 'notHasChoice':
      return name.choice(restriction.attribute, restriction.choice);
    case 'hasLabel':
      return grammar.or(restriction.labels.map(name.label));
    case 'unknown':
      return JSON.stringify(restriction.condition);
    default:
      return '';
  }
}

interface Namer {
  attribute(id: string): string;
  choice(attribute: string, id: string): string;
  label(id: string): string;
}

function namer(specs: SpecsLookup, { quote }: Grammar, { lang = 'en', ids = false }: ExplainOptions): Namer {
  const named = (id: string, message: Parameters<typeof nameIn>[0] | undefined) => {
    const language: Language = lang;
    return message ? quote(nameIn(message, language)) + (ids ? ` (${id})` : '') : id;
  };
  return {
    attribute: (id) => named(id, specs.findAttribute({ id })?.name),
    choice(attributeId, id) {
      const attribute = specs.findAttribute({ id: attributeId });
      return named(id, attribute && specs.findChoice(attribute, { id })?.name);
    },
    label: (id) => named(id, specs.findLabel({ id })?.label_name),
  };
}
