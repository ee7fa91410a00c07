import type { LocatedText } from '../../base/located-text.ts'
import { anyNode, listOf, mapped, object, optional, type Field } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { text } from '../decode/scalars.ts'
import { headerKeys } from './header-keys.ts'
import { programDefinition } from './program-definition.ts'

/** The layers that an overlay can belong to, weakest first. */
export const OVERLAY_LAYERS = ['businessUnit', 'region', 'subscription', 'environment'] as const

export type OverlayLayer = (typeof OVERLAY_LAYERS)[number]

const selectors = {
  businessUnit: optional(text, 'Applies to environments of this business unit.'),
  region: optional(text, 'Applies to environments of this region.'),
  subscription: optional(text, 'Applies to environments of this subscription.'),
  environment: optional(text, 'Applies to this environment.'),
}

/** The keys of an overlay file that are not values of the program. */
export const OVERLAY_OWN_KEYS: readonly string[] = [
  'apiVersion',
  'kind',
  '$remove',
  ...OVERLAY_LAYERS,
]

const overlay = object({
  ...headerKeys('Overlay'),
  ...selectors,
  $remove: optional(
    listOf(text),
    'Paths of entries to remove, such as webhooks.sync.headers.X-Debug.',
  ),
  ...overridableKeys(),
})

/** Every key that an overlay may have. */
export const OVERLAY_KEYS: readonly string[] = Object.keys(overlay.schema['properties'] ?? {})

/** Which layer an overlay belongs to and what it removes; its values are read once they are merged. */
export interface OverlayDefinition {
  readonly selectors: readonly { readonly layer: OverlayLayer; readonly name: LocatedText }[]
  readonly removes: readonly LocatedText[]
}

export const overlayDefinition: Decoder<OverlayDefinition> = mapped(overlay, ({ values }) => ({
  selectors: OVERLAY_LAYERS.flatMap((layer) => {
    const name = values[layer]
    return name === undefined ? [] : [{ layer, name }]
  }),
  removes: values.$remove ?? [],
}))

/** The keys of a program but those that make it this program. */
function overridableKeys(): Readonly<Record<string, Field<unknown>>> {
  const { properties } = programDefinition.schema
  const entries =
    typeof properties === 'object' && properties !== null ? Object.entries(properties) : []
  return Object.fromEntries(
    entries
      .filter(([key]) => !['apiVersion', 'kind', 'id'].includes(key))
      .map(([key, schema]) => {
        const { description, ...rest } = looseSchema(schema)
        return [key, optional({ schema: rest, decode: anyNode.decode }, String(description))]
      }),
  )
}

/** A part of a definition need not be complete: the same schema without its required keys. */
function looseSchema(schema: unknown): Readonly<Record<string, unknown>> {
  const loosened = loosen(schema)
  return typeof loosened === 'object' && loosened !== null ? { ...loosened } : {}
}

function loosen(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(loosen)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword, value]) => !(keyword === 'required' && Array.isArray(value)))
      .map(([keyword, value]) => [keyword, loosen(value)]),
  )
}
