import type { PageData } from '../page-data.ts'
import { makeSpeaker } from './speaker.ts'

/** What every feature of the page may use. */
export interface PageParts {
  readonly data: PageData
  /** Tells a reader who cannot see that something has changed. */
  readonly say: (words: string) => void
  readonly now: () => Date
}

export function readPageParts(): PageParts {
  return { data: readPageData(), say: makeSpeaker(), now: () => new Date() }
}

function readPageData(): PageData {
  // The page and its script come from one build, and the policy of the page lets no other script in.
  return JSON.parse(document.getElementById('page-data')?.textContent ?? '') as PageData
}
