import { formatReport } from '../../local/demo/report.ts';
import { DemoError, runDemo } from '../../local/demo/run-demo.ts';
import { exitOnSignal } from '../frame/signals.ts';
import { explain } from './explain.ts';
import type { DemoOptions } from './options.ts';
import { summary } from './start-output.ts';

/** Runs the demo, and fails with the step that failed. */
export async function runDemoCommand({ import: importArchive, keep, json, ...ports }: DemoOptions): Promise<void> {
  exitOnSignal();
  try {
    const report = await runDemo({
      ...ports,
      ...(importArchive !== undefined && { importArchive }),
      ...(keep !== undefined && { keep }),
      print: json ? () => {} : (line) => console.log(line),
      ...(json && { onStarted: (stack) => console.log(JSON.stringify(summary(stack))) }),
    });
    console.log(json ? JSON.stringify(report) : `\n${formatReport(report)}\n`);
    console.log('demo: ok');
  } catch (error) {
    const [step, reason] = error instanceof DemoError ? [error.step, explain(error.cause)] : ['unknown', error];
    throw new Error(`demo: failed at the step "${step}": ${reason}`, { cause: error });
  }
}
