/**
 * The endpoint of the delivery benchmark, a process of its own: it answers each call after a while, and
 * is the one who counts. The parent says `begin` and asks for `end`.
 */
import { createServer } from 'node:http'

const ANSWER = Buffer.from('{"status":"success","externalId":"c-1"}')
const HEADERS = { 'Content-Type': 'application/json', 'Content-Length': String(ANSWER.length) }

let run = newRun({ delay: 0, keep: false })

function newRun({ delay, keep }) {
  return { delay, keep, first: undefined, ends: [], bytes: 0, bodies: [] }
}

const server = createServer((request, response) => {
  const { delay } = run
  run.first ??= performance.now()
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    if (delay === 0) answer(response, chunks)
    else setTimeout(answer, delay, response, chunks)
  })
})

function answer(response, chunks) {
  response.writeHead(200, HEADERS)
  response.end(ANSWER)
  run.ends.push(performance.now())
  for (const chunk of chunks) run.bytes += chunk.length
  if (run.keep) run.bodies.push(Buffer.concat(chunks).toString())
}

process.on('message', (message) => {
  if (message.begin !== undefined) {
    run = newRun(message.begin)
    process.send({ ready: true })
  } else {
    const { first, ends, bytes, bodies } = run
    process.send({ first, ends, bytes, bodies })
  }
})

server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
