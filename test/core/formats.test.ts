import { describe, expect, it } from 'vitest';
import { assertReadable, FORMATS, messageFormat, NewerFormatError } from '../../lib/core/formats.ts';
import { keysOf } from '../../lib/core/typed-object.ts';

const newer = /^it has format \d+, and this release reads up to \d+: upgrade to the release that wrote it/;

describe('the format version of what is stored', () => {
  describe.each(keysOf(FORMATS))('of kind %s', (kind) => {
    const { field, version } = FORMATS[kind];
    const read = (json: object) => () => assertReadable(kind, { ...json }, 'it');

    it('is read when it is that of this release, and when it is missing', () => {
      expect(read({ [field]: version })).not.toThrow();
      expect(read({})).not.toThrow();
    });

    it('is refused when it is newer or unknown, with what to do', () => {
      expect(read({ [field]: version + 1 })).toThrow(newer);
      expect(read({ [field]: '1' })).toThrow(/^it has an unknown format, .* upgrade/);
      expect(read({ [field]: null })).toThrow(NewerFormatError);
    });
  });

  it('is a field of every message', () => {
    expect(messageFormat.read(1)).toEqual({ ok: true, value: 1 });
    expect(messageFormat.read(2, 'v')).toMatchObject({
      problems: [{ path: 'v', message: expect.stringMatching(/upgrade/) }],
    });
    expect(messageFormat.read(undefined, 'v')).toMatchObject({ problems: [{ message: 'must be 1' }] });
  });
});
