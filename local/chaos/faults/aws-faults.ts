import type { AwsFailure } from '../../aws/index.ts';
import type { AwsCall, AwsService } from '../../aws/services.ts';
import { createRandom } from '../../random.ts';
import { AWS_FAULTS, isCallOfTheHost } from './faults.ts';

/** Decides which requests of the functions the embedded AWS throttles, delays or cuts. */
export interface AwsFaults {
  readonly decide: (call: AwsCall) => AwsFailure | undefined;
  /** The service answers only errors until the promise settles. */
  outage(of: AwsService, work: Promise<unknown>): Promise<void>;
  /** How often each kind has occurred. */
  hits(): ReadonlyMap<string, number>;
}

/** @param onCall called on each request of a function, before it is processed */
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
