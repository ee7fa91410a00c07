import type { CompiledWebhook, SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import type { RequestTokens } from '../emulate/build-request.ts'
import type { HttpRequest } from '../emulate/call.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { BodyFormat, BodyReading } from '../marketo/body-formats/body-format.ts'
import type { ShownValue } from '../marketo/encodings/encoding.ts'
import type { ExpectedText } from './expected-texts.ts'
import type { PlacedUse } from './placed-use.ts'
import type { SchemaCheck } from '../receiver/schema-violation.ts'

/** A request as the checks see it: rendered in one world, with all that was known while rendering. */
export interface Rendered {
  readonly request: HttpRequest
  readonly tokens: RequestTokens
  /** What each token shows for the lead, by token key. */
  readonly shown: ReadonlyMap<string, ShownValue>
  readonly world: AssumptionSet
  readonly body: BodyReading | undefined
  /** Every text, number and so on of the body by its place; undefined when there is nothing to read. */
  readonly leaves: ReadonlyMap<string, unknown> | undefined
}

/** What stays the same for all leads of a webhook. */
export interface CheckSubject<Webhook extends SentWebhook = CompiledWebhook> {
  readonly webhook: Webhook
  readonly bodyFormat: BodyFormat
  /** Every token once. */
  readonly uses: readonly TokenUse[]
  /** The template's tokens with their contexts. */
  readonly placed: readonly PlacedUse[]
  /** The URL's tokens with their contexts. */
  readonly placedInUrl: readonly PlacedUse[]
  /** What the endpoint must read where tokens stand in the body, around the static text of a world. */
  readonly expectedIn: (world: AssumptionSet) => readonly ExpectedText[]
  /** What it must read where tokens stand in the path and the query. */
  readonly expectedInUrl: readonly ExpectedText[]
  readonly schema: SchemaCheck | undefined
}

/** What a check found wrong, without a lead's value in it. */
export interface Fault {
  /** The token that is to blame, where the check can tell. */
  readonly use: TokenUse | undefined
  /** What went wrong: a sentence that goes on after "when … is …,". */
  readonly message: string
  /** What the endpoint would read, or why it could not. */
  readonly received: string
}

/** A check of rendered requests. The open set is listed in `checks.ts`. */
export interface RequestCheck {
  readonly id: string
  /** The good state in one sentence. */
  readonly summary: string
  /** Checks that fail for the same reason have the same cause; a token is told of each cause once. */
  readonly cause: 'escaping' | 'schema' | 'header' | 'secret'
  /** `plain` is the same webhook's request for a harmless lead in the same world. */
  readonly check: (
    rendered: Rendered,
    plain: Rendered,
    subject: CheckSubject<SentWebhook>,
  ) => Fault | undefined
}
