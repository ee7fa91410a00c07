import type { PageParts } from './page-parts.ts'

/** One thing that the script adds to a page that is complete without it. */
export interface PageFeature {
  start(page: PageParts): void
}
