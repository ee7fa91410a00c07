/**
 * Tells 60 edits of schemas apart, half of them breaking: hookbook, and two tools from npm that compare
 * JSON Schemas. Prints hits, misses, false alarms and unknowns of each; every witness of hookbook is held
 * against ajv. Ends with 1 when hookbook does not tell all of them apart, or a witness shows nothing.
 */
import { parseArgs } from 'node:util'
import { ENTRANTS } from './support/compatibility-entrants.mjs'
import { machine } from './support/machine.mjs'
import { schemaEdits } from './support/schema-edits.mjs'
import { table } from './support/table.mjs'

const { values: options } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] } },
})
const edits = schemaEdits().filter(
  ({ id }) => options.only.length === 0 || options.only.some((part) => id.includes(part)),
)

console.log(`schema edits: ${machine()}, ${edits.length} edits`)
const rows = []
for (const edit of edits) {
  const judged = []
  for (const { judge } of ENTRANTS) judged.push({ edit, ...(await judge(edit)) })
  rows.push(judged)
}
printEdits()
printScores()
process.exitCode = rows.every(([own]) => isRight(own) && own.note === '') ? 0 : 1

function printEdits() {
  const head = ['edit', ...ENTRANTS.map(({ name }) => name)]
  const lines = rows.map((judged) => [judged[0].edit.id, ...judged.map(wordOf)])
  console.log(`\n${table([head, ...lines])}\n`)
}

function printScores() {
  const head = ['', 'breaks found', 'missed', 'false alarms', 'harmless', 'unknown', 'right']
  const lines = ENTRANTS.map(({ name }, column) => {
    const own = rows.map((judged) => judged[column])
    const count = (isBreaking, says) =>
      own.filter((each) => each.edit.isBreaking === isBreaking && each.says === says).length
    return [
      name,
      count(true, 'breaking'),
      count(true, 'harmless'),
      count(false, 'breaking'),
      count(false, 'harmless'),
      count(true, 'unknown') + count(false, 'unknown'),
      `${own.filter(isRight).length} of ${own.length}`,
    ]
  })
  console.log(table([head, ...lines]))
}

function isRight({ edit, says }) {
  return says === (edit.isBreaking ? 'breaking' : 'harmless')
}

function wordOf(judgement) {
  if (judgement.note !== '')
    return judgement.note === 'INVALID WITNESS' ? judgement.note : 'unknown'
  if (isRight(judgement)) return 'ok'
  return judgement.says === 'breaking'
    ? 'FALSE ALARM'
    : judgement.says === 'harmless'
      ? 'MISSED'
      : 'unknown'
}
