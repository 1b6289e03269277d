import { serve } from '../main.ts'
import type { Command } from './command.ts'

/** `gongkai serve`: runs until SIGTERM or SIGINT, then stops taking requests, finishes those under way and stops the database. */
export const serveCommand: Command = {
  about: 'start the site; the demo city is loaded when there is no city yet',
  async run(_args, config) {
    // Not `once`: Ctrl-C under npm comes twice, and the second must not kill a program that is stopping its database in order.
    const ended = new Promise<void>((resolve) => {
      process.on('SIGTERM', () => resolve())
      process.on('SIGINT', () => resolve())
    })
    const running = await serve(config(), (line) => process.stdout.write(`${line}\n`))
    await ended
    await running.stop()
    return { exit: 0, out: 'Stopped.' }
  },
}
