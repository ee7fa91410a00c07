/** The classical way for a live endpoint: post what the property draws, ask for 200 and the response schema. */
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { request } from 'undici'
import { leadArbitrary, longest, renderBody } from './naive-property.mjs'

export async function naiveCalls(webhook, origin, { runs, seed }) {
  const validate = new Ajv({ strict: false }).compile(webhook.response.schema)
  const [type] = webhook.headers.map(({ value }) => value.text.value)
  const holds = async (values) => {
    const body = renderBody(webhook, values)
    const headers = { 'content-type': type }
    const answer = await request(`${origin}/leads`, { method: 'POST', headers, body })
    const text = await answer.body.text()
    return answer.statusCode === 200 && isRight(text, webhook, validate)
  }
  const property = fc.asyncProperty(leadArbitrary(webhook), async (values) => {
    try {
      return await holds(values)
    } catch {
      return false
    }
  })
  const result = await fc.check(property, { numRuns: runs, seed })
  return {
    isFound: result.failed,
    runs: result.failed ? result.numRuns : runs,
    size: result.failed ? longest(result.counterexample[0]) : undefined,
  }
}

/** An XML answer is not what ajv reads: that it came with 200 has to do. */
function isRight(text, webhook, validate) {
  return webhook.responseType === 'XML' || validate(JSON.parse(text))
}
