import type { PageData } from '../page-data.ts'
import { makeRunKeeper, type RunKeeper } from './run/run-keeper.ts'
import { makeSpeaker } from './speaker.ts'
import { openTextStore, type TextStore } from './text-store.ts'

/** What every feature of the page may use. */
export interface PageParts {
  readonly data: PageData
  readonly store: TextStore
  /** Which steps are done, and by whom. */
  readonly run: RunKeeper
  /** Tells a reader who cannot see that something has changed. */
  readonly say: (words: string) => void
  readonly now: () => Date
}

export function readPageParts(): PageParts {
  const data = readPageData()
  const store = openTextStore()
  const now = (): Date => new Date()
  return { data, store, now, run: makeRunKeeper({ data, store, now }), say: makeSpeaker() }
}

function readPageData(): PageData {
  // The page and its script come from one build, and the policy of the page lets no other script in.
  return JSON.parse(document.getElementById('page-data')?.textContent ?? '') as PageData
}
