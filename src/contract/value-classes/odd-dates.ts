import type { ValueClass } from '../value-class.ts'

export const oddDates: ValueClass = {
  id: 'odd-dates',
  why: 'lies far back, far ahead, or on a leap day',
  arrives: 'as yyyy-MM-dd, for a time followed by HH:mm:ss without a zone',
  values: ({ type }) => {
    const days = ['1900-01-01', '2024-02-29', '2099-12-31']
    if (type === 'date') return days
    return type === 'datetime' ? days.map((day) => `${day} 23:59:59`) : []
  },
}
