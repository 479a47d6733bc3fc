/**
 * Prints the settings of a stage as serverless.yml reads them; or, with a service on standard input, that service as the
 * settings change it. osls calls it from the folder of serverless.yml.
 */
import { text } from 'node:stream/consumers';
import { applySettings, type ServiceParts } from '../../lib/settings/apply-settings.ts';
import { serverlessValues } from '../../lib/settings/serverless-values.ts';
import { readSettingsFile } from '../../lib/settings/settings-file.ts';

const [stage = 'dev', apply] = process.argv.slice(2);
const { settings } = await readSettingsFile(process.cwd(), stage);
if (apply === undefined) console.log(JSON.stringify(serverlessValues(settings)));
else {
  const parts: ServiceParts = JSON.parse(await text(process.stdin));
  console.log(JSON.stringify(applySettings(parts, settings)));
}
