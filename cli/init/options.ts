export interface InitOptions {
  readonly stage?: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly userId?: string;
  readonly credentialStdin?: true;
  readonly project?: readonly string[];
  readonly yes?: true;
  readonly dryRun?: true;
  readonly json?: true;
}
