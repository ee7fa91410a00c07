/** Bare undici: twenty connections, the bodies as they are, the answers read and thrown away. */
import { readFileSync } from 'node:fs'
import { Pool } from 'undici'

const [origin, file, width] = process.argv.slice(2)
const bodies = JSON.parse(readFileSync(file, 'utf8'))
const pool = new Pool(origin, { connections: Number(width) })
let next = 0

async function worker() {
  while (next < bodies.length) {
    const body = bodies[next]
    next += 1
    const answer = await pool.request({
      path: '/v1/leads',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    await answer.body.dump()
  }
}

await Promise.all(Array.from({ length: Number(width) }, worker))
await pool.close()
