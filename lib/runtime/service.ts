import { isComplete, keysOf } from '../core/typed-object.ts';
import { type Config, type Environment, readConfig, type VariableName } from './config.ts';

/** Something that a function works with and that is made once, when it is first invoked. */
export interface Service<T> {
  /** What it reads of the environment, so that all that is missing can be told at once. */
  readonly variables: readonly VariableName[];
  readonly create: (env: Environment) => T;
}

/** The services of a function by the name under which its context has them. */
export type ServicesOf<S extends object> = { readonly [Name in keyof S]: Service<S[Name]> };

/**
 * Describes a service of one's own. Its variables stand in the table of `config.ts`.
 *
 * @example
 * export const bus = service(['BUS_NAME'], ({ BUS_NAME }) => createBus({ name: BUS_NAME }));
 * export const handler = queueHandler('task-completed', { bus }, async ({ bus, event }) => bus.put(event));
 */
export function service<Name extends VariableName, T>(
  variables: readonly Name[],
  create: (config: Config<Name>) => T,
): Service<T> {
  return { variables, create: (env) => create(readConfig(variables, env)) };
}

/** Makes all services of a function. */
export function createServices<S extends object>(services: ServicesOf<S>, env: Environment): S {
  const made: Partial<S> = {};
  const names = keysOf(services);
  for (const name of names) made[name] = services[name].create(env);
  if (!isComplete<S>(made, names)) throw new TypeError('A service was not made');
  return made;
}

/** The variables that the services read together. */
export function variablesOf<S extends object>(services: ServicesOf<S>): VariableName[] {
  return keysOf(services).flatMap((name) => services[name].variables);
}
