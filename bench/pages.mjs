// Home, list and document page from a warm server, against bare node:http that sends the same bytes with the same headers.
import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { judge, median, processorSeconds, table, title } from './measure.mjs'
import { root, startDemo } from './program.mjs'

const rounds = Number(process.env['ROUNDS'] ?? 15)
const warmUp = 3
const seconds = 1
const connections = 16
const target = 0.5

title('Public pages against bare node:http')
const program = await startDemo()
const pages = await Promise.all(Object.entries(await addresses()).map(async ([name, path]) => ({ name, path, ...(await answerOf(path)) })))
const bare = await startBare()

const here = new URL(program.url).port
const measured = []
for (const [index, page] of pages.entries()) measured.push(await measure(page, `/${index}`))
report()
bare.stop()
await program.stop()

function report() {
  const head = ['page', 'bytes', 'packed', 'ours /s', 'bare /s', 'ratio', 'ours µs', 'bare µs', 'ratio', 'drawn anew /s', 'µs']
  const ratios = []
  const rows = pages.map(({ name, plain, packed }, index) => {
    const middle = (kind, what) => median(measured[index][kind].map((one) => one[what]))
    const [rate, bareRate, anew] = ['ours', 'bare', 'anew'].map((kind) => middle(kind, 'rate'))
    const [cost, bareCost, anewCost] = ['ours', 'bare', 'anew'].map((kind) => middle(kind, 'microseconds'))
    ratios.push({ name, ratio: rate / bareRate })
    const whole = (value) => Math.round(value)
    const share = (value) => value.toFixed(2)
    const ready = [whole(rate), whole(bareRate), share(rate / bareRate), whole(cost), whole(bareCost), share(bareCost / cost)]
    return [name, plain, packed, ...ready, whole(anew), whole(anewCost)]
  })
  table(head, rows)
  console.log(
    `${rounds} rounds of ${seconds} s each, in turns, ${connections} connections, medians. µs: processor time of the server for one answer.`,
  )
  console.log('Ratio 1 is as fast as bare node:http. "Drawn anew": no ready-made page fits, as after every change of the record.\n')
  for (const { name, ratio } of ratios) judge(`${name}, share of the bare throughput`, ratio, target, '', ratio >= target)
}

/** Ours and bare take turns, and who begins changes; the page drawn anew comes last, because it fills the shelf with other pages. */
async function measure({ path }, barePath) {
  const times = { ours: [], bare: [], anew: [] }
  const turns = [
    async () => times.ours.push(await load(here, path, program.pid)),
    async () => times.bare.push(await load(bare.port, barePath, bare.pid)),
  ]
  for (let round = 0; round < warmUp + rounds; round++) {
    if (round === warmUp) for (const list of [times.ours, times.bare]) list.length = 0
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
  }
  for (let round = 0; round < 5; round++) times.anew.push(await load(here, path, program.pid, 'anew'))
  return times
}

async function addresses() {
  const list = await (await fetch(`${program.url}/en/latest`)).text()
  const document = /href="(\/en\/documents\/[^"]+)"/.exec(list)?.[1]
  if (document === undefined) throw new Error('The list shows no document: is this the demo city?')
  return { home: '/en/', list: '/en/latest', document }
}

async function answerOf(path) {
  const plain = (await (await fetch(program.url + path, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer()).byteLength
  const { request } = await import('node:http')
  const asked = request(program.url + path, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' } }).end()
  const [response] = await once(asked, 'response')
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const itsOwn = ['date', 'connection', 'keep-alive'] // written by node:http itself
  const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !itsOwn.includes(name)))
  return { plain, packed: body.length, headers, body: body.toString('base64') }
}

async function startBare() {
  const child = spawn(process.execPath, [join(root, 'bench', 'bare.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  child.stdin.end(JSON.stringify(pages.map(({ headers, body }) => ({ headers, body }))))
  const [line] = await once(child.stdout, 'data')
  return { port: String(line).trim(), pid: child.pid, stop: () => child.kill() }
}

async function load(port, path, pid, ...more) {
  const before = processorSeconds(pid)
  const args = [join(root, 'bench', 'load.mjs'), port, path, String(seconds), String(connections), ...more]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { answers, seconds: took } = JSON.parse(stdout)
  return { rate: answers / took, microseconds: ((processorSeconds(pid) - before) / answers) * 1e6 }
}
