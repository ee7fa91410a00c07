/**
 * Scores the planted defects: does the tool find each in its default budget, at the right token, with a
 * small lead, without a word against the clean twin; and what does a property find that is written by
 * hand for the same schema. Ends with 1 when a defect is missed, a twin is accused, or a lead is large.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './support/machine.mjs'
import { plantedDefinitions } from './support/planted-cases.mjs'
import { isGood, printScores } from './support/print-scores.mjs'
import { scoreDefinition } from './support/score-definition.mjs'
import { plantedReceivers, scoreReceiver } from './support/score-receiver.mjs'

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
/** The tool's default, for the property too; a property that calls an endpoint gets a tenth. */
const BUDGET = { seed: Number(options.seed), runs: 2500, propertyRuns: 250 }

console.log(`planted defects: ${machine()}, seed ${BUDGET.seed}, ${BUDGET.runs} leads`)
const folder = mkdtempSync(join(tmpdir(), 'hookbook-planted-'))
try {
  const definitions = await scoreAll(plantedDefinitions(), scoreDefinition)
  if (definitions.length > 0) printScores('definition', definitions)
  const receivers = await scoreAll(await plantedReceivers(), scoreReceiver)
  if (receivers.length > 0) printScores('receiver', receivers)
  process.exitCode = [...definitions, ...receivers].every(isGood) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function scoreAll(planted, score) {
  const scores = []
  for (const each of planted.filter(isWanted)) {
    scores.push(await score(each, { ...BUDGET, folder: join(folder, each.id) }))
  }
  return scores
}

function isWanted({ id }) {
  return options.only.length === 0 || options.only.some((part) => id.includes(part))
}
