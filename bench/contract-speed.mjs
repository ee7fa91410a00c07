/**
 * How fast leads are judged without a network: the contract engine, the bound below which nothing can
 * get that reads the same bodies, and a property written by hand for the same schema. README.md beside
 * this file says what is counted.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { ROOT, built, loadProgram } from './support/load-project.mjs'
import { machine } from './support/machine.mjs'
import { grouped, median, perSecond, rotated, spread } from './support/statistics.mjs'
import { clockName, threadMilliseconds } from './support/thread-time.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    leads: { type: 'string', default: '60000' },
  },
})
const ROUNDS = Number(options.rounds)
const LEADS = Number(options.leads)
/** Bodies of no lead: what the engine reads before leads come. */
const MOST_UNFIT = 100
const GOALS = { ofBound: 0.5, timesFastCheck: 3 }

const { testWebhook } = await built('index.js')
const { compiled, leads } = await loadProgram('lead-sync', 'prod-emea')
const [webhook] = compiled.webhooks
const schema = JSON.parse(
  readFileSync(join(ROOT, 'schemas', 'crm-lead.request.schema.json'), 'utf8'),
)
const validate = new Ajv({ strict: false }).compile(schema)

async function engine(seed) {
  return testWebhook({
    compiled,
    webhook,
    runs: LEADS,
    seed,
    path: undefined,
    leads,
    network: undefined,
    now: () => performance.now(),
    onProgress: () => undefined,
  })
}

/** Every body that the engine reads for a seed: what it hands to JSON.parse, seen from outside. */
async function bodiesOf(seed) {
  const parse = JSON.parse
  const bodies = []
  JSON.parse = (text, ...rest) => {
    if (isBody(text)) bodies.push(text)
    return parse(text, ...rest)
  }
  try {
    await engine(seed)
  } finally {
    JSON.parse = parse
  }
  return bodies
}

/** Before leads come, the engine reads the template once with marks in place of its tokens. */
function isBody(text) {
  return typeof text === 'string' && text.includes('"marketoId"') && !text.includes('\ue000')
}

function bound(bodies) {
  let valid = 0
  for (const body of bodies) if (validate(JSON.parse(body))) valid += 1
  return valid
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

function fastCheck(seed) {
  const property = fc.property(payload, (value) => validate(JSON.parse(JSON.stringify(value))))
  const result = fc.check(property, { numRuns: LEADS, seed })
  if (result.failed) throw new Error('the property of the sound schema fails')
}

async function timed(work) {
  globalThis.gc?.()
  const start = threadMilliseconds()
  await work()
  return threadMilliseconds() - start
}

const all = await bodiesOf(1)
const judged = await engine(1)
if (judged.failures.length > 0) throw new Error('the sound webhook fails')
// Before leads come, the engine tries a few plain values until one fits the schema.
const bodies = all.filter((body) => validate(JSON.parse(body)))
if (all.length - bodies.length > MOST_UNFIT) throw new Error('bodies do not fit the schema')
fastCheck(1)

const entrants = [
  ['engine', () => engine(1)],
  ['bound', () => bound(bodies)],
  ['fastCheck', () => fastCheck(1)],
]
const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const times = {}
  for (const [name, work] of rotated(entrants, round)) times[name] = await timed(work)
  rounds.push({
    ...times,
    bodiesPerSecond: perSecond(bodies.length, times.engine),
    ofBound: times.bound / times.engine,
    timesFastCheck: times.fastCheck / LEADS / (times.engine / judged.leads),
  })
}

console.log(`contract speed: ${machine()}`)
console.log(`rates by ${clockName}`)
console.log(
  `${grouped(judged.leads)} leads of lead-sync, ${grouped(bodies.length)} bodies (a lead is rendered and read once in each combination of assumptions that it is judged in)\n`,
)
console.log(
  table([
    [
      'round',
      'engine leads/s',
      'engine bodies/s',
      'bound bodies/s',
      'fast-check cases/s',
      'of bound',
      'x fast-check',
    ],
    ...rounds.map((round, index) => [
      index + 1,
      grouped(perSecond(judged.leads, round.engine)),
      grouped(round.bodiesPerSecond),
      grouped(perSecond(bodies.length, round.bound)),
      grouped(perSecond(LEADS, round.fastCheck)),
      round.ofBound.toFixed(2),
      round.timesFastCheck.toFixed(2),
    ]),
  ]),
)
const ofBound = rounds.map((round) => round.ofBound)
const timesFastCheck = rounds.map((round) => round.timesFastCheck)
console.log(
  `\nof the bound, same bodies:           ${spread(ofBound)}, goal at least ${GOALS.ofBound}`,
)
console.log(
  `leads against cases of fast-check:   ${spread(timesFastCheck)}, goal at least ${GOALS.timesFastCheck}`,
)
const isReached = median(ofBound) >= GOALS.ofBound && median(timesFastCheck) >= GOALS.timesFastCheck
console.log(isReached ? 'goals reached' : 'goals missed')
process.exitCode = isReached ? 0 : 1
