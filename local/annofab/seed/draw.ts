import { PNG } from 'pngjs';

/** A point in an image: pixels from the left and from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

type Colour = readonly [red: number, green: number, blue: number];

/** A limit, so that a wrong size does not use up all memory. */
const LONGEST_SIDE = 8192;

/** One filter for all rows: by default pngjs tries all of them, which takes five times as long and saves nothing here. */
const encoding = { filterType: 1, deflateLevel: 6 } as const;

const CAR_COLOURS: readonly Colour[] = [
  [196, 58, 49],
  [52, 96, 168],
  [232, 232, 226],
  [64, 66, 70],
  [214, 168, 56],
  [72, 128, 92],
];

/** Something on the street, and the part of the image that it fills: pixels, the lower right corner excluded. */
export interface SceneObject {
  readonly kind: 'car' | 'person' | 'signal' | 'crosswalk';
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Draws a simple street as a PNG: sky, hills, a road with a centre line, and what is on it.
 * The same arguments give the same bytes, so that tests may compare them.
 *
 * @param width pixels, 1 to 8192
 * @param height pixels, 1 to 8192
 * @param seed a number, or a name such as an input data's id
 * @param objects from the back to the front; without them, a few cars that depend on the seed
 * @throws RangeError when a side is not a whole number of pixels in that range
 */
export function drawScene(
  width: number,
  height: number,
  seed: number | string,
  objects?: readonly SceneObject[],
): Buffer {
  const canvas = blank(width, height);
  const random = randomNumbers(seed);
  const horizon = Math.round(height * (0.38 + random() * 0.1));
  drawSky(canvas, horizon, random);
  drawRoad(canvas, horizon);
  for (const object of objects ?? randomCars(canvas, horizon, random)) DRAW[object.kind](canvas, object, random);
  return PNG.sync.write(canvas, encoding);
}

/**
 * Draws the mask of a filled polygon as Annofab stores it: RGBA, as large as the input data,
 * (255, 255, 255, 255) inside and (0, 0, 0, 0) elsewhere. A pixel is inside when its centre is (even-odd rule).
 *
 * @throws RangeError when a side is not a whole number of pixels from 1 to 8192
 */
export function drawMask(width: number, height: number, polygon: readonly Point[]): Buffer {
  const canvas = blank(width, height);
  for (let y = 0; y < height; y++) {
    const crossings = crossingsAt(polygon, y + 0.5);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] ?? 0) - 0.5));
      const to = Math.min(width, Math.ceil((crossings[i + 1] ?? 0) - 0.5));
      if (to > from) canvas.data.fill(255, (y * width + from) * 4, (y * width + to) * 4);
    }
  }
  return PNG.sync.write(canvas, encoding);
}

/** Where the polygon's edges cross the line at height `y`, from left to right. */
function crossingsAt(polygon: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  polygon.forEach((from, index) => {
    const to = polygon[(index + 1) % polygon.length] ?? from;
    if (from.y <= y !== to.y <= y) crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
  });
  return crossings.sort((a, b) => a - b);
}

function blank(width: number, height: number): PNG {
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < 1 || side > LONGEST_SIDE) {
      throw new RangeError(
        `an image cannot be ${width} × ${height} pixels: each side is a whole number, 1 to ${LONGEST_SIDE}`,
      );
    }
  }
  // Without `fill`, pngjs leaves the memory uninitialized.
  return new PNG({ width, height, fill: true });
}

function drawSky(canvas: PNG, horizon: number, random: () => number): void {
  for (let y = 0; y < horizon; y++) {
    const light = y / Math.max(1, horizon);
    rectangle(canvas, 0, y, canvas.width, y + 1, [120 + 90 * light, 170 + 55 * light, 225 + 20 * light]);
  }
  const waves = 2 + random() * 3;
  const start = random() * Math.PI * 2;
  for (let x = 0; x < canvas.width; x++) {
    const hill = Math.sin(start + (x / canvas.width) * waves * Math.PI) * 0.5 + 0.5;
    rectangle(canvas, x, horizon - hill * horizon * 0.25, x + 1, horizon, [104, 138, 96]);
  }
}

