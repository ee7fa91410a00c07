import { pointerOf } from '../../base/json-pointer.ts'
import { stableJson } from '../../base/stable-json.ts'
import { agreesWith, restingOn } from '../../contract/resting-on.ts'
import { shrinkDate } from '../../contract/shrink-date.ts'
import { isDated } from '../../contract/shrink-lead.ts'
import { shrinkNumber } from '../../contract/shrink-number.ts'
import { shrinkText } from '../../contract/shrink-text.ts'
import type { VariedToken } from '../../contract/lead-space.ts'
import { isStorable } from '../../contract/stored-value.ts'
import { tokenName } from '../../contract/token-name.ts'
import type { FieldDefinition } from '../../marketo/fields/field-definition.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import type { FoundContractBreak } from '../compatibility.ts'
import type { FoundBreak, LeadJudge } from './judge-lead.ts'
import { leadsOf, type LeadValues, type PairedSpace } from './paired-leads.ts'

/** A schema that is another one altogether is told by so many of its demands. */
const MOST_BREAKS = 20

/** Every demand that some lead does not meet any more, each with the smallest lead that shows it. */
export function findBreaks(
  space: PairedSpace,
  { judge, judgeIn }: LeadJudge,
): readonly FoundContractBreak[] {
  const found = new Map<string, LeadValues>()
  for (const values of leadsOf(space)) {
    for (const each of judge(values)) {
      const key = keyOf(each)
      if (!found.has(key) && found.size < MOST_BREAKS) found.set(key, values)
    }
  }
  return [...found].flatMap(
    ([key, values]) => smallest(key, values, space, { judge, judgeIn }) ?? [],
  )
}

/** The same demand has the same key, whatever the lead. */
function keyOf({ keyword, place, demand }: FoundBreak): string {
  return stableJson([keyword, place, demand ?? null])
}

function smallest(
  key: string,
  values: LeadValues,
  space: PairedSpace,
  { judge, judgeIn }: LeadJudge,
): FoundContractBreak | undefined {
  const isMeant = (found: FoundBreak): boolean => keyOf(found) === key
  const fails = (candidate: LeadValues): boolean => judge(candidate).some(isMeant)
  const lead = shrink(values, space, fails)
  const failing = space.worlds.filter((world) => judgeIn(world, lead).some(isMeant))
  const assumptions = restingOn(space.worlds, failing)
  const world = failing.find((each) => agreesWith(each, assumptions))
  const shown = world === undefined ? undefined : judgeIn(world, lead).find(isMeant)
  if (shown === undefined) return undefined
  const { keyword, place, path, demand, because, before, after } = shown
  const needed = neededValues(lead, space, { fails, path })
  const witness = { lead: needed, before, after, because }
  return { keyword, place, demand, witness, assumptions }
}

type Fails = (candidate: LeadValues) => boolean

/** Unset where that fails too, plain otherwise, and only as much of a value as it takes. */
function shrink(values: LeadValues, { tokens }: PairedSpace, fails: Fails): LeadValues {
  let lead = values
  let before: LeadValues
  do {
    before = lead
    for (const token of tokens) lead = shrinkToken(lead, token, fails)
  } while (lead !== before)
  return lead
}

function shrinkToken(lead: LeadValues, { use, field }: VariedToken, fails: Fails): LeadValues {
  const held = lead.get(use.key)
  if (held === null) return lead
  const withValue = (value: TokenValue): LeadValues => new Map([...lead, [use.key, value]])
  if (isStorable(field, null) && fails(withValue(null))) return withValue(null)
  if (held === undefined) return lead
  const plain = new Map([...lead].filter(([key]) => key !== use.key))
  if (fails(plain)) return plain
  const failsWith = (value: TokenValue): boolean =>
    isStorable(field, value) && fails(withValue(value))
  const smaller = smallerValue(held, field, failsWith)
  return smaller === held ? lead : withValue(smaller)
}

function smallerValue(
  value: string | number | boolean,
  field: FieldDefinition,
  fails: (value: TokenValue) => boolean,
): TokenValue {
  switch (typeof value) {
    case 'string':
      return isDated(field) ? shrinkDate(value, fails) : shrinkText(value, fails)
    case 'number':
      return shrinkNumber(value, fails)
    case 'boolean':
      return value
  }
}

/** What the lead has to hold, by the names of the tokens: the rest may be whatever it likes. */
function neededValues(
  lead: LeadValues,
  { tokens, leadWith, after }: PairedSpace,
  { fails, path }: { readonly fails: Fails; readonly path: string },
): Readonly<Record<string, TokenValue>> {
  const plain = leadWith(new Map()).before
  const held = leadWith(lead).before
  const isBlamed = (key: string): boolean =>
    after.placed.some(
      ({ use, placed }) =>
        use.key === key && placed.path !== undefined && pointerOf(placed.path) === path,
    )
  const needed = tokens.flatMap(({ use, field }) => {
    const value = lead.get(use.key)
    const usual = plain.get(use.key) ?? null
    if (isBlamed(use.key)) return [[tokenName(use), held.get(use.key) ?? null] as const]
    if (value === undefined) return []
    const isOther = value !== null && value !== usual && !field.isAlwaysSet
    const without = new Map([...lead].filter(([key]) => key !== use.key))
    return isOther || !fails(without) ? [[tokenName(use), value] as const] : []
  })
  return Object.fromEntries(needed)
}
