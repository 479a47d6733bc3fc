import { isComplete, keysOf } from '../core/typed-object.ts';
import type { Environment } from './environment.ts';
import { type Config, readConfig, type VariableName } from './variables.ts';

/** An external system that all functions stop calling together while it asks them to wait. */
export type Breakable = 'annofab';

/** A client or store that a function uses, created once, while Lambda initialises the function. */
export interface Service<T> {
  /** The variables that it reads, so that all missing ones are reported at once. */
  readonly variables: readonly VariableName[];
  readonly create: (env: Environment) => T;
  /** The system that it calls, if a circuit breaker guards it: messages wait while the breaker is open. */
  readonly calls: Breakable | undefined;
}

/** A handler that names the variables it reads, so that a package can be checked before it is deployed. */
export interface Configured {
  readonly variables: readonly VariableName[];
}

/** The services of a function by the name under which its context has them. */
export type ServicesOf<S extends object> = { readonly [Name in keyof S]: Service<S[Name]> };

/**
 * Describes a service. Its variables are rows of the table in `variables.ts`.
 *
 * @example
 * export const bus = service(['BUS_NAME'], ({ BUS_NAME }) => createBus({ name: BUS_NAME }));
 * export const handler = queueHandler('task-completed', { bus }, async ({ bus, event }) => bus.put(event));
 */
export function service<Name extends VariableName, T>(
  variables: readonly Name[],
  create: (config: Config<Name>) => T,
  { calls }: { calls?: Breakable } = {},
): Service<T> {
  return { variables, create: (env) => create(readConfig(variables, env)), calls };
}

/** Creates all services of a function. */
export function createServices<S extends object>(services: ServicesOf<S>, env: Environment): S {
  const made: Partial<S> = {};
  const names = keysOf(services);
  for (const name of names) made[name] = services[name].create(env);
  if (!isComplete<S>(made, names)) throw new TypeError('A service was not created');
  return made;
}

/** The variables that the services read together. */
export function variablesOf<S extends object>(services: ServicesOf<S>): VariableName[] {
  return keysOf(services).flatMap((name) => services[name].variables);
}

/** The systems that the services call and that a circuit breaker guards. */
export function callsOf<S extends object>(services: ServicesOf<S>): Breakable[] {
  return keysOf(services).flatMap((name) => services[name].calls ?? []);
}
