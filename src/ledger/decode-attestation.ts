import { isMap, parseJson } from '../base/json-value.ts'
import { LEDGER_FORMAT, type Attestation } from './attestation.ts'

/** A line of the ledger, or what is wrong with it: words that go on after "this line ". */
export type DecodedLine =
  | { readonly status: 'attestation'; readonly attestation: Attestation }
  | { readonly status: 'unreadable'; readonly why: string }

type Members = Readonly<Record<string, unknown>>

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const FINGERPRINT = /^[0-9a-f]{8,64}$/
const COMMIT = /^[0-9a-f]{7,64}$/
const LONGEST_TEXT = 1000

/** Reads one line. Members that are not known are left out: a later version may have added them. */
export function decodeAttestation(line: string): DecodedLine {
  const value = parseJson(line)
  if (value === undefined) return unreadable(notJson(line))
  if (!isMap(value)) return unreadable('is JSON, but no attestation')
  const { formatVersion } = value
  if (typeof formatVersion !== 'number') return unreadable('states no formatVersion')
  if (formatVersion !== LEDGER_FORMAT) {
    return unreadable(`has the format ${formatVersion}; this version reads ${LEDGER_FORMAT}`)
  }
  return decodeMembers(value)
}

function decodeMembers(value: Members): DecodedLine {
  const { program, environment, revision, fingerprint, definition, commit, by, at } = value
  const { isComplete, steps, removed = [], names = {} } = value
  if (!isText(program)) return wrong('program', 'a text')
  if (!isText(environment)) return wrong('environment', 'a text')
  if (!isCount(revision)) return wrong('revision', 'a whole number')
  if (!isFingerprint(fingerprint)) return wrong('fingerprint', 'a fingerprint')
  if (!isFingerprint(definition)) return wrong('definition', 'a fingerprint')
  if (typeof isComplete !== 'boolean') return wrong('isComplete', 'true or false')
  if (commit !== undefined && !isCommit(commit)) return wrong('commit', 'the hash of a commit')
  if (!isText(by)) return wrong('by', 'a text')
  if (!isTime(at)) return wrong('at', 'a time such as 2026-11-26T14:20:00.000Z')
  if (!isMapOf(steps, isFingerprint)) return wrong('steps', 'a map of fingerprints')
  if (!isListOf(removed, isText)) return wrong('removed', 'a list of texts')
  if (!isMapOf(names, isText)) return wrong('names', 'a map of texts')
  const attestation: Attestation = {
    formatVersion: LEDGER_FORMAT,
    program,
    environment,
    revision,
    fingerprint,
    definition,
    isComplete,
    commit,
    by,
    at,
    steps,
    removed,
    names,
  }
  return { status: 'attestation', attestation }
}

/** What a merge leaves behind is said in its own words: it is the likeliest damage. */
function notJson(line: string): string {
  return /^(?:<{7}|={7}|>{7}|\|{7})/.test(line)
    ? 'is a mark of a merge that was not finished'
    : 'is no whole JSON: it was cut off or edited'
}

function wrong(member: string, expected: string): DecodedLine {
  return unreadable(`does not hold ${expected} under "${member}"`)
}

function unreadable(why: string): DecodedLine {
  return { status: 'unreadable', why }
}

function isMapOf<T>(
  value: unknown,
  isMember: (member: unknown) => member is T,
): value is Readonly<Record<string, T>> {
  return isMap(value) && Object.values(value).every(isMember)
}

function isListOf<T>(
  value: unknown,
  isMember: (member: unknown) => member is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(isMember)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && FINGERPRINT.test(value)
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && COMMIT.test(value)
}

/** A moment that exists: no 31st of February. */
function isTime(value: unknown): value is string {
  if (typeof value !== 'string' || !TIME.test(value)) return false
  const time = new Date(value)
  return !Number.isNaN(time.getTime()) && time.toISOString() === value
}
