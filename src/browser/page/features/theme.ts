import type { PageFeature } from '../page-feature.ts'
import { addThemeSelect } from '../theme-select.ts'

/** Light or dark as the reader likes it. */
export const THEME: PageFeature = {
  start({ store }) {
    addThemeSelect(store)
  },
}
