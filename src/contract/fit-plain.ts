import type { Situation } from '../emulate/call.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { compileSchema } from '../receiver/json-schema.ts'
import type { SchemaViolation } from '../receiver/schema-violation.ts'
import type { CheckSubject } from './check.ts'
import type { LeadSpace } from './lead-space.ts'
import { renderCase } from './render-case.ts'
import { schemaBounds, tokenKeywords } from './schema-bounds.ts'
import { isStorable } from './stored-value.ts'

/** What codes look like, for patterns that are not understood. */
const CODES: readonly string[] = ['A', 'AA', 'AAA', 'Aa', '0', '00', '00000', '0000000000']

/**
 * The same space with a plain lead that the request schema takes, where some value of each token can be
 * found that it takes: an address where it wants one, a member of its enumeration. What even such a lead
 * fails, every lead fails.
 */
export function fitPlain(space: LeadSpace, subject: CheckSubject, world: AssumptionSet): LeadSpace {
  const { request } = subject.webhook
  const compiled = request && compileSchema(request, { allViolations: true })
  if (compiled?.status !== 'compiled') return space
  const violations = (situation: Situation): readonly SchemaViolation[] => {
    const body = renderCase(subject, situation, world)?.body
    return body?.status === 'read' ? compiled.check(body.value) : []
  }
  let plain = space.plain
  for (const token of space.tokens) {
    const places = new Set(tokenKeywords(subject, token).map(({ place }) => place))
    const isRefused = (situation: Situation): boolean =>
      violations(situation).some(({ path }) => places.has(path))
    if (places.size === 0 || !isRefused(plain)) continue
    const fitting = [...schemaBounds(subject, token).flatMap(({ values }) => values), ...CODES]
      .filter((value) => value !== null && isStorable(token.field, value))
      .map((value) => new Map([...plain, [token.use.key, value]]))
      .find((situation) => !isRefused(situation))
    plain = fitting ?? plain
  }
  return { ...space, plain }
}
