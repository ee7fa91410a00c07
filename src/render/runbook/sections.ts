import type { Section } from './section.ts'
import { ABOUT } from './sections/about.ts'
import { CHANGE } from './sections/change.ts'
import { DIAGNOSE } from './sections/diagnose.ts'
import { DRILL } from './sections/drill.ts'
import { FIRST_SCREEN } from './sections/first-screen.ts'
import { FIX } from './sections/fix.ts'
import { HISTORY } from './sections/history.ts'
import { PROVE } from './sections/prove.ts'
import { REFERENCE } from './sections/reference.ts'
import { REPLAY } from './sections/replay.ts'
import { RETIRE } from './sections/retire.ts'
import { ROTATE } from './sections/rotate.ts'
import { SET_UP } from './sections/set-up.ts'
import { STAMP } from './sections/stamp.ts'
import { SYMPTOMS } from './sections/symptoms.ts'
import { TELL } from './sections/tell.ts'

/** The sixteen sections, in the order that never changes: readers find a section by its number. */
export const SECTIONS: readonly Section[] = [
  STAMP,
  FIRST_SCREEN,
  SYMPTOMS,
  DIAGNOSE,
  FIX,
  PROVE,
  REPLAY,
  TELL,
  ABOUT,
  SET_UP,
  CHANGE,
  ROTATE,
  RETIRE,
  REFERENCE,
  DRILL,
  HISTORY,
]
