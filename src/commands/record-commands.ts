import { loaders } from '../app.ts'
import type { Command } from './command.ts'
import { runExport } from './export.ts'
import { runVerify } from './verify.ts'
import { withSite } from './with-site.ts'

/** `gongkai verify`, on the database that the settings name. */
export const verifyCommand: Command = {
  run: (args, config) => withSite(config(), (site) => runVerify(args, site.database, loaders)),
}

/** `gongkai export <folder>`, likewise. */
export const exportCommand: Command = {
  run: (args, config) => withSite(config(), (site) => runExport(args, site.database, loaders)),
}
