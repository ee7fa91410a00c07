import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { CALL_CODES } from '../marketo/call-codes.ts'

/** How a call can end, and what Marketo does then. */
export interface CallEnd {
  readonly answer: string
  readonly marketo: string
  /** Whether the same call can succeed later, in a word or two. */
  readonly again: string
}

const AFTER_REPAIR = 'after a repair'
const NOTHING = 'nothing is written; the trigger Webhook is Called sees it'

/** What comes from Marketo itself, and is nothing that an endpoint answers. */
const MARKETOS_OWN: readonly string[] = ['1000']

/**
 * Every end of a call. Sources: Experience League, "Webhooks", "Response Mappings", "Errors" (webhooks).
 * That a redirect is not followed, and that nothing is called twice, are assumptions: no page says so.
 */
export function callEnds(webhook: CompiledWebhook): readonly CallEnd[] {
  return [
    {
      answer: 'a status from 200 to 299, with a body',
      marketo: writtenWords(webhook),
      again: 'not needed',
    },
    ...(webhook.responseType === 'None'
      ? []
      : [
          end(
            `a status from 200 to 299, with a body that is not ${webhook.responseType}`,
            'no mapping finds its value; nothing is written',
          ),
        ]),
    end('a redirect (300 to 399)', `not documented whether it is followed; ${NOTHING}`),
    ...CALL_CODES.filter(({ code }) => !MARKETOS_OWN.includes(code)).map(
      ({ code, title, isTransient }) => ({
        answer: `${code}: ${title}`,
        marketo:
          code === 'time-out' ? `the call is ended and the flow goes on; ${NOTHING}` : NOTHING,
        again: isTransient ? 'yes' : AFTER_REPAIR,
      }),
    ),
  ]
}

function writtenWords({ mappings }: CompiledWebhook): string {
  if (mappings.length === 0) return 'the call counts as made; nothing is written'
  const fields = mappings.map(({ field, fieldName }) => field?.displayName ?? fieldName.value)
  return `${fields.join(' and ')} are written, a little after the call`
}

function end(answer: string, marketo: string): CallEnd {
  return { answer, marketo, again: AFTER_REPAIR }
}
