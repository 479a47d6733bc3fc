import { SFNClient } from '@aws-sdk/client-sfn';
import { sharedClient } from './sdk-options.ts';

/** The process's one client of AWS Step Functions. */
export const stepFunctionsClient = sharedClient((options) => new SFNClient(options));
