/**
 * Reads a million planted calls in each form of export, and a tenth of them: every count must be the
 * planted one, and the memory that a million takes may not be more than a tenth takes, but for a margin.
 * Ends with 1 when one of them is missed.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { EXPORT_FORMS, writeExport } from './support/activity-exports.mjs'
import { machine } from './support/machine.mjs'
import { plantedCall } from './support/planted-calls.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '20000' },
    only: { type: 'string', default: '' },
  },
})
const MANY = Number(options.calls)
const PEOPLE = Number(options.people)
const MARGIN_MB = 64
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hookbook-triage-'))

console.log(`triage: ${machine()}, ${MANY} calls of ${PEOPLE} people`)
const rows = EXPORT_FORMS.filter(({ name }) => name.includes(options.only)).map(oneForm)
rmSync(folder, { recursive: true, force: true })
console.log(table([['export', 'MB', 'seconds', 'memory MB', 'of a tenth MB', 'counts'], ...rows]))
process.exitCode = rows.every((row) => row.at(-1) === 'exact') ? 0 : 1

function oneForm(form) {
  const few = measured(form, MANY / 10)
  const many = measured(form, MANY)
  const isExact = few.isExact && many.isExact
  const isBounded = many.memory - few.memory <= MARGIN_MB
  const verdict = isExact ? (isBounded ? 'exact' : 'exact, BUT GROWS') : 'WRONG'
  const figures = [many.size, many.seconds, many.memory, few.memory].map((each) => each.toFixed(0))
  return [form.name, ...figures, verdict]
}

function measured(form, calls) {
  const file = join(folder, 'export')
  const size = write(form, calls, file)
  const script = join(ROOT, 'bench', 'support', 'peak-memory.mjs')
  const started = performance.now()
  const words = [script, 'triage', file, '--format', 'json', '--quiet']
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const seconds = (performance.now() - started) / 1000
  const memory = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
  return { size: size / 1e6, seconds, memory, isExact: isExact(JSON.parse(stdout), calls) }
}

function write(form, calls, path) {
  const file = openSync(path, 'w')
  let size = 0
  let waiting = ''
  const flush = () => {
    size += writeSync(file, waiting)
    waiting = ''
  }
  for (const part of writeExport(form, planted(calls))) {
    waiting += part
    if (waiting.length > 1_000_000) flush()
  }
  flush()
  closeSync(file)
  return size
}

function* planted(calls) {
  for (let id = 1; id <= calls; id++) yield plantedCall(id, PEOPLE)
}

function isExact(report, calls) {
  const wanted = new Map()
  const people = new Set()
  for (const { verdict, lead } of planted(calls)) {
    const group = wanted.get(verdict) ?? { calls: 0, people: new Set() }
    wanted.set(verdict, group)
    group.calls++
    group.people.add(lead)
    people.add(lead)
  }
  return (
    report.calls === calls &&
    report.leads === people.size &&
    report.damaged.count === 0 &&
    report.groups.length === wanted.size &&
    report.groups.every(({ status, cause, calls, leads }) => {
      const group = wanted.get(`${status} ${cause.id}`)
      return group?.calls === calls && group.people.size === leads
    })
  )
}
