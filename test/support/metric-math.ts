/** One value per period, oldest first; `undefined` where CloudWatch has no data. */
export type Series = readonly (number | undefined)[];

type Value =
  | { readonly series: Series }
  | { readonly list: readonly Series[] }
  | { readonly filler: number | 'REPEAT' };

/** The functions of CloudWatch's metric math that our alarms use. */
const FUNCTIONS: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  DIFF: ([series]) => ({ series: seriesIn(series).map((value, at, all) => minus(value, all[at - 1])) }),
  FILL([values, filler]) {
    const fill = (series: Series) => filled(series, fillerIn(filler));
    return values !== undefined && 'list' in values
      ? { list: values.list.map(fill) }
      : { series: fill(seriesIn(values)) };
  },
  MAX: ([list]) => ({ series: across(listIn(list), (values) => Math.max(...values)) }),
  SUM: ([list]) => ({ series: across(listIn(list), (values) => values.reduce((sum, value) => sum + value, 0)) }),
};

/**
 * Evaluates an expression of an alarm as CloudWatch does, so that a test can say on which data it goes off.
 *
 * @throws Error for a function that is not known here
 */
export function metricMath(expression: string, metrics: Readonly<Record<string, Series>>): Series {
  const tokens = expression.match(/\w+|[()[\],]/g) ?? [];
  return seriesIn(read());

  function read(): Value {
    const token = tokens.shift() ?? '';
    if (token === '[') return { list: readUntil(']').map(seriesIn) };
    if (tokens[0] === '(') return call(token);
    if (token === 'REPEAT') return { filler: token };
    return /^[0-9]+$/.test(token) ? { filler: Number(token) } : { series: known(metrics[token], token) };
  }

  function call(name: string): Value {
    tokens.shift();
    const args = readUntil(')');
    return name === 'METRICS' ? { list: Object.values(metrics) } : known(FUNCTIONS[name], name)(args);
  }

  function readUntil(end: string): Value[] {
    const values: Value[] = [];
    while (tokens[0] !== end) {
      if (tokens[0] === ',') tokens.shift();
      values.push(read());
    }
    tokens.shift();
    return values;
  }
}

function across(list: readonly Series[], reduce: (values: readonly number[]) => number): Series {
  return (list[0] ?? []).map((_, at) => {
    const values = list.flatMap((series) => series[at] ?? []);
    return values.length === 0 ? undefined : reduce(values);
  });
}

function filled(series: Series, filler: number | 'REPEAT'): Series {
  const values: (number | undefined)[] = [];
  for (const value of series) values.push(value ?? (filler === 'REPEAT' ? values.at(-1) : filler));
  return values;
}

function minus(value: number | undefined, before: number | undefined): number | undefined {
  return value === undefined || before === undefined ? undefined : value - before;
}

function seriesIn(value: Value | undefined): Series {
  if (value === undefined || !('series' in value)) throw new Error('The expression needs a time series there');
  return value.series;
}

function listIn(value: Value | undefined): readonly Series[] {
  if (value === undefined || !('list' in value)) throw new Error('The expression needs a list there');
  return value.list;
}

function fillerIn(value: Value | undefined): number | 'REPEAT' {
  if (value === undefined || !('filler' in value)) throw new Error('FILL needs a number or REPEAT');
  return value.filler;
}

function known<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not known`);
  return value;
}
