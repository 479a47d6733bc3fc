/** Options of all commands that start the local stack. */
export interface StackCommandOptions {
  readonly httpPort: number;
  readonly annofabPort: number;
  readonly awsPort: number;
  readonly import?: string;
  readonly json?: true;
}

export interface DemoOptions extends StackCommandOptions {
  readonly keep?: string;
}

export interface StartOptions extends StackCommandOptions {
  readonly stage?: string;
  readonly state?: string;
}

export interface ChaosOptions {
  readonly deliveries: number;
  readonly seed: number;
  readonly json?: true;
}

/** The options on the command line. */
export interface EmulatorArguments {
  port: number;
  filesPort: number;
  host: string;
  seed?: string;
  load?: string;
  import?: string;
  saveOnExit?: string;
  settings?: string;
  set: string[];
  faults?: string;
  fault: string[];
  controlHost: string[];
  legacy: boolean;
  json?: true;
}
