// The baseline: node:http that sends the bytes and headers it was handed (as JSON on standard input), and does nothing else.
// One path per page: /0, /1 … Prints its port.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const pages = JSON.parse(await text(process.stdin)).map(({ headers, body }) => ({ headers, body: Buffer.from(body, 'base64') }))
const server = createServer((request, response) => {
  const page = pages[Number(request.url.slice(1))]
  if (page === undefined) return response.writeHead(404).end()
  response.writeHead(200, page.headers).end(page.body)
})
server.keepAliveTimeout = 72_000
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
process.once('SIGTERM', () => process.exit())
