import { make } from '../make.ts'
import type { PageFeature } from '../page-feature.ts'

const THEME_KEY = 'hookbook:theme'
const THEMES: readonly (readonly [theme: string, words: string])[] = [
  ['auto', 'as the system'],
  ['light', 'light'],
  ['dark', 'dark'],
]

/** Light or dark as the reader likes it, on every page of this computer. */
export const THEME: PageFeature = {
  start({ store }) {
    const options = THEMES.map(([theme, words]) => make('option', { value: theme }, words))
    const select = make('select', {}, ...options)
    const apply = (theme: string): void => {
      if (theme === 'auto') delete document.documentElement.dataset['theme']
      else document.documentElement.dataset['theme'] = theme
    }
    const kept = store.read(THEME_KEY)
    select.value = THEMES.find(([theme]) => theme === kept)?.[0] ?? 'auto'
    apply(select.value)
    select.addEventListener('change', () => {
      store.write(THEME_KEY, select.value)
      apply(select.value)
    })
    const label = make('label', { class: 'theme' }, 'Colours ', select)
    document.querySelector('.page-header')?.append(label)
  },
}
