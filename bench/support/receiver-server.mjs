/** A planted receiver behind a real socket on loopback. */
import { createServer } from 'node:http'

/** Serves what `answer` says of each lead; the origin, and how to stop. */
export async function serveReceiver(answer) {
  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () =>
      send(answerTo(request, Buffer.concat(chunks).toString(), answer), response),
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function answerTo(request, body, answer) {
  const isForm = request.headers['content-type']?.includes('urlencoded') === true
  return answer(isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body))
}

function send({ status, type, body }, response) {
  if (status === 0) {
    response.socket?.destroy()
    return
  }
  response.writeHead(status, type === undefined ? {} : { 'Content-Type': type })
  response.end(body)
}
