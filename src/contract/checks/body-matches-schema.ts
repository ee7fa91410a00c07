import type { CheckSubject, RequestCheck } from '../check.ts'
import type { SentWebhook, TokenUse } from '../../compile/compiled-program.ts'
import { pointerOf } from '../../base/json-pointer.ts'

export const bodyMatchesSchema: RequestCheck = {
  id: 'body-matches-schema',
  summary: 'the request schema takes the body, for every lead',
  cause: 'schema',
  check: ({ body }, _plain, subject) => {
    if (body?.status !== 'read') return undefined
    const [violation] = subject.schema?.(body.value) ?? []
    if (violation === undefined) return undefined
    const place = violation.path === '' ? 'the body' : `"${violation.path.slice(1)}"`
    return {
      use: useAt(violation.path, subject),
      message: `the request schema refuses it: ${place} ${violation.message}`,
      received: `a body that it answers with 400 or 422: ${place} ${violation.message}`,
    }
  },
}

function useAt(pointer: string, { placed }: CheckSubject<SentWebhook>): TokenUse | undefined {
  return placed.find(({ placed: { path } }) => path !== undefined && pointerOf(path) === pointer)
    ?.use
}
