import { parseJson } from '../../base/json-value.ts'
import { isCount, isObject, isText, isTime, type Members } from './member-guards.ts'
import { orderMarks } from './order-marks.ts'
import {
  RUN_FORMAT,
  STEP_STATES,
  type CheckMark,
  type RunRecord,
  type StepMark,
} from './run-record.ts'

/** A record, or why there is none: a sentence that goes on after "it was not read: ". */
export type RunReading =
  | { readonly status: 'record'; readonly record: RunRecord }
  | { readonly status: 'refused'; readonly why: string }

interface Problem {
  readonly why: string
}

const LARGEST_FILE = 2_000_000
const MOST_MARKS = 20_000
const LONGEST_NOTE = 4000
const TIME = 'is no time such as 2026-11-26T14:20:00Z'
const SHORT_TEXT = 'is no text, or too long'

/** Reads what somebody else has handed over. What is in it is only ever looked at as text. */
export function readRunRecord(text: string): RunReading {
  if (text.length > LARGEST_FILE) return refused('it is far larger than any run record')
  const value = parseJson(text)
  if (value === undefined) return refused('it is not JSON')
  if (!isObject(value)) return refused('it is JSON, but no run record')
  const record = readRecord(value)
  return 'why' in record ? refused(record.why) : { status: 'record', record }
}

function refused(why: string): RunReading {
  return { status: 'refused', why }
}

function readRecord(value: Members): RunRecord | Problem {
  const { format, program, environment, revision, fingerprint, who, startedAt } = value
  if (format !== RUN_FORMAT) return { why: otherFormat(format) }
  if (!isText(program)) return problem('program', SHORT_TEXT)
  if (!isText(environment)) return problem('environment', SHORT_TEXT)
  if (!isCount(revision)) return problem('revision', 'is no whole number')
  if (!isText(fingerprint)) return problem('fingerprint', SHORT_TEXT)
  if (!isText(who)) return problem('who', SHORT_TEXT)
  if (!isTime(startedAt)) return problem('startedAt', TIME)
  const steps = readAll(value, 'steps', readStep)
  if ('why' in steps) return steps
  const checks = readAll(value, 'checks', readCheck)
  if ('why' in checks) return checks
  const page = { program, environment, revision, fingerprint }
  return {
    format,
    ...page,
    who,
    startedAt: sameTime(startedAt),
    steps: orderMarks(steps),
    checks: orderMarks(checks),
  }
}

function otherFormat(format: unknown): string {
  if (!isText(format)) return 'it is JSON, but no run record'
  return format.startsWith('hookbook-run/')
    ? `it is a run record of another kind than this page reads (${format}, not ${RUN_FORMAT})`
    : `it is another kind of file (${format})`
}

/** A list, or nothing where the record has none; the first thing that is wrong with it otherwise. */
function readAll<Mark extends StepMark | CheckMark>(
  value: Members,
  name: 'steps' | 'checks',
  read: (member: Members, place: string) => Mark | Problem,
): readonly Mark[] | Problem {
  const list: unknown = value[name] ?? []
  if (!Array.isArray(list)) return problem(name, 'is no list')
  if (list.length > MOST_MARKS) return problem(name, `has more than ${MOST_MARKS} entries`)
  const marks: Mark[] = []
  for (const [index, member] of list.entries()) {
    const place = `${name}[${index}]`
    if (!isObject(member)) return problem(place, 'is no entry')
    const mark = read(member, place)
    if ('why' in mark) return mark
    marks.push(mark)
  }
  return marks
}

function readStep(value: Members, place: string): StepMark | Problem {
  const { id, state, at, who, note } = value
  if (!isText(id)) return problem(`${place}.id`, SHORT_TEXT)
  const known = STEP_STATES.find((candidate) => candidate === state)
  if (known === undefined) return problem(`${place}.state`, `is none of ${STEP_STATES.join(', ')}`)
  if (!isTime(at)) return problem(`${place}.at`, TIME)
  if (!isText(who)) return problem(`${place}.who`, SHORT_TEXT)
  const mark = { id, state: known, at: sameTime(at), who }
  if (note === undefined) return mark
  return isText(note, LONGEST_NOTE) ? { ...mark, note } : problem(`${place}.note`, SHORT_TEXT)
}

function readCheck(value: Members, place: string): CheckMark | Problem {
  const { id, label, result, at, who } = value
  if (!isText(id)) return problem(`${place}.id`, SHORT_TEXT)
  if (!isText(label)) return problem(`${place}.label`, SHORT_TEXT)
  if (result !== 'same') return problem(`${place}.result`, 'is not same')
  if (!isTime(at)) return problem(`${place}.at`, TIME)
  if (!isText(who)) return problem(`${place}.who`, SHORT_TEXT)
  return { id, label, result, at: sameTime(at), who }
}

/** The same moment, written in one way. */
function sameTime(time: string): string {
  return new Date(time).toISOString()
}

function problem(place: string, what: string): Problem {
  return { why: `${place} ${what}` }
}
