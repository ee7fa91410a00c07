import type { RequestCheck } from '../check.ts'
import { SECRET_MARKER } from '../render-case.ts'

export const secretsStayInHeaders: RequestCheck = {
  id: 'secrets-stay-in-headers',
  summary: 'no secret reaches the URL or the body, where the activity log would show it',
  cause: 'secret',
  check: ({ request }) => {
    const isLeaked =
      request.url.includes(SECRET_MARKER) || request.body?.includes(SECRET_MARKER) === true
    if (!isLeaked) return undefined
    return {
      use: undefined,
      message: 'a secret stands in the URL or the body',
      received: 'a secret that every Marketo user can read in the activity log',
    }
  },
}
