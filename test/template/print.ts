import type { AcceptedFinding, Finding } from './findings.ts';
import type { Template } from './template.ts';
import type { Verdict } from './verify-stack.ts';

/** Prints the findings of a checker, with the reasons of accepted ones. */
export function printFindings(checker: string, accepted: readonly AcceptedFinding[], findings: readonly Finding[]) {
  console.log(`${checker}: ${findings.length} findings`);
  for (const { check, reason } of accepted) {
    const times = findings.filter((finding) => finding.check === check).length;
    console.log(`  ${check} ×${times} accepted: ${reason}`);
  }
}

/** Prints which resources of a template moto created and ignored, by type. */
export function printVerdict(variant: string, { Resources }: Template, verdict: Verdict): void {
  const typeOf = (id: string) => Resources[id]?.Type ?? id;
  const { verified, pushed, passedOver, ignored, properties } = verdict;
  console.log(
    `moto, ${variant}: ${new Set([...verified, ...pushed]).size} resources are as in the template, ${properties} properties compared`,
  );
  printCounts('verified', verified.map(typeOf));
  printCounts('made by the API of their service, and verified', pushed.map(typeOf));
  printCounts('not made, not verified', passedOver.map(typeOf));
  printCounts(
    'ignored by moto, not verified',
    ignored.map((path) => path.replace(/^\w+/, typeOf)),
  );
}

function printCounts(what: string, items: readonly string[]): void {
  if (items.length === 0) return;
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const list = [...counts].sort().map(([item, times]) => (times === 1 ? item : `${item} ×${times}`));
  console.log(`  ${what}: ${list.join(', ')}`);
}
