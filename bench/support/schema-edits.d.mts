/** A change of a schema as developers of endpoints make them, and what it does. */
export interface SchemaEdit {
  readonly id: string
  readonly side: 'request' | 'response'
  readonly isBreaking: boolean
  readonly what: string
  /** The name of the webhook that it is done to. */
  readonly form: string
  /** The webhook without its schemas, in the words of `test/contract/test-text.ts`. */
  readonly definition: unknown
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

export function schemaEdits(): readonly SchemaEdit[]
