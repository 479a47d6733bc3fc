import { lazy } from '../../core/async/lazy.ts';

/**
 * Yields what a function makes of each item of some groups, without the items that it makes undefined. It does what this does:
 *
 *     for await (const group of groups) for (const item of group) { const value = toValue(item); if (value) yield value; }
 *
 * An asynchronous generator takes two microseconds for each item, a twentieth of the time of a small frame. While a group
 * lasts, this answers with a promise that is fulfilled already.
 */
export function flattenGroups<Item, Value extends object>(
  groups: AsyncGenerator<Iterable<Item>, void, undefined>,
  toValue: (item: Item) => Value | undefined,
): AsyncGenerator<Value, void, undefined> {
  return flattenResults(groups, (item) => {
    const value = toValue(item);
    return value && { done: false, value };
  });
}

/** As {@link flattenGroups}, for values that may be anything, undefined too. */
export function flattenResults<Item, Value>(
  groups: AsyncGenerator<Iterable<Item>, void, undefined>,
  toResult: (item: Item) => IteratorYieldResult<Value> | undefined,
): AsyncGenerator<Value, void, undefined> {
  let group: Iterator<Item> | undefined;
  let isDone = false;
  /** The last call that has to wait; later ones wait for it. */
  let last: Promise<unknown> | undefined;

  /** The next value of the group, or undefined at its end. */
  const take = (): IteratorYieldResult<Value> | undefined => {
    for (let item = group?.next(); item && !item.done; item = group?.next()) {
      const result = toResult(item.value);
      if (result) return result;
    }
    return undefined;
  };
  const advance = async (): Promise<IteratorResult<Value, void>> => {
    while (!isDone) {
      const result = take();
      if (result) return result;
      const next = await groups.next();
      if (next.done) isDone = true;
      else group = next.value[Symbol.iterator]();
    }
    return END;
  };
  const finish = async () => {
    isDone = true;
    group = undefined;
    await groups.return();
  };
  const advanceOrFinish = async () => {
    try {
      return await advance();
    } catch (error) {
      await finish();
      throw error;
    }
  };
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last === undefined ? work() : last.then(work, work);
    last = result;
    const clear = () => {
      if (last === result) last = undefined;
    };
    result.then(clear, clear);
    return result;
  };

  const generator: AsyncGenerator<Value, void, undefined> = {
    next() {
      if (last !== undefined) return inTurn(advanceOrFinish);
      try {
        const result = take();
        return result ? Promise.resolve(result) : inTurn(advanceOrFinish);
      } catch (error) {
        return inTurn(async () => {
          await finish();
          throw error;
        });
      }
    },
    return: () =>
      inTurn(async () => {
        await finish();
        return END;
      }),
    throw: (error: unknown) =>
      inTurn(async () => {
        await finish();
        throw error;
      }),
    [Symbol.asyncIterator]: () => generator,
    async [Symbol.asyncDispose]() {
      await generator.return();
    },
  };
  return generator;
}

const END: IteratorReturnResult<void> = { done: true, value: undefined };

/**
 * The generator that a function makes at the first call. What the function throws comes from `next()`, as in an asynchronous generator that
 * would `yield*` what it makes; but that takes some microseconds for each value.
 */
export function deferGenerator<Value>(
  make: () => AsyncGenerator<Value, void, undefined>,
): AsyncGenerator<Value, void, undefined> {
  const made = lazy(() => {
    try {
      return make();
    } catch (error) {
      return failWith(error);
    }
  });
  const generator: AsyncGenerator<Value, void, undefined> = {
    next: () => made().next(),
    return: () => made().return(),
    throw: (error: unknown) => made().throw(error),
    [Symbol.asyncIterator]: () => generator,
    async [Symbol.asyncDispose]() {
      await generator.return();
    },
  };
  return generator;
}

// biome-ignore lint/correctness/useYield: it yields nothing.
async function* failWith(error: unknown): AsyncGenerator<never, void, undefined> {
  throw error;
}
