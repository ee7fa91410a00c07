import { markOverdue } from './index/mark-overdue.ts'
import { addSearch } from './index/search.ts'
import { openTextStore } from './text-store.ts'
import { addThemeSelect } from './theme-select.ts'

addThemeSelect(openTextStore())
addSearch()
markOverdue(new Date())
