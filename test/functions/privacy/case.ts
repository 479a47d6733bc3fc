import type fc from 'fast-check';
import type { World } from './world.ts';

/** One way for a text to come in. */
export interface Case {
  readonly name: string;
  /** What can come in this way. */
  readonly markers: fc.Arbitrary<string>;
  /** One of many of its kind: usually a share of them is run. */
  readonly oneOfMany?: boolean;
  /** Lets it come in, and the functions work. */
  readonly run: (world: World, marker: string) => Promise<void>;
}
