import type { Answer } from './transport.ts';

/** A successful response. */
export interface ApiResponse<T> extends Answer {
  /** The content: the result of awaiting the promise itself. */
  readonly data: T;
}

/**
 * What a method of the client returns. The request is sent immediately, and once, however often it is awaited.
 *
 * @example
 * const task = await annofab.getTask({ project_id, task_id });
 * const { data, status, headers } = await annofab.getTask({ project_id, task_id }).withResponse();
 */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'ApiPromise';
  readonly #response: Promise<ApiResponse<T>>;

  constructor(response: Promise<ApiResponse<T>>) {
    this.#response = response;
  }

  /** The content together with status, headers and the body as text. */
  withResponse(): Promise<ApiResponse<T>> {
    return this.#response;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<Done = T, Failed = never>(
    onDone?: ((data: T) => Done | PromiseLike<Done>) | null,
    onFailed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    if (onDone) return this.#response.then(({ data }) => onDone(data), onFailed);
    return this.#response.then(({ data }) => data).then(onDone, onFailed);
  }

  catch<Failed = never>(onFailed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null): Promise<T | Failed> {
    return this.then(null, onFailed);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.then().finally(onEnd);
  }
}
