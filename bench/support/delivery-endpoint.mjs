/** Starts the endpoint of the delivery benchmark, and asks it what it has counted. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export async function startEndpoint() {
  const child = fork(fileURLToPath(new URL('delivery-server.mjs', import.meta.url)))
  const [{ port }] = await once(child, 'message')
  const ask = async (message) => {
    child.send(message)
    const [answer] = await once(child, 'message')
    return answer
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    begin: (options) => ask({ begin: { delay: 0, keep: false, ...options } }),
    end: () => ask({ end: true }),
    stop: () => child.disconnect(),
  }
}

/** How many of the first `count` calls were answered in a second, from the first byte to the last answer. */
export function rateOf({ first, ends }, count) {
  if (ends.length < count) throw new Error(`${ends.length} calls of ${count} arrived`)
  return (1000 * count) / (ends[count - 1] - first)
}
