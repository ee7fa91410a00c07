import { formOf } from '../campaign/admit-person.ts'
import { fieldKey, type Person } from '../campaign/person.ts'
import type { RunModel } from '../campaign/run-model.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { UsageError } from './command.ts'
import { unknown } from './open-project.ts'

/** A person with other values, each as `field=value`; an empty one clears the field. */
export function withSetValues(
  person: Person,
  settings: readonly string[],
  model: RunModel,
): Person {
  const entries = settings.map((setting): readonly [string, TokenValue] => {
    const [, name, text] = /^([^=]+)=([^]*)$/.exec(setting) ?? []
    const field = model.fields.get(fieldKey(name ?? ''))
    if (name === undefined || text === undefined)
      throw new UsageError(`"${setting}" does not say field=value, such as "Lead Score=60"`)
    if (field === undefined) {
      const names = [...model.fields.values()].map(({ displayName }) => displayName)
      throw new UsageError(unknown('field', name, names))
    }
    return [fieldKey(name), typed(text, formOf(field))]
  })
  return { ...person, fields: { ...person.fields, ...Object.fromEntries(entries) } }
}

function typed(text: string, form: ReturnType<typeof formOf>): TokenValue {
  if (text === '') return null
  if (form === 'boolean') return text.toLowerCase() === 'true'
  return form === 'number' && !Number.isNaN(Number(text)) ? Number(text) : text
}
