import { installTools } from '../../tools/install-tools.ts';

/** Before the first test that packages the service: `npm ci` does not install osls. */
export const setup = () => installTools('deploy');
