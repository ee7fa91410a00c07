import { make } from './make.ts'
import type { TextStore } from './text-store.ts'

const THEME_KEY = 'hookbook:theme'
const THEMES: readonly (readonly [theme: string, words: string])[] = [
  ['auto', 'as the system'],
  ['light', 'light'],
  ['dark', 'dark'],
]

/** Light or dark as the reader likes it, on every page of this computer. */
export function addThemeSelect(store: TextStore): void {
  const options = THEMES.map(([theme, words]) => make('option', { value: theme }, words))
  const select = make('select', {}, ...options)
  const kept = store.read(THEME_KEY)
  select.value = THEMES.find(([theme]) => theme === kept)?.[0] ?? 'auto'
  applyTheme(select.value)
  select.addEventListener('change', () => {
    store.write(THEME_KEY, select.value)
    applyTheme(select.value)
  })
  place(make('label', { class: 'theme' }, 'Colours ', select))
}

/** With what else the reader sets; at the end of the header where a page has no such place. */
function place(label: HTMLElement): void {
  const settings = document.querySelector('.run-body') ?? document.querySelector('.page-header')
  settings?.append(label)
}

function applyTheme(theme: string): void {
  const { dataset } = document.documentElement
  if (theme === 'auto') delete dataset['theme']
  else dataset['theme'] = theme
}