function drawRoad(canvas: PNG, horizon: number): void {
  const { width, height } = canvas;
  rectangle(canvas, 0, horizon, width, height, [122, 150, 98]);
  for (let y = horizon; y < height; y++) {
    const near = (y - horizon) / Math.max(1, height - horizon);
    const half = width * (0.06 + 0.42 * near);
    rectangle(canvas, width / 2 - half, y, width / 2 + half, y + 1, [86, 88, 92]);
    const line = width * (0.002 + 0.008 * near);
    if (Math.sin(14 * Math.sqrt(near)) > 0) {
      rectangle(canvas, width / 2 - line, y, width / 2 + line, y + 1, [238, 236, 214]);
    }
  }
}

function* randomCars({ width, height }: PNG, horizon: number, random: () => number): Generator<SceneObject> {
  const cars = 3 + Math.floor(random() * 4);
  for (let car = 0; car < cars; car++) {
    // 0 at the horizon, 1 at the lower edge of the image.
    const near = (car + random()) / cars;
    const bottom = horizon + (height - horizon) * (0.15 + 0.8 * near);
    const carWidth = width * (0.05 + 0.13 * near);
    const carHeight = carWidth * (0.55 + random() * 0.2);
    const lane = random() < 0.5 ? -1 : 1;
    const left = width / 2 + lane * width * (0.03 + 0.2 * near) - carWidth / 2;
    yield { kind: 'car', left, top: bottom - carHeight, right: left + carWidth, bottom };
  }
}

type Draw = (canvas: PNG, object: SceneObject, random: () => number) => void;

const DRAW: Readonly<Record<SceneObject['kind'], Draw>> = {
  car(canvas, object, random) {
    const colour = CAR_COLOURS[Math.floor(random() * CAR_COLOURS.length)] ?? [0, 0, 0];
    const part = partOf(canvas, object);
    part(0.15, 0, 0.85, 0.4, colour);
    part(0.22, 0.08, 0.78, 0.4, [52, 66, 80]);
    part(0, 0.4, 1, 1, colour);
    for (const wheel of [0.12, 0.7]) part(wheel, 0.88, wheel + 0.18, 1, [20, 20, 22]);
  },
  person(canvas, object) {
    const part = partOf(canvas, object);
    part(0.35, 0, 0.65, 0.2, [224, 178, 146]);
    part(0.15, 0.2, 0.85, 0.6, [176, 72, 112]);
    part(0.2, 0.6, 0.45, 1, [48, 52, 84]);
    part(0.55, 0.6, 0.8, 1, [48, 52, 84]);
  },
  signal(canvas, object) {
    const part = partOf(canvas, object);
    part(0, 0, 1, 1, [36, 40, 44]);
    for (const [lamp, colour] of LAMPS.entries()) part(0.08 + lamp * 0.31, 0.2, 0.3 + lamp * 0.31, 0.8, colour);
  },
  crosswalk(canvas, object) {
    const part = partOf(canvas, object);
    for (let stripe = 0; stripe < STRIPES; stripe++)
      part(stripe / STRIPES, 0, (stripe + 0.5) / STRIPES, 1, [232, 232, 226]);
  },
};

const STRIPES = 12;
const LAMPS: readonly Colour[] = [
  [72, 200, 120],
  [92, 80, 40],
  [92, 44, 40],
];

/** Fills a part of an object, in shares of its width and height. */
function partOf(canvas: PNG, { left, top, right, bottom }: SceneObject) {
  const [width, height] = [right - left, bottom - top];
  return (fromX: number, fromY: number, toX: number, toY: number, colour: Colour) =>
    rectangle(canvas, left + width * fromX, top + height * fromY, left + width * toX, top + height * toY, colour);
}

/** Fills from (left, top) up to and without (right, bottom); pixels outside the image are ignored. */
function rectangle(canvas: PNG, left: number, top: number, right: number, bottom: number, colour: Colour): void {
  const fromX = Math.max(0, Math.round(left));
  const toX = Math.min(canvas.width, Math.round(right));
  const toY = Math.min(canvas.height, Math.round(bottom));
  for (let y = Math.max(0, Math.round(top)); y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const at = (y * canvas.width + x) * 4;
      canvas.data[at] = colour[0];
      canvas.data[at + 1] = colour[1];
      canvas.data[at + 2] = colour[2];
      canvas.data[at + 3] = 255;
    }
  }
}

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32 over an FNV-1a hash). */
function randomNumbers(seed: number | string): () => number {
  let state = 0x811c9dc5;
  for (const character of String(seed)) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
