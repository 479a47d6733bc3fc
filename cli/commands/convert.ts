import type { Command } from 'commander';
import type { ConvertOptions } from '../convert/options.ts';
import { formatOption, withConversion, withImages } from '../dataset-options.ts';
import { newCommand } from '../frame/new-command.ts';
import { CREDENTIAL_HELP, jsonOption, localOption, toId, toNonEmpty, toWholeNumber } from '../options.ts';

const HELP = `
The archive is a ZIP in the Simple format, or the folder that it was extracted to. No account is needed, except for --project and
--download.

  --specs    the answer of getAnnotationSpecs: gives the order of the categories, and tells polygons from polylines
  --inputs   the list of input data (lists.download, "annofabcli input_data download"): gives the sizes of the images
  --tasks    the list of tasks, for --split-by
  --images   an image is found by the name of its input data, as a path in the folder, or by the id of its input data; it also
             gives its size, where --inputs does not
  --download also reads files at s3:// in your own storage, with the AWS credentials of the environment

The folder gets report.json beside the files of the format: what was written, what was left out or changed, and why. Until the
dataset is complete, the folder has what it had before. A run that was killed can be repeated.

Examples:
  annofab-functions convert road.zip --format coco --out road --specs specs.json --inputs inputs.json --split train=8,val=1,test=1
  annofab-functions convert road.zip --format yolo --out road-images --images photos --download
${CREDENTIAL_HELP}`;

export function convert(): Command {
  const command = newCommand('convert', 'Makes a dataset for training out of an annotation archive.')
    .argument('[archive]', 'an annotation archive on this machine; or give --project', toNonEmpty)
    .addOption(formatOption().makeOptionMandatory())
    .requiredOption('--out <folder>', 'the folder of the dataset', toNonEmpty)
    .option('--specs <file>', 'the annotation specs of the project, as JSON', toNonEmpty)
    .option('--inputs <file>', 'the input data of the project, as JSON', toNonEmpty)
    .option('--tasks <file>', 'the tasks of the project, as JSON', toNonEmpty)
    .option('--project <id>', 'download archive, specs and lists of this project instead', toId)
    .addOption(localOption());
  return withConversion(withImages(command))
    .option('--replace', 'replace the dataset that is in the folder')
    .option('--jobs <number>', 'how many threads', toWholeNumber(1, 64), 1)
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (archive: string | undefined, options: ConvertOptions) =>
      (await import('../convert/run.ts')).runConvert(archive, options),
    );
}
