import type { LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import type { BodyFormatName } from '../marketo/body-formats/body-format.ts'
import type { EncodingName } from '../marketo/encodings/encoding.ts'
import type { FieldDefinition } from '../marketo/fields/field-definition.ts'
import type { RequestMethod } from '../marketo/request-methods.ts'
import type { PathSegment } from '../marketo/response-types/parse-path.ts'
import type { ResponseTypeName } from '../marketo/response-types/response-type.ts'
import type { TokenPart } from '../marketo/tokens/parse-template.ts'
import type { Program } from '../model/program.ts'
import type { ContractSchema, SuccessCondition } from '../model/webhook.ts'

/** What Marketo gets for one program in one environment: nothing is left to be looked up. */
export interface CompiledProgram {
  /** The definition it was compiled from. */
  readonly program: Program
  readonly webhooks: readonly CompiledWebhook[]
}

/** Each field of the webhook's three dialogs, with its tokens resolved. */
export interface CompiledWebhook {
  readonly id: string
  readonly at: Span
  readonly name: string
  readonly description: string
  readonly url: CompiledText
  readonly method: RequestMethod
  /** The text that shall reach the endpoint. */
  readonly template: CompiledText | undefined
  /** What is typed into the Template field: backslashes doubled where Marketo reads escapes there. */
  readonly typedTemplate: string | undefined
  readonly encoding: EncodingName
  readonly responseType: ResponseTypeName
  readonly headers: readonly CompiledHeader[]
  readonly mappings: readonly CompiledMapping[]
  /** What the body claims to be, by its Content-Type header or else by the encoding. */
  readonly bodyFormat: BodyFormatName
  readonly request: ContractSchema | undefined
  readonly response: ContractSchema | undefined
  readonly success: SuccessCondition | undefined
  /** Members of the payload whose values tell two facts apart; empty when none are declared. */
  readonly idempotencyKey: readonly string[]
}

/** The part of a webhook that decides what is sent. */
export type SentWebhook = Pick<
  CompiledWebhook,
  'id' | 'url' | 'method' | 'template' | 'typedTemplate' | 'encoding' | 'headers' | 'bodyFormat'
>

export interface CompiledText {
  readonly text: LocatedText
  readonly parts: readonly CompiledPart[]
}

export type CompiledPart = { readonly kind: 'text'; readonly text: string } | TokenUse

/** A token where it is used. */
export interface TokenUse {
  readonly kind: 'token'
  readonly token: TokenPart
  /** `namespace.name` in lower case: the key under which a situation holds its value. */
  readonly key: string
  /** Undefined for an unknown token; it renders as empty, and lint reports it. */
  readonly field: FieldDefinition | undefined
  readonly at: Span
}

export type CompiledHeader =
  | { readonly kind: 'text'; readonly name: string; readonly value: CompiledText }
  | {
      readonly kind: 'secret'
      readonly name: string
      readonly secret: string
      /** Holds `${secret}` where the value goes. */
      readonly format: string
      readonly at: Span
    }

export interface CompiledMapping {
  readonly path: LocatedText
  /** Undefined for an invalid path; lint reports it. */
  readonly segments: readonly PathSegment[] | undefined
  readonly fieldName: LocatedText
  /** Undefined for an unknown SOAP name; lint reports it. */
  readonly field: FieldDefinition | undefined
}
