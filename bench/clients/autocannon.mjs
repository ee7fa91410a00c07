/** autocannon with the same bodies: what the endpoint can take from one process. */
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

const [origin, file, width] = process.argv.slice(2)
const bodies = JSON.parse(readFileSync(file, 'utf8'))
await autocannon({
  url: `${origin}/v1/leads`,
  connections: Number(width),
  amount: bodies.length,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  requests: bodies.map((body) => ({ body })),
})
