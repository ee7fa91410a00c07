/** A table of scores, their totals, and what is wrong in full. */
import { table } from './table.mjs'

export const LARGEST_LEAD = 3

export function isGood(score) {
  return score.isFound && score.alarms.length === 0 && !isLarge(score)
}

function isLarge({ mustBeSmall, size }) {
  return mustBeSmall && (size ?? 0) > LARGEST_LEAD
}

export function printScores(title, scores) {
  const head = ['found', 'lead no.', 'size', 'seconds', 'twin', 'lint too']
  const property = ['property', 'run', 'size', 'its twin']
  console.log(`\n${table([[title, ...head, ...property], ...scores.map(rowOf)])}\n`)
  printTotals(scores)
  for (const { id, isFound, others, alarms } of scores) {
    const instead = others.map(({ rule, message }) => `\n  instead: ${rule}: ${message}`)
    if (!isFound) console.log(`missed: ${id}${instead.join('')}`)
    for (const alarm of alarms) console.log(`false alarm on the twin of ${id}: ${alarm}`)
  }
}

function rowOf(score) {
  const { property } = score
  return [
    score.id,
    score.isFound ? 'yes' : 'NO',
    shown(score.lead),
    `${shown(score.size)}${isLarge(score) ? '!' : ''}`,
    score.seconds.toFixed(1),
    score.alarms.length === 0 ? 'clean' : 'ACCUSED',
    score.lint === undefined ? '-' : score.lint.length > 0 ? 'yes' : 'no',
    property === undefined ? '-' : property.isFound ? 'yes' : 'no',
    shown(property?.isFound ? property.runs : undefined),
    shown(property?.size),
    property === undefined ? '-' : score.propertyAlarm ? 'ACCUSED' : 'clean',
  ]
}

function shown(value) {
  return value === undefined ? '-' : String(value)
}

function printTotals(scores) {
  const count = (test) => scores.filter(test).length
  const seconds = scores.reduce((sum, score) => sum + score.seconds, 0).toFixed(1)
  const asked = count(({ property }) => property !== undefined)
  const accused = count(({ alarms }) => alarms.length > 0)
  const large = count(isLarge)
  console.log(
    `hookbook:         ${count(({ isFound }) => isFound)} of ${scores.length} found, ${accused} twins accused, ${large} leads of more than ${LARGEST_LEAD} characters, ${seconds} s in all`,
  )
  if (scores.some(({ lint }) => lint !== undefined))
    console.log(`lint alone:       ${count(({ lint }) => lint?.length > 0)} of ${scores.length}`)
  console.log(
    `property by hand: ${count(({ property }) => property?.isFound)} of ${asked} found, ${count(({ propertyAlarm }) => propertyAlarm)} twins accused`,
  )
}
