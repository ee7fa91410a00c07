import type { RequestCheck } from '../check.ts'

export const bodyParses: RequestCheck = {
  id: 'body-parses',
  summary: 'the body is what its Content-Type says, for every lead',
  cause: 'escaping',
  check: ({ body, bodyTokens }, _plain, { bodyFormat }) => {
    if (body === undefined || body.status === 'read') return undefined
    const before = bodyTokens.findLast(({ start }) => start <= body.offset)
    return {
      use: (before ?? bodyTokens[0])?.use,
      message: `the body is not ${bodyFormat.title}`,
      received: `nothing: ${body.reason}, at character ${body.offset + 1} of the body`,
    }
  },
}
