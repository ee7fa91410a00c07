import type { PageData } from '../../page-data.ts'
import { giveName } from '../../run-record/give-name.ts'
import { mergeRunRecords } from '../../run-record/merge-run-records.ts'
import { otherPage } from '../../run-record/other-page.ts'
import { readRunRecord } from '../../run-record/read-run-record.ts'
import {
  startRun,
  writeRunRecord,
  type CheckMark,
  type RunRecord,
  type StepMark,
} from '../../run-record/run-record.ts'
import type { TextStore } from '../text-store.ts'
import { clearedKey, runKey, unreadableKey, WHO_KEY } from './run-keys.ts'

/** The run of this page, as it is kept; every change is written at once. */
export interface RunKeeper {
  record(): RunRecord
  /** The run that was cleared last, as long as it can be brought back. */
  cleared(): RunRecord | undefined
  change(change: (record: RunRecord, now: Date) => RunRecord): void
  /** Puts the record of somebody else beside the own marks. */
  takeOver(other: RunRecord): void
  /** Begins anew; what was marked can be brought back. */
  clear(): void
  undoClear(): void
  /** Who marks from now on, and who made the marks of this window so far. */
  setWho(who: string): void
  /** Called now, and after every change, also of another window. */
  watch(listener: () => void): void
}

interface KeeperParts {
  readonly data: PageData
  readonly store: TextStore
  readonly now: () => Date
}

export function makeRunKeeper({ data, store, now }: KeeperParts): RunKeeper {
  const listeners: (() => void)[] = []
  const nameless: (StepMark | CheckMark)[] = []
  const own = runKey(data)
  const tell = (): void => listeners.forEach((listener) => listener())
  const fresh = (): RunRecord => startRun(data, store.read(WHO_KEY) ?? '', now())
  const readOwn = readOnce((text) => readText(text, data))
  const record = (): RunRecord => {
    const kept = readOwn(store.read(own))
    // Who reads may have said a name on another page meanwhile.
    return kept === undefined ? fresh() : { ...kept, who: store.read(WHO_KEY) ?? kept.who }
  }
  const keep = (changed: RunRecord): void => store.write(own, writeRunRecord(changed))
  const cleared = (): RunRecord | undefined => readKept(store, clearedKey(data), data)

  putAsideUnreadable(store, data)
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(own) || key === WHO_KEY) tell()
  })
  return {
    record,
    cleared,
    change(change) {
      const before = record()
      const after = change(before, now())
      if (before.who === '') nameless.push(...newMarks(before, after))
      keep(after)
      tell()
    },
    takeOver(other) {
      keep(mergeRunRecords(record(), other))
      tell()
    },
    clear() {
      store.write(clearedKey(data), writeRunRecord(record()))
      store.remove(own)
      tell()
    },
    undoClear() {
      const back = cleared()
      if (back !== undefined) keep(mergeRunRecords(record(), back))
      store.remove(clearedKey(data))
      tell()
    },
    setWho(who) {
      store.write(WHO_KEY, who)
      const kept = readOwn(store.read(own))
      if (kept !== undefined) keep(giveName(kept, who, nameless))
      tell()
    },
    watch(listener) {
      listeners.push(listener)
      listener()
    },
  }
}

function newMarks(before: RunRecord, after: RunRecord): readonly (StepMark | CheckMark)[] {
  const known = new Set<StepMark | CheckMark>([...before.steps, ...before.checks])
  return [...after.steps, ...after.checks].filter((mark) => !known.has(mark))
}

/** A run of this page that the store holds; undefined where it holds none that can be read. */
function readKept(store: TextStore, key: string, data: PageData): RunRecord | undefined {
  return readText(store.read(key), data)
}

/** A hundred places of a page ask after each change: the same text is read once. */
function readOnce(
  read: (text: string | undefined) => RunRecord | undefined,
): (text: string | undefined) => RunRecord | undefined {
  let last:
    { readonly text: string | undefined; readonly record: RunRecord | undefined } | undefined
  return (text) => {
    if (last === undefined || last.text !== text) last = { text, record: read(text) }
    return last.record
  }
}

function readText(text: string | undefined, data: PageData): RunRecord | undefined {
  const reading = readRunRecord(text ?? '')
  if (reading.status === 'refused') return undefined
  return otherPage(reading.record, data) === undefined ? reading.record : undefined
}

/** What somebody did is never overwritten, even where this page cannot read it. */
function putAsideUnreadable(store: TextStore, data: PageData): void {
  const text = store.read(runKey(data))
  if (text === undefined || readKept(store, runKey(data), data) !== undefined) return
  store.write(unreadableKey(data), text)
  store.remove(runKey(data))
}
