/** A finding of a checker. */
export interface Finding {
  /** `W3005`, `CKV_AWS_117` */
  readonly check: string;
  /** `AWS::Lambda::Function.ReceiveWebhookLambdaFunction`, `Conditions.Traced` */
  readonly resource: string;
  readonly message: string;
}

/** A finding that is accepted, with the reason. */
export interface AcceptedFinding {
  readonly check: string;
  /** The resource, or all resources of a type if they share the reason. */
  readonly resources: RegExp;
  readonly reason: string;
}

/**
 * @param isWhole whether all templates were checked: what is accepted has to be found then
 * @returns a line for each finding that is not accepted, and for each acceptance without a finding
 */
export function judge(
  findings: readonly Finding[],
  accepted: readonly AcceptedFinding[],
  { isWhole }: { readonly isWhole: boolean },
): string[] {
  const accepts = ({ check, resources }: AcceptedFinding, finding: Finding) =>
    check === finding.check && resources.test(finding.resource);
  const unexplained = findings
    .filter((finding) => !accepted.some((each) => accepts(each, finding)))
    .map(({ check, resource, message }) => `${check} ${resource}: ${message}`);
  if (!isWhole) return unexplained;
  const stale = accepted
    .filter((each) => !findings.some((finding) => accepts(each, finding)))
    .map(({ check, resources }) => `${check} is accepted for ${resources.source}, and nothing is found there`);
  return [...unexplained, ...stale];
}
