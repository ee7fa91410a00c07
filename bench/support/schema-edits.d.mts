/** A change of a schema as developers of endpoints make them, and what it does. */
export interface SchemaEdit {
  readonly id: string
  readonly side: 'request' | 'response'
  readonly isBreaking: boolean
  readonly what: string
  /** The name of the webhook that it is done to. */
  readonly form: string
  /** Its program, with one webhook that lacks its schemas. */
  readonly program: {
    readonly webhooks: {
      readonly w: { readonly tokenEncoding: string; readonly responseType: string }
    }
  }
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

export function schemaEdits(): readonly SchemaEdit[]
