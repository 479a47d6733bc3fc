/** How the processor time of some work grows with the work. */
import { type Figure, figure, growth } from '../figures.ts';
import { costOf } from '../measure.ts';

export interface Growing {
  /** What is done, for the name of its figures: `getTasks of more tasks`. */
  readonly what: string;
  /** From the smallest to the largest. */
  readonly sizes: readonly number[];
  /** Left out: 3. */
  readonly rounds?: number;
  /** The processor time for work of a size, in seconds. */
  cpuSeconds(size: number): Promise<number>;
}

/**
 * Measures each size a few times, in rounds: the load of the machine only adds processor time, so the least of the rounds counts.
 * The exponent is that from the second largest to the largest: between smaller sizes it would be lower, since the fixed cost of a
 * call hides the rest.
 */
export async function measureGrowth({ what, sizes, rounds = 3, cpuSeconds }: Growing): Promise<Figure[]> {
  const least = new Map<number, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const size of sizes)
      least.set(size, Math.min(least.get(size) ?? Number.POSITIVE_INFINITY, await cpuSeconds(size)));
  }
  const steps = sizes.slice(-2);
  const values = steps.map((size) => least.get(size) ?? Number.NaN);
  return [
    figure(`growth: ${what}, processor of the largest`, [(values.at(-1) ?? Number.NaN) * 1_000], 'ms'),
    growth(`growth: ${what}, exponent`, steps, values),
  ];
}

/** The processor time of this process for work that is repeated where it is small, so that each size takes about as long. */
export function repeated(largest: number, work: (size: number) => PromiseLike<unknown>, atMost = 100) {
  return async (size: number): Promise<number> => {
    const times = Math.min(atMost, Math.ceil(largest / size));
    return (await costOf(times, 1, () => work(size))).cpuSeconds / times;
  };
}
