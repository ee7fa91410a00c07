import type { RequestCheck } from '../check.ts'

export const bodyParses: RequestCheck = {
  id: 'body-parses',
  summary: 'the body is what its Content-Type says, for every lead',
  cause: 'escaping',
  check: ({ body, tokens }, _plain, { bodyFormat }) => {
    if (body === undefined || body.status === 'read') return undefined
    const { offset } = body
    const token = tokens.body.find(({ start, end }) => start <= offset && offset <= end)
    return {
      use: token?.use,
      message: `the body is not ${bodyFormat.title}`,
      received: `nothing: ${body.reason}, at character ${offset + 1} of the body`,
    }
  },
}
