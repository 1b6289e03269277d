import { openDatabase } from '../platform/database/index.ts'
import type { Command } from './command.ts'

/** `gongkai serve`: runs until SIGTERM or SIGINT, then stops taking requests, finishes those under way and stops the database. */
export const serveCommand: Command = {
  async run(_args, config) {
    const stopping = new AbortController()
    // Not `once`: Ctrl-C under npm comes twice, and the second must not kill a program that is stopping its database in order.
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.on(signal, () => {
          stopping.abort()
          resolve()
        })
      }
    })
    const settings = config()
    const say = (line: string): void => void process.stdout.write(`${line}\n`)
    // The database starts while the rest of the program is being read.
    const opening = openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir, log: say })
    opening.catch(() => undefined) // told by `serve`, which waits for it
    const { serve } = await import('../main.ts')
    const running = await serve(settings, await opening, say, stopping.signal)
    await ended
    await running.stop()
    return { exit: 0, out: 'Stopped.' }
  },
}
