import { serve } from '../main.ts'
import type { Command } from './command.ts'

/** `gongkai serve`: runs until SIGTERM or SIGINT, then stops taking requests, finishes those under way and stops the database. */
export const serveCommand: Command = {
  about: 'start the site; the demo city is loaded when there is no city yet',
  async run(_args, config) {
    const ended = new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve())
      process.once('SIGINT', () => resolve())
    })
    const running = await serve(config(), (line) => process.stdout.write(`${line}\n`))
    await ended
    await running.stop()
    return { exit: 0, out: 'Stopped.' }
  },
}
