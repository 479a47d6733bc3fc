import type { Command } from 'commander';
import type { ConvertOptions } from '../convert/options.ts';
import { formatOption, withConversion } from '../dataset-options.ts';
import { newCommand } from '../frame/new-command.ts';
import { jsonOption, toNonEmpty, toWholeNumber } from '../options.ts';

const HELP = `
The archive is a ZIP in the Simple format, or the folder that it was extracted to. No account is needed.

  --specs    the answer of getAnnotationSpecs: gives the order of the categories, and tells polygons from polylines
  --inputs   the list of input data (lists.download, "annofabcli input_data download"): gives the sizes of the images
  --tasks    the list of tasks, for --split-by

The folder gets report.json beside the files of the format: what was written, what was left out or changed, and why. It appears
when it is complete.

Example:
  annofab-functions convert road.zip --format coco --out road --specs specs.json --inputs inputs.json --split train=8,val=1,test=1`;

export function convert(): Command {
  const command = newCommand('convert', 'Makes a dataset for training out of an annotation archive on this machine.')
    .argument('<archive>', 'an annotation archive', toNonEmpty)
    .addOption(formatOption().makeOptionMandatory())
    .requiredOption('--out <folder>', 'the folder of the dataset', toNonEmpty)
    .option('--specs <file>', 'the annotation specs of the project, as JSON', toNonEmpty)
    .option('--inputs <file>', 'the input data of the project, as JSON', toNonEmpty)
    .option('--tasks <file>', 'the tasks of the project, as JSON', toNonEmpty);
  return withConversion(command)
    .option('--replace', 'replace the dataset that is in the folder')
    .option('--jobs <number>', 'how many threads', toWholeNumber(1, 64), 1)
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(async (archive: string, options: ConvertOptions) =>
      (await import('../convert/run.ts')).runConvert(archive, options),
    );
}
