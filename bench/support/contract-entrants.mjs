/** Those whom contract-speed.mjs compares: what each does in a run, and what it works on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { ROOT, built, loadProgram } from './load-project.mjs'

const SEED = 1

/** Ready texts of the bound. */
const MOST_KEPT = 60_000

/** Bodies of no lead: what the engine reads before leads come. */
const MOST_UNFIT = 100

const schema = JSON.parse(
  readFileSync(join(ROOT, 'schemas', 'crm-lead.request.schema.json'), 'utf8'),
)
const validate = new Ajv({ strict: false }).compile(schema)

/** The real `testWebhook` without a network. */
export async function engine(runs) {
  const { testWebhook } = await built('index.js')
  const { compiled, leads } = await loadProgram('lead-sync', 'prod-emea')
  const [webhook] = compiled.webhooks
  const now = () => performance.now()
  const input = { compiled, webhook, runs, leads, now, seed: SEED, path: undefined }
  const work = () => testWebhook({ ...input, network: undefined, onProgress: () => undefined })
  const { failures, leads: judged } = await work()
  if (failures.length > 0) throw new Error('the sound webhook fails')
  return { work, facts: { leads: judged } }
}

/**
 * `JSON.parse` and ajv on bodies that the engine reads, as ready texts: evenly taken ones of a long run,
 * and so often as the engine reads bodies, because all of them side by side would not fit into memory.
 */
export async function bound(runs) {
  const { work: runEngine } = await engine(runs)
  const { texts: all, count } = await textsParsedBy(runEngine, Math.ceil(runs / MOST_KEPT))
  // Before leads come, the engine tries a few plain values until one fits the schema.
  const bodies = all.filter((body) => validate(JSON.parse(body)))
  if (all.length - bodies.length > MOST_UNFIT) throw new Error('bodies do not fit the schema')
  const work = () => {
    let valid = 0
    for (let nth = 0; nth < count; nth++) {
      if (validate(JSON.parse(bodies[nth % bodies.length]))) valid += 1
    }
    return valid
  }
  return { work, facts: { bodies: count } }
}

/** How many bodies the engine hands to JSON.parse, seen from outside, and every `stride`th of them. */
async function textsParsedBy(runEngine, stride) {
  const parse = JSON.parse
  const texts = []
  let count = 0
  JSON.parse = (text, ...rest) => {
    if (isBody(text)) {
      if (count % stride === 0) texts.push(text)
      count += 1
    }
    return parse(text, ...rest)
  }
  try {
    await runEngine()
  } finally {
    JSON.parse = parse
  }
  return { texts, count }
}

/** Before leads come, the engine reads the template once with marks in place of its tokens. */
function isBody(text) {
  return typeof text === 'string' && text.includes('"marketoId"') && !text.includes('\ue000')
}

/** What a tester writes who has the schema and fast-check. */
const payload = fc.record({
  marketoId: fc.integer({ min: 1 }),
  email: fc.string({ maxLength: 255 }),
  firstName: fc.string({ maxLength: 255 }),
  lastName: fc.string({ maxLength: 255 }),
  company: fc.string({ maxLength: 255 }),
  score: fc.integer(),
  region: fc.constantFrom('EMEA', 'APAC'),
  syncedAt: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19).replace('T', ' ')),
})

export function fastCheck(runs) {
  const property = fc.property(payload, (value) => validate(JSON.parse(JSON.stringify(value))))
  const work = () => {
    const result = fc.check(property, { numRuns: runs, seed: SEED })
    if (result.failed) throw new Error('the property of the sound schema fails')
  }
  return { work, facts: { cases: runs } }
}
