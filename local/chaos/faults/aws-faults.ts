import type { AwsFailure } from '../../aws/index.ts';
import type { AwsCall, AwsService } from '../../aws/services.ts';
import { createRandom } from '../../random.ts';
import { AWS_FAULTS, isCallOfTheHost } from './faults.ts';

/** Stands before the embedded AWS: throttles, delays and cuts what the functions ask for. */
export interface AwsFaults {
  readonly decide: (call: AwsCall) => AwsFailure | undefined;
  /** Until the end of this promise's work, the service answers nothing but errors. */
  outage(of: AwsService, work: Promise<unknown>): Promise<void>;
  /** How often each kind has hit. */
  hits(): ReadonlyMap<string, number>;
}

/** @param onCall told of each call of a function, before anything is done */
export function createAwsFaults({ seed, onCall }: { seed: number; onCall: () => void }): AwsFaults {
  const random = createRandom(seed);
  const hits = new Map<string, number>();
  const out = new Set<AwsService>();

  function hit(kind: string, failure: AwsFailure): AwsFailure {
    hits.set(kind, (hits.get(kind) ?? 0) + 1);
    return failure;
  }

  return {
    hits: () => hits,
    decide(call) {
      if (isCallOfTheHost(call)) return undefined;
      onCall();
      const { service } = call;
      if (out.has(service)) return hit(`${service}: outage`, { status: 503, code: 'ServiceUnavailable' });
      for (const [kind, { rate, failure }] of Object.entries(AWS_FAULTS)) {
        if (random() < rate) return hit(`${service}: ${kind}`, failure(service));
      }
      return undefined;
    },
    async outage(of, work) {
      out.add(of);
      await work.finally(() => out.delete(of));
    },
  };
}
