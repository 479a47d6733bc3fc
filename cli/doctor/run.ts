import { styleText } from 'node:util';
import { interruptible } from '../frame/signals.ts';
import { printable } from '../frame/text-table.ts';
import { type CheckResult, runChecks } from './check.ts';
import { CHECKS } from './checks.ts';
import { openContext } from './context.ts';
import type { DoctorOptions } from './options.ts';

/** Runs all checks. The command fails when one of them failed. */
export async function runDoctor(options: DoctorOptions): Promise<void> {
  const results = await interruptible((signal) => diagnose(options, signal));
  const ok = results.every(({ status }) => status !== 'failed');
  if (options.json) console.log(JSON.stringify({ ok, checks: results }));
  else console.log(summaryOf(results));
  if (!ok) process.exitCode = 1;
}

async function diagnose(options: DoctorOptions, signal: AbortSignal): Promise<CheckResult[]> {
  const ctx = await openContext(options, signal);
  const results: CheckResult[] = [];
  try {
    for await (const result of runChecks(CHECKS, ctx, signal)) {
      results.push(result);
      if (!options.json) console.log(resultText(result));
    }
    return results;
  } finally {
    await ctx.close();
  }
}

const COLOURS = { ok: 'green', failed: 'red', skipped: 'dim' } as const;

function resultText({ check, status, detail, cure }: CheckResult): string {
  const shown = styleText(COLOURS[status], status.padEnd('skipped'.length), { stream: process.stdout });
  const text = printable(status === 'skipped' ? `${check} (${detail})` : `${check}: ${detail}`);
  return [`${shown}  ${text}`, ...(cure === undefined ? [] : [`         Do: ${printable(cure)}`])].join('\n');
}

function summaryOf(results: readonly CheckResult[]): string {
  const count = (status: CheckResult['status']) => results.filter((result) => result.status === status).length;
  return `${count('ok')} ok, ${count('failed')} failed, ${count('skipped')} skipped`;
}
