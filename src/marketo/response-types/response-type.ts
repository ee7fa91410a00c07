/** A response as the mappings see it: JSON values, or XML elements as objects, texts and arrays. */
export type ResponseReading =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'unreadable'; readonly reason: string; readonly offset: number }

export type ResponseTypeName = 'JSON' | 'XML' | 'None'

/** A choice of the dialog's Response type. The set is listed in `response-types.ts`. */
export interface ResponseType {
  readonly name: ResponseTypeName
  readonly source: string
  readonly mediaType: string | undefined
  /** Undefined for None: nothing is read and no mapping can work. */
  readonly read: ((body: string) => ResponseReading) | undefined
}
