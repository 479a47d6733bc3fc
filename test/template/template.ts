/** A CloudFormation template, as far as this suite looks at it. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  /** The resource is made only if this condition holds. */
  readonly Condition?: string;
}
