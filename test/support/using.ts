/** `await using`, for files that Node runs as they are: Node 22 does not parse it. */
export async function using<R extends AsyncDisposable, T>(
  started: Promise<R>,
  work: (resource: R) => Promise<T>,
): Promise<T> {
  const resource = await started;
  try {
    return await work(resource);
  } finally {
    await resource[Symbol.asyncDispose]();
  }
}
