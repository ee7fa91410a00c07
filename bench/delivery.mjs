/**
 * How fast leads are delivered to an endpoint: `hookbook test --endpoint` with its mapping, checks and
 * log against newman, bare undici and autocannon, equal bodies, counted at the endpoint.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rateOf, startEndpoint } from './support/delivery-endpoint.mjs'
import { BIN, ROOT } from './support/load-project.mjs'
import { machine } from './support/machine.mjs'
import { grouped, median, rotated, spread } from './support/statistics.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    leads: { type: 'string', default: '5000' },
    width: { type: 'string', default: '20' },
    'newman-leads': { type: 'string', default: '500' },
  },
})
const ROUNDS = Number(options.rounds)
const LEADS = Number(options.leads)
const WIDTH = Number(options.width)
const SLOW = 50
const GOALS = { timesNewman: 40, ofIdeal: 0.95, ofUndici: 0.6 }

const folder = mkdtempSync(join(tmpdir(), 'hookbook-delivery-'))
const endpoint = await startEndpoint()

async function run(args) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, CRM_SYNC_KEY_SANDBOX: 'bench-key' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${output}`)
}

let logs = 0
function hookbook() {
  logs += 1
  const target = ['--endpoint', endpoint.origin, '--width', String(WIDTH)]
  const log = ['--log', join(folder, `calls-${logs}.ndjson`)]
  const budget = ['--runs', String(LEADS), '--seed', '1']
  return run([BIN, 'test', 'lead-sync', '--env', 'sandbox-emea', ...target, ...log, ...budget])
}

function client(name, file) {
  const script = fileURLToPath(new URL(`clients/${name}.mjs`, import.meta.url))
  return run([script, endpoint.origin, file, String(WIDTH)])
}

/** The rate of the first `count` calls, as the endpoint saw them. */
async function measured(work, count, delay) {
  await endpoint.begin({ delay })
  await work()
  return rateOf(await endpoint.end(), count)
}

/** The bodies that the tool sends, for everybody. */
async function bodiesOfHookbook() {
  await endpoint.begin({ keep: true })
  await hookbook()
  const { bodies } = await endpoint.end()
  return bodies.slice(0, LEADS)
}

function fileOf(name, bodies) {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(bodies))
  return file
}

const rounds = []
try {
  const bodies = await bodiesOfHookbook()
  const count = bodies.length
  const all = fileOf('bodies.json', bodies)
  const few = fileOf('few.json', bodies.slice(0, Number(options['newman-leads'])))
  const entrants = [
    ['hookbook', () => measured(hookbook, count, 0)],
    ['undici', () => measured(() => client('undici', all), count, 0)],
    ['autocannon', () => measured(() => client('autocannon', all), count, 0)],
    ['newman', () => measured(() => client('newman', few), Number(options['newman-leads']), 0)],
    ['slow', () => measured(hookbook, count, SLOW)],
  ]
  for (let round = 0; round < ROUNDS; round++) {
    const rates = {}
    for (const [name, work] of rotated(entrants, round)) rates[name] = await work()
    rounds.push(rates)
  }
  console.log(`delivery: ${machine()}`)
  console.log(
    `${grouped(count)} leads of lead-sync at width ${WIDTH}, calls per second as the endpoint counted them; newman has no width and sends ${options['newman-leads']}\n`,
  )
} finally {
  endpoint.stop()
  rmSync(folder, { recursive: true, force: true })
}

const ideal = (1000 * WIDTH) / SLOW
const ratios = rounds.map(({ hookbook: own, newman, undici, slow }) => ({
  timesNewman: own / newman,
  ofUndici: own / undici,
  ofIdeal: slow / ideal,
}))
console.log(
  table([
    ['round', 'hookbook', 'undici', 'autocannon', 'newman', `hookbook, ${SLOW} ms`],
    ...rounds.map((rates, index) => [
      index + 1,
      ...['hookbook', 'undici', 'autocannon', 'newman', 'slow'].map((name) => grouped(rates[name])),
    ]),
  ]),
)
const column = (name) => ratios.map((ratio) => ratio[name])
console.log(`
times newman:                   ${spread(column('timesNewman'), 1)}, goal at least ${GOALS.timesNewman}
of bare undici, 0 ms:           ${spread(column('ofUndici'))}, goal at least ${GOALS.ofUndici}
of the ideal ${ideal}/s, ${SLOW} ms:    ${spread(column('ofIdeal'), 3)}, goal at least ${GOALS.ofIdeal}`)
const isReached = Object.entries(GOALS).every(([name, goal]) => median(column(name)) >= goal)
console.log(isReached ? 'goals reached' : 'goals missed')
process.exitCode = isReached ? 0 : 1
