import type { Located, LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import type { ResponseTypeName } from '../marketo/response-types/response-type.ts'
import type { RequestMethod } from '../marketo/request-methods.ts'
import type { Latency } from './latency.ts'
import type { Purpose } from './purpose.ts'

/** A webhook of Marketo's Admin screen, with the contract that its endpoint has agreed to. */
export interface Webhook {
  readonly id: LocatedText
  readonly at: Span
  /** What the screen shows. */
  readonly name: LocatedText
  readonly description: LocatedText | undefined
  /** `subscription`: one webhook serves all its environments. `environment`: each has its own. */
  readonly scope: Located<'subscription' | 'environment'>
  readonly url: LocatedText
  readonly method: Located<RequestMethod>
  /** Undefined when the definition does not state it: there is no documented default. */
  readonly tokenEncoding: Located<EncodingName> | undefined
  readonly responseType: Located<ResponseTypeName> | undefined
  readonly headers: readonly Header[]
  /** The text that shall reach the endpoint once tokens are replaced. */
  readonly template: LocatedText | undefined
  readonly request: ContractSchema | undefined
  readonly response: ContractSchema | undefined
  readonly success: SuccessCondition | undefined
  readonly mappings: readonly Mapping[]
  readonly idempotency: Idempotency | undefined
  /** How long its endpoint takes, where that was measured. */
  readonly latency: Located<Latency> | undefined
  /** What the personal data in it is sent for, where the webhook says so itself. */
  readonly purpose: Purpose | undefined
}

/** A custom header: a text with tokens, or a secret set into a format that holds `${secret}`. */
export type Header =
  | { readonly kind: 'text'; readonly name: LocatedText; readonly value: LocatedText }
  | {
      readonly kind: 'secret'
      readonly name: LocatedText
      readonly secret: LocatedText
      readonly format: LocatedText
    }

/** A JSON Schema beside the definition. */
export interface ContractSchema {
  /** Where the definition names it. */
  readonly at: Span
  /** Path relative to the project's root. */
  readonly path: string
  /** Undefined when the file is missing or is no JSON; that has then been reported. */
  readonly schema: JsonSchema | undefined
  /** The schemas that it refers to in other files, by project path, transitively. */
  readonly referenced: Readonly<Record<string, JsonSchema>>
}

export type JsonSchema = boolean | { readonly [keyword: string]: unknown }

/** What in a 2xx response proves that the endpoint did its work. */
export interface SuccessCondition {
  readonly path: LocatedText
  readonly equals: Located<string | number | boolean>
}

export interface Mapping {
  /** Marketo's "Response Attribute". */
  readonly path: LocatedText
  /** Marketo's "Marketo Field": a SOAP API name. */
  readonly field: LocatedText
}

export interface Idempotency {
  /** Members of the payload that tell two calls for the same fact apart from two facts. */
  readonly key: readonly LocatedText[]
  readonly note: LocatedText | undefined
}
