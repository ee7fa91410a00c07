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
    leads: { type: 'string', default: '60000' },
  },
})
const ROUNDS = Number(options.rounds)
const GOALS = { ofBound: 0.5, timesFastCheck: 3 }
const NAMES = ['engine', 'bound', 'fastCheck']

/** Each has a process of its own; one works while the others wait. */
async function startEntrant(name) {
  const file = fileURLToPath(new URL('support/contract-entrant.mjs', import.meta.url))
  const child = fork(file, [name, options.leads], { execArgv: ['--expose-gc'] })
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
for (const name of NAMES) entrants[name] = await startEntrant(name)
const { leads } = entrants.engine
const { bodies } = entrants.bound
const { cases } = entrants.fastCheck

const rounds = []
for (let round = 0; round < ROUNDS; round++) {
  const times = {}
  for (const name of rotated(NAMES, round)) times[name] = await entrants[name].run()
  rounds.push({
    ...times,
    ofBound: times.bound / times.engine,
    timesFastCheck: times.fastCheck / cases / (times.engine / leads),
  })
}
for (const { stop } of Object.values(entrants)) stop()

console.log(`contract speed: ${machine()}`)
console.log(`rates by ${clockName}`)
console.log(
  `${grouped(leads)} leads of lead-sync, ${grouped(bodies)} bodies (a lead is rendered and read once in each combination of assumptions that it is judged in)\n`,
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
      grouped(perSecond(leads, round.engine)),
      grouped(perSecond(bodies, round.engine)),
      grouped(perSecond(bodies, round.bound)),
      grouped(perSecond(cases, round.fastCheck)),
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
