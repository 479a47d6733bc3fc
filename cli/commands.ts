import type { CommandEntry } from './frame/command-entry.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'run the whole application once on this machine, and verify the results',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  {
    name: 'start',
    summary: 'run Annofab, AWS and the functions on this machine until Ctrl-C',
    load: async () => (await import('./commands/start.ts')).start,
  },
  {
    name: 'emulator',
    summary: 'run the Annofab emulator alone until Ctrl-C',
    load: async () => (await import('./commands/emulator.ts')).emulator,
  },
  {
    name: 'init',
    summary: 'prepare the first deployment of a stage: its settings and its two secrets',
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'doctor',
    summary: 'check a deployment from end to end, with a cure for each failure',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'pilot',
    summary: 'try on a throwaway project what is assumed about Annofab',
    load: async () => (await import('./commands/pilot.ts')).pilot,
  },
  {
    name: 'projects',
    summary: 'connect a project to a deployment in one step, list and disconnect them',
    load: async () => (await import('./commands/projects.ts')).projects,
  },
  {
    name: 'webhooks',
    summary: 'register the webhooks in a project, list, test and remove them',
    load: async () => (await import('./commands/webhooks.ts')).webhooks,
  },
  {
    name: 'deliveries',
    summary: 'list the deliveries that failed, send them again or dismiss them',
    load: async () => (await import('./commands/deliveries.ts')).deliveries,
  },
  {
    name: 'backfill',
    summary: 'export the tasks that were completed before',
    load: async () => (await import('./commands/backfill.ts')).backfill,
  },
  {
    name: 'pull',
    summary: 'copy the newest annotations of a project from the bucket into a folder',
    load: async () => (await import('./commands/pull.ts')).pull,
  },
  {
    name: 'archives',
    summary: 'update the annotation archive of a project, wait for it, download it',
    load: async () => (await import('./commands/archives.ts')).archives,
  },
  {
    name: 'convert',
    summary: 'make a dataset for training out of an annotation archive, without an account',
    load: async () => (await import('./commands/convert.ts')).convert,
  },
  {
    name: 'datasets',
    summary: 'list, compare, name, convert and copy versions of datasets in the bucket',
    load: async () => (await import('./commands/datasets.ts')).datasets,
  },
  {
    name: 'export',
    summary: 'export one task into a folder of this machine, without AWS',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'trigger',
    summary: 'send an event to the receiver, as a webhook of Annofab does',
    load: async () => (await import('./commands/trigger.ts')).trigger,
  },
  {
    name: 'reconcile',
    summary: 'run the reconciliation now, and print what it found',
    load: async () => (await import('./commands/reconcile.ts')).reconcile,
  },
  {
    name: 'chaos',
    summary: 'inject every kind of failure at once, and count the lost events',
    load: async () => (await import('./commands/chaos.ts')).chaos,
  },
  {
    name: 'completion',
    summary: 'print a script that completes commands and options in bash, zsh or fish',
    load: async () => {
      const { completion } = await import('./commands/completion.ts');
      return () => completion(COMMANDS);
    },
  },
];
