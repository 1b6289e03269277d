import { Socket } from 'node:net'
import { pathToFileURL } from 'node:url'

/**
 * The other end of `run-child.ts`: `node child.js <module> <function>`. Standard input is one line of JSON and then bytes; the answer of the
 * function (JSON, or bytes) is standard output. It has no environment, and opens no connection whatever a file asks for.
 */
async function main([module = '', name = '']: string[]): Promise<void> {
  Socket.prototype.connect = () => {
    throw new Error('no connections from here')
  }
  Reflect.deleteProperty(globalThis, 'fetch')
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  const input = Buffer.concat(pieces)
  const end = input.indexOf('\n')
  const work = ((await import(pathToFileURL(module).href)) as Record<string, Work>)[name]
  if (work === undefined) throw new Error(`${module} has no ${name}`)
  const answer = await work(JSON.parse(input.toString('utf8', 0, end)) as never, input.subarray(end + 1))
  process.stdout.write(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer))
}

type Work = (question: never, bytes: Buffer) => Promise<unknown>

await main(process.argv.slice(2))
