import { showCalls } from './received/show-calls.ts'
import { openTextStore } from './text-store.ts'
import { addThemeSelect } from './theme-select.ts'

addThemeSelect(openTextStore())
showCalls()
