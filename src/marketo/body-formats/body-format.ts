import type { TemplatePart, TokenPart } from '../tokens/parse-template.ts'

/** Where a token stands in the document that its template claims to be. */
export type TokenContext =
  | 'json-value'
  | 'json-string'
  | 'json-key'
  | 'form-value'
  | 'form-key'
  | 'xml-text'
  | 'xml-cdata'
  | 'xml-attribute'
  | 'xml-comment'
  | 'xml-markup'
  | 'url-host'
  | 'url-path'
  | 'url-query'
  | 'url-query-key'
  | 'url-fragment'
  | 'header-value'
  | 'text'

export interface PlacedToken {
  readonly token: TokenPart
  readonly context: TokenContext
  /** True when nothing but this token stands in its string, form value or element. */
  readonly isAlone: boolean
  /** Where the value is found in the document that arrives; undefined inside keys, markup and plain text. */
  readonly path: readonly (string | number)[] | undefined
}

/** What is wrong with the static text of a template, whatever the tokens become. */
export interface TemplateFlaw {
  readonly start: number
  readonly end: number
  readonly message: string
}

export interface TemplateReading {
  readonly tokens: readonly PlacedToken[]
  readonly flaws: readonly TemplateFlaw[]
}

export type BodyReading =
  | {
      readonly status: 'read'
      readonly value: unknown
      /** Attributes of XML by their place: `/order[0]/line[1]@id`. No schema sees them. */
      readonly attributes?: ReadonlyMap<string, string>
    }
  | { readonly status: 'unreadable'; readonly reason: string; readonly offset: number }

export type BodyFormatName = 'json' | 'form' | 'xml' | 'text'

/** A format that a request body can claim to be. The open set is listed in `body-formats.ts`. */
export interface BodyFormat {
  readonly name: BodyFormatName
  readonly title: string
  /** Without parameters, lower case; the first is the one to suggest. */
  readonly mediaTypes: readonly string[]
  readonly fileExtension: string
  /** Reads a template as a document with holes; total. */
  readonly readTemplate: (parts: readonly TemplatePart[]) => TemplateReading
  /** Reads a body as a strict receiver would; total. Duplicate keys make a body unreadable. */
  readonly readBody: (body: string) => BodyReading
}
