/** How often a person may run through a campaign. */
export type Qualification =
  | { readonly kind: 'only once' }
  | { readonly kind: 'every time' }
  | {
      readonly kind: 'once every'
      readonly count: number
      readonly unit: 'hour' | 'day' | 'week' | 'month'
    }

/** The words of the dialog; there is no "each time". Source: Experience League, "Edit Qualification Rules in a Smart Campaign". */
export function parseQualification(text: string): Qualification | undefined {
  const wanted = text.trim().toLowerCase()
  if (wanted === 'only once') return { kind: 'only once' }
  if (wanted === 'every time') return { kind: 'every time' }
  const found = /^once every ([1-9][0-9]*) (hour|day|week|month)s?$/.exec(wanted)
  if (found === null) return undefined
  const unit = found[2]
  if (unit !== 'hour' && unit !== 'day' && unit !== 'week' && unit !== 'month') return undefined
  return { kind: 'once every', count: Number(found[1]), unit }
}
