import { commands } from './commands/index.ts'
import { readConfig, WrongSetting } from './config.ts'
import { StartFault } from './platform/database/index.ts'

/** Runs one command of `npx gongkai`. Gives the exit code: 0 done, 1 refused (every reason printed), 2 wrong usage. */
export async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return help(name)
  try {
    const { exit, out } = await command.run(rest, () => readConfig(process.env))
    if (out !== '') (exit === 2 ? process.stderr : process.stdout).write(`${out}\n`)
    return exit
  } catch (fault) {
    if (!(fault instanceof WrongSetting) && !(fault instanceof StartFault)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return fault instanceof WrongSetting ? 2 : 1
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
