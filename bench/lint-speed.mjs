/**
 * How long the linter takes, beside others, in interleaved rounds of whole processes:
 * 1,000 definitions against `redocly lint` on 1,000 OpenAPI documents of the same size in bytes,
 * and the start for one definition against `node -e 0`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childProcessorTime } from './support/child-processor-time.mjs'
import { writeInputs } from './support/lint-inputs.mjs'
import { machine } from './support/machine.mjs'
import { median } from './support/statistics.mjs'

const BENCH = dirname(fileURLToPath(import.meta.url))
const HOOKBOOK = join(BENCH, '..', 'dist', 'bin.cjs')
const REDOCLY = join(BENCH, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js')
const COUNT = 1000
const ROUNDS = 5
const STARTS = 20
const GOALS = { thousand: 0.25, start: 2.5 }

/** Peers ask nobody whether there is a newer version, and tell nobody that they have run. */
const ENVIRONMENT = {
  ...process.env,
  NO_COLOR: '1',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_TELEMETRY: 'off',
}

const folder = mkdtempSync(join(tmpdir(), 'hookbook-lint-speed-'))
try {
  const sizes = writeInputs(folder, COUNT)
  console.log(machine())
  console.log(`${COUNT} definitions and as many OpenAPI documents, ${sizes.bytes} bytes each`)
  const isFast = [thousand(), start()]
  process.exitCode = isFast.every(Boolean) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function thousand() {
  const hookbook = () => run([HOOKBOOK, 'lint', '--quiet'], join(folder, 'many'))
  const redocly = () => run([REDOCLY, 'lint', 'documents/*.yaml'], join(folder, 'openapi'))
  const rounds = interleave(ROUNDS, { hookbook, redocly })
  return tell('1,000 files', rounds, 'redocly', GOALS.thousand)
}

function start() {
  const hookbook = () => run([HOOKBOOK, 'lint', '--quiet'], join(folder, 'one'))
  const node = () => run(['-e', '0'], folder)
  const rounds = interleave(STARTS, { hookbook, node })
  return tell('one file', rounds, 'node -e 0', GOALS.start)
}

/** Every other round begins with the other one. */
function interleave(count, { hookbook, ...others }) {
  const [other] = Object.values(others)
  return Array.from({ length: count }, (_, round) => {
    if (round % 2 === 0) return { own: hookbook(), other: other() }
    const measured = other()
    return { own: hookbook(), other: measured }
  })
}

function run(words, cwd) {
  const began = { wall: performance.now(), processor: childProcessorTime() }
  const { status, stderr, stdout } = spawnSync(process.execPath, words, { cwd, env: ENVIRONMENT })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return {
    wall: performance.now() - began.wall,
    processor: childProcessorTime() - began.processor,
  }
}

function tell(what, rounds, peer, goal) {
  const ratios = (kind) => rounds.map(({ own, other }) => own[kind] / other[kind])
  const wall = ratios('wall').sort((a, b) => a - b)
  const own = median(rounds.map((round) => round.own.wall))
  const other = median(rounds.map((round) => round.other.wall))
  const ratio = median(wall)
  const isFast = ratio <= goal
  console.log(
    [
      `${what}: hookbook ${own.toFixed(0)} ms, ${peer} ${other.toFixed(0)} ms`,
      `  ratio ${ratio.toFixed(2)} (${wall[0].toFixed(2)} to ${wall.at(-1).toFixed(2)}), goal at most ${goal}: ${isFast ? 'reached' : 'MISSED'}`,
      ...processorLine(rounds),
    ].join('\n'),
  )
  return isFast
}

/** Of all rounds together: the clock of processes is coarse. */
function processorLine(rounds) {
  const sum = (side) => rounds.reduce((total, round) => total + round[side].processor, 0)
  if (sum('other') === 0) return []
  return [`  processor time ${(sum('own') / sum('other')).toFixed(2)}`]
}
