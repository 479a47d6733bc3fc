import { installTools } from '../../tools/install-tools.ts';

/** Runs once, before the tests that package the service: `npm ci` does not install osls. Without a network only they fail. */
export function setup(): void {
  try {
    installTools('deploy');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
