/** newman with the same bodies: an iteration for each, with the checks and the mapping as its test script. */
import { readFileSync } from 'node:fs'
import newman from 'newman'

const [origin, file] = process.argv.slice(2)
const bodies = JSON.parse(readFileSync(file, 'utf8'))

const TESTS = `
pm.test('accepts', () => pm.response.to.have.status(200))
const answer = pm.response.json()
pm.test('success', () => pm.expect(answer.status).to.equal('success'))
pm.test('mapping', () => pm.expect(answer.externalId).to.be.a('string'))
`

const collection = {
  info: {
    name: 'delivery',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [
    {
      name: 'lead',
      event: [{ listen: 'test', script: { exec: TESTS.split('\n') } }],
      request: {
        method: 'POST',
        url: `${origin}/v1/leads`,
        header: [{ key: 'Content-Type', value: 'application/json' }],
        body: { mode: 'raw', raw: '{{body}}' },
      },
    },
  ],
}

await new Promise((resolve, reject) => {
  newman.run(
    { collection, iterationData: bodies.map((body) => ({ body })), reporters: [] },
    (error) => (error === null ? resolve() : reject(error)),
  )
})
