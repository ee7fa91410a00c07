import { COPYING } from './features/copying.ts'
import type { PageFeature } from './page-feature.ts'

/** What the script adds to the page, in this order. A new one is a file and a line. */
export const FEATURES: readonly PageFeature[] = [COPYING]
