import { env } from 'node:process';

/** Kept by the process: files that load all modules again load this one again, too. */
const KEY = Symbol.for('annofab-functions/environment');
const initial: NodeJS.ProcessEnv = Reflect.get(globalThis, KEY) ?? { ...env };
Reflect.set(globalThis, KEY, initial);

/**
 * Gives a test file the environment that the process started with, since files that share a process may leave another. The
 * object has to be the original one: Node's own functions, such as `homedir()`, read no other.
 */
export function resetEnvironment(): void {
  process.env = env;
  for (const name of Object.keys(env)) if (!(name in initial)) delete env[name];
  Object.assign(env, initial);
}
