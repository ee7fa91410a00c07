import { changeField } from '../change-field.ts'
import { valueOf } from '../person.ts'
import { ownSetting, settledText } from '../setting-text.ts'
import type { StepAct } from '../step-context.ts'

/** `+5` and `-5` add, `=5` sets; what "5" does no page says. Source: Experience League, "Change Score". */
export const changeScore: StepAct = {
  name: 'Change Score',
  act: (input) => {
    const field = ownSetting(input, 'score', 'attribute')
    const change = ownSetting(input, 'change')
    const [, sign, digits] =
      /^\s*(\+|-|=-?)\s*([0-9]+)\s*$/.exec(settledText(change ?? '', input)) ?? []
    if (field === undefined || sign === undefined || digits === undefined) {
      const name = `Change Score by "${change ?? ''}"`
      return { acts: [{ kind: 'supposed', doubt: { kind: 'step', name }, isTrue: false }] }
    }
    const amount = sign.endsWith('-') ? -Number(digits) : Number(digits)
    const before = Number(valueOf(input.state.person, field) ?? 0)
    const to = sign.startsWith('=') ? amount : before + amount
    const changed = changeField(input.state.person, { field, to, by: 'step' })
    return { acts: [changed.act], person: changed.person, occurrences: changed.occurrences }
  },
}
