import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { bodyBytes, isBodiless, sentHeaders, type Answer, type Reply } from '../emulate/answer.ts'

/** Does with a request what the answer says, over real HTTP. */
export async function sendAnswer(answer: Answer, response: ServerResponse): Promise<void> {
  switch (answer.kind) {
    case 'hang':
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 'respond':
      if (isInOnePiece(answer)) {
        if (answer.pace !== undefined) await wait(answer.pace.silence)
        sendAtOnce(answer, response)
      } else if (response.socket !== null) await sendInPieces(answer, response.socket)
  }
}

/** Whether all of it goes out at once, if only after a while: the connection is then kept. */
function isInOnePiece({ pace, cutAfter }: Reply): boolean {
  return cutAfter === undefined && (pace === undefined || (pace.head === 0 && pace.body === 0))
}

/** Nobody is kept from ending by an answer that is still to come. */
async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await pause(milliseconds, undefined, { ref: false })
}

/** Nothing is added: no Date and no Connection, so that the answer is the same in every host. */
function sendAtOnce(answer: Reply, response: ServerResponse): void {
  response.sendDate = false
  response.removeHeader('Connection')
  response.writeHead(answer.status, answer.reason, sentHeaders(answer).flat())
  response.end(isBodiless(answer) ? undefined : bodyBytes(answer))
}

/** Written past the server, which would send a head only as a whole; the connection ends with the answer. */
async function sendInPieces(answer: Reply, socket: Socket): Promise<void> {
  const { silence, head, body } = answer.pace ?? { silence: 0, head: 0, body: 0 }
  await wait(silence)
  await trickle(headBytes(answer), head, socket)
  const bytes = isBodiless(answer) ? new Uint8Array() : bodyBytes(answer)
  await trickle(bytes.subarray(0, answer.cutAfter), body, socket)
  if (answer.cutAfter === undefined) socket.end()
  else socket.destroy()
}

function headBytes(answer: Reply): Uint8Array {
  const lines = [
    `HTTP/1.1 ${answer.status} ${answer.reason}`,
    ...sentHeaders(answer).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** More pieces would only cost time. */
const MOST_PIECES = 8

/** Resolves when the last piece has left; stops for a caller that has gone. */
async function trickle(bytes: Uint8Array, milliseconds: number, socket: Socket): Promise<void> {
  const count = milliseconds === 0 ? 1 : Math.min(MOST_PIECES, bytes.length)
  const size = Math.ceil(bytes.length / count)
  for (let at = 0; at < bytes.length; at += size) {
    if (milliseconds > 0) await pause(milliseconds / count, undefined, { ref: false })
    if (socket.destroyed) return
    await new Promise<void>((resolve) => {
      socket.write(bytes.subarray(at, at + size), () => resolve())
    })
  }
}
