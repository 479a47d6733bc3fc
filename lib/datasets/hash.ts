/**
 * A hash of 64 bits, in two halves, which spreads texts evenly: two passes of MurmurHash3's mixing with different seeds. It
 * is not safe against somebody who looks for collisions.
 *
 * @param into where the halves are written: an object for each hash would cost more than the hash
 */
export function hashInto(text: string, into: Uint32Array): void {
  let [low, high] = [0x9e3779b9, 0x85ebca6b];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0xcc9e2d51);
    low = (low << 13) | (low >>> 19);
    high = Math.imul(high ^ code, 0x1b873593);
    high = (high << 15) | (high >>> 17);
  }
  into[0] = mix(low ^ Math.imul(high, 0x27d4eb2f) ^ text.length);
  into[1] = mix(high ^ Math.imul(low, 0x165667b1));
}

/** Every bit of the result depends on every bit of the value. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const halves = new Uint32Array(2);

/** A positive whole number that a JSON reader keeps exactly (53 bits), the same for the same text always. */
export function numberOf(text: string): number {
  hashInto(text, halves);
  const [low = 0, high = 0] = halves;
  return (high & 0x1fffff) * 2 ** 32 + low || 1;
}

/** A share from 0 to 1 (excluded), the same for the same text always. */
export function shareOf(text: string): number {
  return numberOf(text) / 2 ** 53;
}
