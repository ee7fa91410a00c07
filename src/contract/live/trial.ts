import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { usualAssumptions } from '../../marketo/assumptions/assumptions.ts'
import { setUpTest, type TestSetting, type TestSetUp } from '../set-up-test.ts'
import { newTally, type Tally } from '../tally.ts'
import { openCaller, type Caller, type LiveEndpoint } from './call-endpoint.ts'
import { answerSubject, type AnswerSubject } from './judge-answer.ts'
import { persons, type Persons } from './persons.ts'

export interface EndpointTestInput extends TestSetting {
  /** One lead alone, as a failure's replay line names it. */
  readonly path: string | undefined
  readonly endpoint: LiveEndpoint
  readonly onProgress: (done: number, total: number) => void
}

/** What a test of an endpoint has to work with. */
export interface Trial extends TestSetUp, Persons {
  readonly input: EndpointTestInput
  readonly subject: AnswerSubject
  readonly assumptions: AssumptionSet
  readonly caller: Caller
  readonly tally: Tally
}

export function openTrial(input: EndpointTestInput): Trial {
  const { webhook, endpoint } = input
  const setUp = setUpTest(input)
  const subject = answerSubject(webhook, setUp.pinned)
  const assumptions = { ...usualAssumptions(), ...setUp.pinned }
  return {
    ...setUp,
    input,
    subject,
    assumptions,
    caller: openCaller(endpoint, subject, assumptions),
    ...persons(setUp.court, setUp.plan),
    tally: newTally(),
  }
}
