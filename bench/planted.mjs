/**
 * Scores the planted defects: does the tool find each in its default budget, at the right token, with a
 * small lead, without a word against the clean twin; and what does a property find that is written by
 * hand for the same schema.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './support/machine.mjs'
import { plantedDefinitions } from './support/planted-cases.mjs'
import { scoreDefinition } from './support/score-definition.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const SEED = Number(options.seed)
/** The tool's default, for the property too. */
const RUNS = 2500
const LARGEST_LEAD = 3

const folder = mkdtempSync(join(tmpdir(), 'hookbook-planted-'))
const scores = []
try {
  for (const planted of plantedDefinitions()) {
    if (options.only.length > 0 && !options.only.some((part) => planted.id.includes(part))) continue
    const place = join(folder, planted.id)
    scores.push(await scoreDefinition(planted, { folder: place, seed: SEED, runs: RUNS }))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const isLarge = ({ mustBeSmall, size }) => mustBeSmall && (size ?? 0) > LARGEST_LEAD
const shown = (value) => (value === undefined ? '-' : String(value))
const yesNo = (is) => (is ? 'yes' : 'NO')

console.log(`planted definitions: ${machine()}, seed ${SEED}, default budget\n`)
console.log(
  table([
    [
      'definition',
      'found',
      'lead no.',
      'size',
      'seconds',
      'twin',
      'lint too',
      'property',
      'run',
      'size',
      'its twin',
    ],
    ...scores.map((score) => [
      score.id,
      yesNo(score.isFound),
      shown(score.lead),
      `${shown(score.size)}${isLarge(score) ? '!' : ''}`,
      score.seconds.toFixed(1),
      score.alarms.length === 0 ? 'clean' : 'ACCUSED',
      score.lint.length > 0 ? 'yes' : 'no',
      score.property === undefined ? '-' : score.property.isFound ? 'yes' : 'no',
      shown(score.property?.isFound ? score.property.runs : undefined),
      shown(score.property?.size),
      score.property === undefined ? '-' : score.propertyAlarm ? 'ACCUSED' : 'clean',
    ]),
  ]),
)

const count = (test) => scores.filter(test).length
const seconds = scores.reduce((sum, score) => sum + score.seconds, 0)
const asked = count(({ property }) => property !== undefined)
console.log(`
hookbook check:   ${count(({ isFound }) => isFound)} of ${scores.length} found, ${count(({ alarms }) => alarms.length > 0)} twins accused, ${count(isLarge)} leads of more than ${LARGEST_LEAD} characters, ${seconds.toFixed(1)} s in all
lint alone:       ${count(({ lint }) => lint.length > 0)} of ${scores.length} found
property by hand: ${count(({ property }) => property?.isFound)} of ${asked} found, ${count(({ propertyAlarm }) => propertyAlarm)} twins accused (${scores.length - asked} concern answers, which it does not draw)`)

for (const { id, isFound, others, alarms } of scores) {
  if (!isFound)
    console.log(
      `\nmissed: ${id}${others.map(({ rule, message }) => `\n  instead: ${rule}: ${message}`).join('')}`,
    )
  for (const alarm of alarms) console.log(`\nfalse alarm on the twin of ${id}: ${alarm}`)
}
const isGood = scores.every(
  (score) => score.isFound && score.alarms.length === 0 && !isLarge(score),
)
process.exitCode = isGood ? 0 : 1
