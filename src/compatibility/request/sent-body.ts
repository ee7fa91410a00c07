import { SECRET_MARKER } from '../../contract/render-case.ts'
import type { CheckSubject } from '../../contract/check.ts'
import { requestBuilder } from '../../emulate/build-request.ts'
import type { Situation } from '../../emulate/call.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import type { BodyReading } from '../../marketo/body-formats/body-format.ts'

/** What a lead sends in one world, and what the endpoint reads. */
export interface SentBody {
  readonly text: string
  /** Undefined where nothing is sent. */
  readonly reading: BodyReading | undefined
}

/** Renders bodies of one webhook: what does not depend on the lead is made once for each world. */
export function bodySender({
  webhook,
  bodyFormat,
}: CheckSubject): (world: AssumptionSet, situation: Situation) => SentBody {
  const builders = new Map<AssumptionSet, ReturnType<typeof requestBuilder>>()
  const secretOf = (id: string): string => `${SECRET_MARKER}-${id}`
  return (world, situation) => {
    const build = builders.get(world) ?? requestBuilder(webhook, { assumptions: world, secretOf })
    builders.set(world, build)
    const built = build(situation)
    const text = built.status === 'built' ? built.request.body : undefined
    return { text: text ?? '', reading: text === undefined ? undefined : bodyFormat.readBody(text) }
  }
}
