import fc from 'fast-check';

/** Nobody else writes this. */
const CORE = 'qzmarker';

/** Texts that must not be seen again, with the core in each: as a token, in a sentence, within JSON or an address. */
export const markers: fc.Arbitrary<string> = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{6,20}$/), fc.nat(9))
  .chain(([rest, repeats]) => {
    const token = `${CORE}-${rest}`;
    return fc.constantFrom(
      token,
      `${CORE}_${rest.repeat(repeats + 1)}`,
      `${rest} ${token} ${rest}`,
      `{"password":"${token}"}`,
      `https://files.example/${rest}?X-Amz-Signature=${token}`,
      `Bearer eyJ${rest}.${token}.${rest}`,
      `a=${token};\\"${rest}`,
      `${token}${'x'.repeat(2_000)}`,
    );
  });

/** The same for where letters beyond ASCII can be, and line ends. */
export const freeMarkers: fc.Arbitrary<string> = fc.oneof(
  markers,
  markers.map((marker) => `パスワードは「${marker}」\n\t\u2028です`),
);

/** The same for where a token has to be one: printable, without blanks. */
export const tokenMarkers: fc.Arbitrary<string> = fc
  .stringMatching(/^[A-Za-z0-9_.~-]{6,40}$/)
  .map((rest) => `${CORE}-${rest}`);

/** Where a marker shows in a text, whatever was done to it: a few letters around it, or undefined. */
export function markerIn(text: string): string | undefined {
  const found = [...forms()].map((form) => text.indexOf(form)).find((index) => index >= 0);
  return found === undefined ? undefined : text.slice(Math.max(0, found - 300), found + 100);
}

/** As it is, in hex, and in base64, where what stands before it shifts it. */
function* forms(): Generator<string> {
  yield CORE;
  yield CORE.toUpperCase();
  yield Buffer.from(CORE).toString('hex');
  for (const before of ['', 'a', 'aa']) {
    const encoded = Buffer.from(`${before}${CORE}`).toString('base64').replaceAll('=', '');
    yield encoded.slice(before.length === 0 ? 0 : before.length + 1, -2);
  }
}
