/**
 * How fast leads are judged without a network: the contract engine, the bound below which nothing can
 * get that reads the same bodies, and a property written by hand for the same schema. README.md beside
 * this file says what is counted.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine } from './support/machine.mjs'
import { grouped, median, perSecond, rotated, spread } from './support/statistics.mjs'
import { clockName } from './support/thread-time.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    leads: { type: 'string', default: '600000' },
  },
})
const ROUNDS = Number(options.rounds)
const LEADS = Number(options.leads)
const GOALS = { ofBound: 0.5, timesFastCheck: 3 }
/** Who runs, on how many leads. A tenth is a short run: what comes before the leads weighs more there. */
const ENTRANTS = {
  engine: ['engine', LEADS],
  bound: ['bound', LEADS],
  shortEngine: ['engine', LEADS / 10],
  shortBound: ['bound', LEADS / 10],
  fastCheck: ['fastCheck', LEADS / 10],
}
const NAMES = Object.keys(ENTRANTS)

/** Each has a process of its own; one works while the others wait. */
async function startEntrant([name, leads]) {
  const file = fileURLToPath(new URL('support/contract-entrant.mjs', import.meta.url))
  const child = fork(file, [name, String(leads)], { execArgv: ['--expose-gc'] })
  child.once('exit', (status) => {
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
  })
  const [{ facts }] = await once(child, 'message')
  const run = async () => {
    child.send('run')
    const [{ milliseconds }] = await once(child, 'message')
    return milliseconds
  }
  return { ...facts, run, stop: () => child.disconnect() }
}

const entrants = {}
for (const name of NAMES) entrants[name] = await startEntrant(ENTRANTS[name])
const { engine, bound, shortEngine, fastCheck } = entrants

const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const times = {}
  for (const name of rotated(NAMES, round)) times[name] = await entrants[name].run()
  const caseTime = times.fastCheck / fastCheck.cases
  rounds.push({
    ...times,
    ofBound: times.bound / times.engine,
    timesFastCheck: caseTime / (times.engine / engine.leads),
    shortOfBound: times.shortBound / times.shortEngine,
    shortTimesFastCheck: caseTime / (times.shortEngine / shortEngine.leads),
  })
}
for (const { stop } of Object.values(entrants)) stop()

console.log(`contract speed: ${machine()}`)
console.log(`rates by ${clockName}`)
console.log(
  `${grouped(engine.leads)} leads of lead-sync, ${grouped(bound.bodies)} bodies (a lead is rendered and read once in each combination of assumptions that it is judged in)\n`,
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
      grouped(perSecond(engine.leads, round.engine)),
      grouped(perSecond(bound.bodies, round.engine)),
      grouped(perSecond(bound.bodies, round.bound)),
      grouped(perSecond(fastCheck.cases, round.fastCheck)),
      round.ofBound.toFixed(2),
      round.timesFastCheck.toFixed(2),
    ]),
  ]),
)
const all = (name) => rounds.map((round) => round[name])
console.log(`
of the bound, same bodies:           ${spread(all('ofBound'))}, goal at least ${GOALS.ofBound}
leads against cases of fast-check:   ${spread(all('timesFastCheck'))}, goal at least ${GOALS.timesFastCheck}
in a run of ${grouped(shortEngine.leads)} leads:           ${spread(all('shortOfBound'))} of the bound, ${spread(all('shortTimesFastCheck'))} times fast-check`)
const isReached =
  median(all('ofBound')) >= GOALS.ofBound && median(all('timesFastCheck')) >= GOALS.timesFastCheck
console.log(isReached ? 'goals reached' : 'goals missed')
process.exitCode = isReached ? 0 : 1
