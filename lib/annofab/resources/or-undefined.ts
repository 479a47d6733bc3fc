import { NotFoundError } from '../errors.ts';

/**
 * Turns a 404 into undefined.
 *
 * @throws every error of the promise except NotFoundError
 */
export async function orUndefined<T>(request: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
