/**
 * One of those whom contract-speed.mjs compares, in a process of its own: `node contract-entrant.mjs NAME
 * LEADS`. It says once that it is ready, with what it works on, and then how long each asked run took.
 */
import { threadMilliseconds } from './thread-time.mjs'
import { bound, engine, fastCheck } from './contract-entrants.mjs'

const [name, leads] = process.argv.slice(2)
const entrant = await { engine, bound, fastCheck }[name](Number(leads))
await entrant.work()
process.send({ facts: entrant.facts })

process.on('message', async () => {
  globalThis.gc()
  const start = threadMilliseconds()
  await entrant.work()
  process.send({ milliseconds: threadMilliseconds() - start })
})
