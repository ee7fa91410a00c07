import { tokenKey } from '../marketo/tokens/token-key.ts'
import { parseTemplate } from '../marketo/tokens/parse-template.ts'
import type { TokenValue } from '../marketo/token-value.ts'
import { settingOf } from '../model/campaign.ts'
import { valueOf, type Person } from './person.ts'
import { tokenValues } from './token-values.ts'
import type { StepInput } from './step-context.ts'

/** A step's setting, or that of the choice that was taken; undefined where there is none. */
export function ownSetting({ owner }: StepInput, ...names: readonly string[]): string | undefined {
  return names.map((name) => settingOf(owner, name)?.value).find((value) => value !== undefined)
}

/** A setting with its tokens replaced. A token without a value shows its default, or nothing. Source: Experience League, "Use Tokens in Flow Steps". */
export function settledText(text: string, input: StepInput): string {
  if (!text.includes('{{')) return text
  const { person, minute } = input.state
  const values = tokenValues(input.model, { minute, trigger: input.task.trigger })
  return parseTemplate(text)
    .map((part) => {
      if (part.kind === 'text') return part.text
      const own = part.namespace.toLowerCase() === 'lead' ? fieldOf(person, part.name) : undefined
      const value = own ?? values[tokenKey(part)] ?? null
      return value === null || value === '' ? (part.defaultText ?? '') : String(value)
    })
    .join('')
}

function fieldOf(person: Person, name: string): TokenValue | undefined {
  return valueOf(person, name) ?? undefined
}
