import { fileURLToPath } from 'node:url';
import { readServerlessFile } from '../../local/lambda/serverless-file/serverless-file.ts';
import type { Metered } from '../deliveries/meter.ts';
import { REGION } from './prices.ts';

const SERVERLESS_FILE = fileURLToPath(new URL('../../serverless.yml', import.meta.url));

/** The memory with which Lambda gives a function a whole processor; with less it gives a share of one. */
const WHOLE_PROCESSOR_MEGABYTES = 1_769;

/** The memory of each function of serverless.yml, in megabytes, by its name. */
export async function memoryOfFunctions(): Promise<(name: string) => number> {
  const { functions } = await readServerlessFile(SERVERLESS_FILE, { stage: 'bench', region: REGION });
  return (name) => {
    const found = functions.find((one) => one.name === name);
    if (found === undefined) throw new Error(`serverless.yml has no function ${name}`);
    return found.memoryMegabytes;
  };
}

/**
 * How long Lambda would bill for what was measured here on a whole processor: the waits as they were, and the processor time
 * stretched to the share of a processor that the memory gives.
 */
export function lambdaMs({ milliseconds, cpuMilliseconds }: Metered, megabytes: number): number {
  const waits = Math.max(0, milliseconds - cpuMilliseconds);
  return waits + cpuMilliseconds * Math.max(1, WHOLE_PROCESSOR_MEGABYTES / megabytes);
}

export function gbSeconds(milliseconds: number, megabytes: number): number {
  return (milliseconds / 1_000) * (megabytes / 1_024);
}
