import { isMap, parseJson } from '../base/json-value.ts'
import { compareText } from '../base/compare.ts'
import { stableJson } from '../base/stable-json.ts'

/** Findings that were there when somebody began to look: they are counted, and only new ones are told. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[]
}

/** Findings of one rule in the same lines of a file, wherever in it these lines stand. */
export interface BaselineEntry {
  readonly rule: string
  /** Relative to the project's folder. */
  readonly file: string
  /** The first of the lines, for readers; what is secret is hidden in it. */
  readonly source: string
  /** Of rule, file and lines. */
  readonly fingerprint: string
  readonly count: number
}

const FORMAT_VERSION = 1

/** The text of a baseline's file: sorted, and the same for the same findings. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = entries.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.rule, b.rule) ||
      compareText(a.source, b.source) ||
      compareText(a.fingerprint, b.fingerprint),
  )
  return stableJson({ formatVersion: FORMAT_VERSION, findings: sorted })
}

/** Reads a baseline's file; undefined for one that is none. */
export function parseBaseline(text: string): Baseline | undefined {
  const document = parseJson(text)
  if (!isMap(document) || document['formatVersion'] !== FORMAT_VERSION) return undefined
  const { findings } = document
  if (!Array.isArray(findings)) return undefined
  const entries = findings.flatMap((entry: unknown) => (isEntry(entry) ? [entry] : []))
  return entries.length === findings.length ? { entries } : undefined
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isMap(value) &&
    ['rule', 'file', 'source', 'fingerprint'].every((key) => typeof value[key] === 'string') &&
    Number.isInteger(value['count'])
  )
}
