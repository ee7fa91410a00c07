import type { Movement, Step } from '../steps/step.ts'

/** A value that stands in a block of code, with what the page knows of it. */
export interface BlockValue {
  readonly value: string
  /** The label of the field on the screen, or of the entry. */
  readonly label: string
  /** The step in which it is typed into Marketo, where a reader can paste it back; never a secret. */
  readonly check?: string
  readonly id?: string
}

/** Everything of a step that stands in a block of code, in the order of its Markdown. */
export function stepValues({ id, movements, request }: Step): readonly BlockValue[] {
  return [
    ...movements.flatMap((movement) => movementValues(movement, id)),
    ...(request?.body === undefined ? [] : [{ label: 'Body of the request', value: request.body }]),
  ]
}

function movementValues(movement: Movement, check: string): readonly BlockValue[] {
  switch (movement.kind) {
    case 'enter':
      return [{ label: movement.label, value: movement.value, check }]
    case 'secret':
      return [{ label: movement.label, value: movement.format }]
    case 'add':
      return movement.settings.flatMap(({ label, value }) =>
        value === undefined ? [] : [{ label: label || movement.name, value }],
      )
    case 'copy':
      return [{ label: 'Text', value: movement.value }]
    case 'click':
    case 'tick':
    case 'choose':
    case 'leave':
    case 'do':
      return []
  }
}
