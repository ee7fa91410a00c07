import { changeField } from '../change-field.ts'
import { formOf } from '../admit-person.ts'
import { fieldKey } from '../person.ts'
import { ownSetting, settledText } from '../setting-text.ts'
import type { StepAct, StepInput } from '../step-context.ts'
import type { TokenValue } from '../../marketo/token-value.ts'

/** `NULL` clears a field. Source: Experience League, "Change Data Value", "Clear Field Values". */
export const changeDataValue: StepAct = {
  name: 'Change Data Value',
  act: (input) => {
    const field = ownSetting(input, 'attribute')
    const written = ownSetting(input, 'value')
    if (field === undefined || written === undefined) {
      return { acts: [{ kind: 'did-nothing', step: input.step.step.value }] }
    }
    const to = written === 'NULL' ? null : stored(field, settledText(written, input), input)
    const change = changeField(input.state.person, { field, to, by: 'step' })
    return { acts: [change.act], person: change.person, occurrences: change.occurrences }
  },
}

function stored(field: string, text: string, { model }: StepInput): TokenValue {
  const definition = model.fields.get(fieldKey(field))
  if (text === '') return null
  if (definition === undefined) return text
  const form = formOf(definition)
  if (form === 'boolean') return /^true$/i.test(text)
  return form === 'number' && !Number.isNaN(Number(text)) ? Number(text) : text
}
