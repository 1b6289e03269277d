import { commands } from './commands/index.ts'

/** Faults that are told in one line, and the exit code of each. */
const told: Record<string, number> = { WrongSetting: 2, StartFault: 1 }

/** Runs one command of `npx gongkai`. Gives the exit code: 0 done, 1 refused (every reason printed), 2 wrong usage. */
export async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (listed === undefined) return help(name)
  try {
    const command = await listed.load()
    const { readConfig } = await import('./config.ts')
    const { exit, out } = await command.run(rest, () => readConfig(process.env))
    if (out !== '') (exit === 2 ? process.stderr : process.stdout).write(`${out}\n`)
    return exit
  } catch (fault) {
    const exit = fault instanceof Error ? told[fault.name] : undefined
    if (exit === undefined || !(fault instanceof Error)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return exit
  }
}

function help(name: string): number {
  const list = Object.entries(commands).map(([one, { about }]) => `  gongkai ${one.padEnd(10)} ${about}`)
  if (name === 'help' || name === '--help') {
    process.stdout.write(`${list.join('\n')}\n`)
    return 0
  }
  process.stderr.write(`There is no command "${name}". These are there:\n${list.join('\n')}\n`)
  return 2
}
