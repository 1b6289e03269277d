import type { Config } from '../config.ts'

/** What a command leaves behind: 0 done, 1 refused, 2 wrongly called; `out` is what it says. */
export interface CommandEnd {
  exit: 0 | 1 | 2
  out: string
}

/** One command of `npx gongkai`. */
export interface Command {
  /** `config` reads the settings only when the command needs them. */
  run(args: string[], config: () => Config): Promise<CommandEnd>
}

/** A command called in a way it does not know: one line that says what to write. */
export function wrongUsage(out: string): CommandEnd {
  return { exit: 2, out }
}
