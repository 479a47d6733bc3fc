import { isIP } from 'node:net';
import { checkFields, flag, isRecord, oneOf, type Rule, type Rules, wholeNumber } from './rules.ts';
import { defaultSettings, type Settings } from './settings.ts';

const timer = wholeNumber(0, 2 ** 31 - 1);

/** Where more is asked than the type of the default. */
const stricter = new Map<string, Rule>([
  ['nonMemberStatus', oneOf(403, 404)],
  ['copyWebhooks', oneOf('asked', 'always', 'never')],
  ['webhookTimeoutMilliseconds', wholeNumber(1, 2 ** 31 - 1)],
  ['webhookDelayMilliseconds', timer],
  ['webhookRetryDelayMilliseconds', timer],
  [
    'webhookSourceAddress',
    { fits: (value) => value === '' || isIP(String(value)) !== 0, expected: 'an IP address, or empty' },
  ],
]);

const rules: Rules = Object.fromEntries(
  Object.entries(defaultSettings).map(([name, fallback]) => [name, stricter.get(name) ?? ruleLike(fallback)]),
);

/**
 * Settings from outside: some of them, by name.
 *
 * @throws TypeError naming the setting that is unknown, or that cannot have its value
 */
export function assertSettings(value: unknown): asserts value is Partial<Settings> {
  if (!isRecord(value)) throw new TypeError('settings are an object such as {"webhookRetries": 2}');
  checkFields('the emulator', value, rules);
}

function ruleLike(fallback: unknown): Rule {
  if (typeof fallback === 'boolean') return flag;
  if (typeof fallback === 'number') return wholeNumber(0);
  return { fits: isRecord, expected: 'an object' };
}
