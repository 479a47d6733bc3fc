import { NotFoundError } from '../errors.ts';

/**
 * What was asked for, or undefined when there is no such thing (404). Every other failure stays a failure.
 *
 * @throws whatever the promise fails with, except NotFoundError
 */
export async function orUndefined<T>(asked: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
