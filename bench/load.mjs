// The load: keep-alive connections that ask again as soon as they are answered, as a process of its own so that it takes nothing from
// the server's core. node bench/load.mjs <port> <path> <seconds> <connections> [anew]
// With `anew` every request carries another query, so that no ready-made page answers it. Prints {"answers", "seconds"}.
import { connect } from 'node:net'

const [port, path, seconds, connections, anew] = process.argv.slice(2)
let answers = 0
let isOver = false
let sent = 0

const began = performance.now()
setTimeout(
  () => {
    isOver = true
    console.log(JSON.stringify({ answers, seconds: (performance.now() - began) / 1000 }))
    process.exit()
  },
  Number(seconds) * 1000,
)
for (let one = 0; one < Number(connections); one++) open()

function open() {
  const socket = connect(Number(port), '127.0.0.1')
  const marks = anew === 'anew' ? process.hrtime.bigint().toString(36) : undefined
  let rest = Buffer.alloc(0)
  const ask = () => {
    const address = marks === undefined ? path : `${path}?${marks}=${sent++}`
    socket.write(`GET ${address} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: gzip\r\naccept-language: en\r\n\r\n`)
  }
  socket.setNoDelay(true)
  socket.once('connect', ask)
  socket.on('error', (error) => fail(error.message))
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const head = rest.indexOf('\r\n\r\n')
    if (head < 0) return
    const headers = rest.latin1Slice(0, head).toLowerCase()
    if (!headers.startsWith('http/1.1 200')) fail(headers.slice(0, 40))
    const length = Number(/content-length: (\d+)/.exec(headers)?.[1] ?? fail('no content-length'))
    if (rest.length < head + 4 + length) return
    rest = rest.subarray(head + 4 + length)
    answers++
    if (!isOver) ask()
  })
}

function fail(why) {
  console.error(`the server did not answer as it should: ${why}`)
  process.exit(1)
}
