import { loadDemo } from '../demo/load-demo.ts'
import { layProof } from '../demo/proof/lay-proof.ts'
import { hasDemoPeople } from '../features/accounts/index.ts'
import { findCity } from '../platform/city/queries.ts'
import { startOver } from '../platform/database/index.ts'
import { wrongUsage, type Command } from './command.ts'
import { withSite } from './with-site.ts'

/**
 * `gongkai demo`: loads the demo city into an empty database; with `--proof` instead the year from which the countable figures of the
 * source reports come out. Refused in production and where a city is already there.
 */
export const demoCommand: Command = {
  async run(args, config) {
    const isProof = args.includes('--proof')
    const strange = args.filter((one) => one !== '--proof')
    if (strange.length > 0) return wrongUsage(`demo: what is ${strange.join(' ')}? Say nothing for the demo city, or --proof.`)
    const settings = config()
    if (settings.isProduction && !settings.allowsDemo) {
      return {
        exit: 1,
        out: 'The demo city has passwords that everybody knows: it is not loaded in production. Set ALLOW_DEMO=yes if that is meant.',
      }
    }
    return withSite(settings, async (site) => {
      const say = (line: string): void => void process.stderr.write(`${line}\n`)
      if ((await findCity(site.database.read)) !== undefined) {
        return { exit: 1, out: 'There is a city in this database already. Use an empty one.' }
      }
      // What a load that was cut off left behind is nobody's work, and is cleared away first.
      if (await hasDemoPeople(site.database.read)) {
        say('The demo city was only half loaded: starting over.')
        await startOver(site.database)
      }
      if (isProof) {
        const year = await layProof(site)
        return { exit: 0, out: `The proof is laid: the figures of the source reports come out of ${year}.` }
      }
      await loadDemo(site, say)
      return { exit: 0, out: 'The demo city is loaded.' }
    })
  },
}
