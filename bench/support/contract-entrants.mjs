/** Those whom contract-speed.mjs compares: what each does in a run, and what it works on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { ROOT, built, loadProgram } from './load-project.mjs'

const SEED = 1

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

/** `JSON.parse` and ajv on the very bodies that the engine reads, as ready texts. */
export async function bound(runs) {
  const { work: runEngine } = await engine(runs)
  const all = await textsParsedBy(runEngine)
  // Before leads come, the engine tries a few plain values until one fits the schema.
  const bodies = all.filter((body) => validate(JSON.parse(body)))
  if (all.length - bodies.length > MOST_UNFIT) throw new Error('bodies do not fit the schema')
  const work = () => {
    let valid = 0
    for (const body of bodies) if (validate(JSON.parse(body))) valid += 1
    return valid
  }
  return { work, facts: { bodies: bodies.length } }
}

/** What the engine hands to JSON.parse, seen from outside. */
async function textsParsedBy(runEngine) {
  const parse = JSON.parse
  const texts = []
  JSON.parse = (text, ...rest) => {
    if (isBody(text)) texts.push(text)
    return parse(text, ...rest)
  }
  try {
    await runEngine()
  } finally {
    JSON.parse = parse
  }
  return texts
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
