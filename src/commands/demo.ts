import { loadDemo } from '../demo/load-demo.ts'
import { findCity } from '../platform/city/queries.ts'
import type { Command } from './command.ts'
import { withSite } from './with-site.ts'

/** `gongkai demo`: loads the demo city into an empty database. Refused in production and where a city is already there. */
export const demoCommand: Command = {
  about: 'load the demo city into an empty database',
  async run(_args, config) {
    const settings = config()
    if (settings.isProduction && !settings.allowsDemo) {
      return {
        exit: 1,
        out: 'The demo city has passwords that everybody knows: it is not loaded in production. Set ALLOW_DEMO=yes if that is meant.',
      }
    }
    return withSite(settings, async (site) => {
      if ((await findCity(site.database.read)) !== undefined)
        return { exit: 1, out: 'There is a city in this database already. Use an empty one.' }
      await loadDemo(site, (line) => process.stderr.write(`${line}\n`))
      return { exit: 0, out: 'The demo city is loaded.' }
    })
  },
}
