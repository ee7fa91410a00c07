import type { Movement } from '../../steps/step.ts'

/** A field of a dialog as it is drawn. */
export type DialogField = { readonly label: string } & (
  | { readonly look: 'text' | 'area' | 'select'; readonly value: string }
  | { readonly look: 'empty' | 'ticked' }
  /** A secret is fetched by the reader: the drawing says from where. */
  | { readonly look: 'secret'; readonly format: string; readonly secret: string }
)

export type DialogRow = readonly DialogField[]

/** The fields of a dialog in the order of the step; a dialog of rows has one list for each. */
export function dialogRows(movements: readonly Movement[]): readonly DialogRow[] {
  const rows: DialogField[][] = []
  for (const movement of movements) {
    const field = fieldOf(movement)
    if (movement.kind === 'click' && movement.label === 'Add') rows.push([])
    else if (field !== undefined && rows.length === 0) rows.push([field])
    else if (field !== undefined) rows.at(-1)?.push(field)
  }
  return rows
}

function fieldOf(movement: Movement): DialogField | undefined {
  switch (movement.kind) {
    case 'enter': {
      const { label, value } = movement
      return { label, look: value.includes('\n') ? 'area' : 'text', value }
    }
    case 'choose':
      return { label: movement.label, look: 'select', value: movement.value }
    case 'leave':
      return { label: movement.label, look: 'empty' }
    case 'tick':
      return { label: movement.label, look: 'ticked' }
    case 'secret': {
      const { label, format, secret } = movement
      return { label, look: 'secret', format, secret }
    }
    case 'click':
    case 'add':
    case 'copy':
    case 'do':
      return undefined
  }
}
