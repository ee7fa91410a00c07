import { CONTENTS } from './features/contents.ts'
import { COPYING } from './features/copying.ts'
import { CURRENCY } from './features/currency.ts'
import { DOORS } from './features/doors.ts'
import { PASTE_CHECK } from './features/paste-check.ts'
import { PLAYGROUND } from './features/playground.ts'
import { RUN_PANEL } from './features/run-panel.ts'
import { THEME } from './features/theme.ts'
import { TICKS } from './features/ticks.ts'
import type { PageFeature } from './page-feature.ts'

/** What the script adds to the page, in this order. A new one is a file and a line. */
export const FEATURES: readonly PageFeature[] = [
  DOORS,
  CURRENCY,
  COPYING,
  PASTE_CHECK,
  TICKS,
  RUN_PANEL,
  THEME,
  CONTENTS,
  PLAYGROUND,
]
