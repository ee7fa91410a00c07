import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { parseTypedTemplate } from '../marketo/template-field.ts'
import type { ImportedCall } from './imported-request.ts'

export interface SentBody {
  /** What stands in the Template field; undefined where the request itself was seen. */
  readonly typed: string | undefined
  /** What reaches the endpoint, tokens aside: what a definition holds. */
  readonly body: string | undefined
  readonly told: readonly string[]
}

/** A definition holds what shall reach the endpoint; the Template field is reported to hold doubled backslashes. */
export function sentBody(
  { holds }: ImportedCall,
  body: string | undefined,
  pinned: AssumptionSet,
): SentBody {
  if (holds === 'request')
    return { typed: undefined, body: body === '' ? undefined : body, told: [] }
  const typed = body ?? ''
  if (!typed.includes('\\') || pinned['backslash-preparse'] === 'off')
    return { typed, body, told: [] }
  const read = parseTypedTemplate(typed)
  if (read.status === 'refused')
    return {
      typed,
      body,
      told: [
        `The template holds "${read.escape}", an escape with which Marketo is reported to send nothing: it is taken over as it is.`,
      ],
    }
  return {
    typed,
    body: read.text,
    told: [
      'The template holds backslashes, which Marketo is reported to read as escapes: the definition holds what is sent, and "hookbook build" spells it for the Template field again.',
    ],
  }
}
