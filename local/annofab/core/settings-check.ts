import { isIP } from 'node:net';
import {
  anyObject,
  boolean,
  check,
  explain,
  type Fields,
  integer,
  object,
  oneOf,
  optional,
  type Shape,
} from '../../../lib/core/json.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** The limit of Node's timers. */
export const timerMilliseconds = integer(0, 2 ** 31 - 1);

/** Settings with a narrower shape than the type of their default. */
const narrower: Fields = {
  nonMemberStatus: oneOf([403, 404]),
  copyWebhooks: oneOf(['asked', 'always', 'never']),
  webhookTimeoutMilliseconds: integer(1, 2 ** 31 - 1),
  webhookDelayMilliseconds: timerMilliseconds,
  webhookRetryDelayMilliseconds: timerMilliseconds,
  webhookSourceAddress: check(
    (value): value is string => value === '' || isIP(String(value)) !== 0,
    'must be an IP address, or empty',
  ),
};

/** Some of the settings, by name. */
export const settingsShape = object(
  Object.fromEntries(
    Object.entries(defaultSettings).map(([name, fallback]) => [name, optional(narrower[name] ?? shapeOf(fallback))]),
  ),
);

/**
 * Checks settings from outside: some of them, by name.
 *
 * @throws TypeError naming each setting that is unknown or has a wrong value
 */
export function assertSettings(value: unknown): asserts value is Partial<Settings> {
  const read = settingsShape.read(value);
  if (!read.ok) throw new TypeError(explain(read.problems, 'settings'));
}

function shapeOf(fallback: unknown): Shape<unknown> {
  if (typeof fallback === 'boolean') return boolean;
  return typeof fallback === 'number' ? integer(0) : anyObject;
}
