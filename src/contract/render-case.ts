import type { SentWebhook, TokenUse } from '../compile/compiled-program.ts'
import { buildRequest } from '../emulate/build-request.ts'
import type { Situation } from '../emulate/call.ts'
import { tokensOf } from '../emulate/fixture-situation.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import type { BodyFormat } from '../marketo/body-formats/body-format.ts'
import { readUrlTemplate } from '../marketo/body-formats/read-url-template.ts'
import { showValue } from '../marketo/tokens/show-value.ts'
import type { SchemaCheck } from '../receiver/schema-violation.ts'
import type { CheckSubject, Rendered } from './check.ts'
import { expectedTexts, expectedUrlTexts } from './expected-texts.ts'
import { leavesOf } from './leaves-of.ts'
import { placeTokens } from './placed-use.ts'

/** What stands for a secret while tests run: no real one is ever read. */
export const SECRET_MARKER = 'hookbook-secret'

/** How an endpoint reads a body, and what it holds it against. */
export interface BodyReader {
  readonly bodyFormat: BodyFormat
  readonly schema: SchemaCheck | undefined
}

/** Everything about a webhook that does not depend on the lead. */
export function subjectOf<Webhook extends SentWebhook>(
  webhook: Webhook,
  { bodyFormat, schema }: BodyReader,
): CheckSubject<Webhook> {
  const placed =
    webhook.template === undefined ? [] : placeTokens(webhook.template, bodyFormat.readTemplate)
  const placedInUrl = placeTokens(webhook.url, readUrlTemplate)
  return {
    webhook,
    bodyFormat,
    uses: tokensOf(webhook),
    placed,
    expectedIn: expectedTexts(webhook, bodyFormat),
    expectedInUrl: expectedUrlTexts(webhook, placedInUrl),
    placedInUrl,
    schema,
  }
}

/** A lead's request in one world; undefined when Marketo would send none. */
export function renderCase(
  subject: CheckSubject<SentWebhook>,
  situation: Situation,
  world: AssumptionSet,
): Rendered | undefined {
  const { webhook, bodyFormat } = subject
  const built = buildRequest(webhook, situation, {
    assumptions: world,
    secretOf: (id) => `${SECRET_MARKER}-${id}`,
  })
  if (built.status === 'refused') return undefined
  const { request, tokens } = built
  const body = request.body === undefined ? undefined : bodyFormat.readBody(request.body)
  return {
    request,
    tokens,
    shown: shownValues(subject.uses, situation, world),
    world,
    body,
    leaves: body?.status === 'read' ? leavesOf(body) : undefined,
  }
}

function shownValues(
  uses: readonly TokenUse[],
  situation: Situation,
  world: AssumptionSet,
): Rendered['shown'] {
  return new Map(
    uses.map(({ key, field, token }) => [
      key,
      showValue(field, situation.get(key) ?? null, token, world),
    ]),
  )
}
