import { type Gone, placeholders } from './gone.ts';

interface Widget {
  readonly properties: {
    readonly metrics?: readonly (readonly string[])[];
    readonly alarms?: readonly string[];
  };
}

/** The body of a dashboard is JSON in a text. */
export function isDashboardBody(text: string): boolean {
  return /^\s*\{\s*"widgets"/.test(text);
}

/** The body without the metrics and alarms that are gone, and without the widgets that lose all of theirs. */
export function prunedDashboard(text: string, gone: Gone): string {
  const { widgets }: { readonly widgets: readonly Widget[] } = JSON.parse(text);
  const left = widgets.map((widget) => prunedWidget(widget, gone)).filter((widget) => widget !== undefined);
  return JSON.stringify({ widgets: left });
}

function prunedWidget(widget: Widget, gone: Gone): Widget | undefined {
  const { metrics, alarms } = widget.properties;
  const leftMetrics = metrics && expanded(metrics).filter((metric) => !isGone(metric, gone));
  const leftAlarms = alarms?.filter((alarm) => !namesGone(alarm, gone));
  if (leftMetrics?.length === 0 || leftAlarms?.length === 0) return undefined;
  return {
    ...widget,
    properties: {
      ...widget.properties,
      ...(leftMetrics && { metrics: leftMetrics }),
      ...(leftAlarms && { alarms: leftAlarms }),
    },
  };
}

/** A metric is its namespace, its name, and pairs of dimension and value. */
function isGone([, name = '', ...dimensions]: readonly string[], gone: Gone): boolean {
  return (
    gone.metrics.has(name) ||
    dimensions.some(
      (value, index) => namesGone(value, gone) || gone.dimensions.has(`${dimensions[index - 1]}=${value}`),
    )
  );
}

function namesGone(text: string, { ids }: Gone): boolean {
  return placeholders(text).some((id) => ids.has(id));
}

/** `...` repeats the beginning of the metric before it, which may be one that goes. */
function expanded(metrics: readonly (readonly string[])[]): string[][] {
  const whole: string[][] = [];
  for (const [first = '', ...rest] of metrics) {
    const before = whole.at(-1) ?? [];
    whole.push(first === '...' ? [...before.slice(0, -rest.length), ...rest] : [first, ...rest]);
  }
  return whole;
}
