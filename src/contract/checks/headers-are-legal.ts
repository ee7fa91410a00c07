import type { SentWebhook, TokenUse } from '../../compile/compiled-program.ts'
import type { RequestCheck } from '../check.ts'

/** What RFC 9110 forbids in a field value, and what only bytes of Latin-1 could carry. */
const ILLEGAL = /[^\t\u0020-\u007e\u0080-\u00ff]/

export function isLegalInHeader(value: string): boolean {
  return !ILLEGAL.test(value)
}

export const headersAreLegal: RequestCheck = {
  id: 'headers-are-legal',
  summary: 'no value puts a line break or another forbidden character into a header',
  cause: 'header',
  check: ({ request }, _plain, { webhook }) => {
    const illegal = request.headers.find(([, value]) => !isLegalInHeader(value))
    if (illegal === undefined) return undefined
    return {
      use: useIn(webhook, illegal[0]),
      message: `the header "${illegal[0]}" holds a character that no header may hold`,
      received: 'nothing, or a header that the lead has written',
    }
  },
}

function useIn(webhook: SentWebhook, name: string): TokenUse | undefined {
  const header = webhook.headers.find((candidate) => candidate.name === name)
  if (header?.kind !== 'text') return undefined
  return header.value.parts.find((part) => part.kind === 'token')
}
