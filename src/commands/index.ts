import type { Command } from './command.ts'

/** A command as the list knows it: what it is for, and where it is. It is read only when it is called, so a small one starts at once. */
interface Listed {
  about: string
  load: () => Promise<Command>
}

/** The commands of `npx gongkai`, by name. */
export const commands: Record<string, Listed> = {
  serve: {
    about: 'start the site; the demo city is loaded when there is no city yet',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  migrate: { about: 'bring the database up to date', load: async () => (await import('./migrate.ts')).migrateCommand },
  demo: {
    about: 'load the demo city into an empty database; --proof: the figures of the source reports',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  import: {
    about: 'read a folder of documents, or the pages of an older site, into drafts',
    load: async () => (await import('./import.ts')).importCommand,
  },
  measure: {
    about: 'measure every duty now, as every night',
    load: async () => (await import('./measure.ts')).measureCommand,
  },
  user: { about: 'add a person with a post and a one-time password', load: async () => (await import('./user.ts')).userCommand },
  verify: {
    about: 'check the whole record and every row it vouches for',
    load: async () => (await import('./record-commands.ts')).verifyCommand,
  },
  export: {
    about: 'write the record to a folder, for checking elsewhere',
    load: async () => (await import('./record-commands.ts')).exportCommand,
  },
  backup: { about: 'write everything there is into one file', load: async () => (await import('./backup.ts')).backupCommand },
  restore: { about: 'load a backup into an empty database', load: async () => (await import('./restore.ts')).restoreCommand },
  keys: {
    about: 'show the keys that seal personal fields, or change them',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  report: {
    about: 'check the figures of an annual report against each other',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  clock: { about: 'count a statutory term, day by day', load: async () => (await import('./clock.ts')).clockCommand },
}
