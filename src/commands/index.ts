import { loaders } from '../app.ts'
import { loadPack } from '../platform/pack.ts'
import { runClock } from './clock.ts'
import { backupCommand } from './backup.ts'
import type { Command } from './command.ts'
import { demoCommand } from './demo.ts'
import { runExport } from './export.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { restoreCommand } from './restore.ts'
import { serveCommand } from './serve.ts'
import { userCommand } from './user.ts'
import { runVerify } from './verify.ts'
import { withSite } from './with-site.ts'

/** The commands of `npx gongkai`, by name. */
export const commands: Record<string, Command> = {
  serve: serveCommand,
  migrate: migrateCommand,
  demo: demoCommand,
  import: importCommand,
  user: userCommand,
  verify: {
    about: 'check the whole record and every row it vouches for',
    run: (args, config) => withSite(config(), (site) => runVerify(args, site.database, loaders)),
  },
  export: {
    about: 'write the record to a folder, for checking elsewhere',
    run: (args, config) => withSite(config(), (site) => runExport(args, site.database, loaders)),
  },
  backup: backupCommand,
  restore: restoreCommand,
  clock: {
    about: 'count a statutory term, day by day',
    run: async (args) => runClock(args, loadPack()),
  },
}
