import { parseQualification } from '../marketo/campaigns/qualification.ts'
import { constraintOf, type Campaign, type Filter, type Trigger } from '../model/campaign.ts'
import { isOfField, type FieldChange } from './field-changes.ts'

/** False where a change of a field can be shown not to start a campaign through this trigger. */
export function mayStart(trigger: Trigger, change: FieldChange): boolean {
  const watched = watchedField(trigger)
  if (watched === undefined || !isOfField(change, watched)) return false
  const names = trigger.constraints.map(({ name }) => name.value)
  if (names.some((name) => !['attribute', 'score', 'newValue'].includes(name))) return false
  return mayBeAwaited(trigger, change)
}

/** The display name of the field whose change triggers; undefined for other triggers. */
export function watchedField(trigger: Trigger): string | undefined {
  const name = trigger.trigger.value.toLowerCase()
  if (name !== 'data value changes' && name !== 'score is changed') return undefined
  const constraint = constraintOf(trigger, 'attribute') ?? constraintOf(trigger, 'score')
  return constraint === undefined ? undefined : String(constraint.value.value)
}

function mayBeAwaited(trigger: Trigger, { by, values, success }: FieldChange): boolean {
  const newValue = constraintOf(trigger, 'newValue')
  if (newValue === undefined) return true
  const awaited = String(newValue.value.value).toLowerCase()
  switch (newValue.operator?.value.toLowerCase() ?? 'is') {
    case 'is':
      return values?.includes(awaited) ?? (by === 'step' || success === awaited)
    case 'is not':
      return values?.some((value) => value !== awaited) ?? true
    default:
      return true
  }
}

/** False for a campaign that lets nobody through twice in quick succession. The unstated default is not trusted. */
export function isRepeated({ qualification }: Campaign): boolean {
  if (qualification === undefined) return true
  return (parseQualification(qualification.value)?.kind ?? 'every time') === 'every time'
}

/** True where a filter keeps out those for whom the changes have been made: they cannot start the campaign again. */
export function isGuarded(campaign: Campaign, changes: readonly FieldChange[]): boolean {
  const logic = campaign.filterLogic?.value.toLowerCase() ?? 'all'
  if (logic !== 'all') return false
  return campaign.filters.some(
    (filter) => isAboutPastCalls(filter) || changes.some((change) => keepsOut(filter, change)),
  )
}

/** Such as "Not Webhook is Called" in the past hour. */
function isAboutPastCalls({ filter }: Filter): boolean {
  return /^not\b|webhook is called/i.test(filter.value)
}

function keepsOut(filter: Filter, change: FieldChange): boolean {
  if (!isOfField(change, filter.filter.value)) return false
  const { values, success } = change
  const wanted = String(filter.value?.value ?? '').toLowerCase()
  switch (filter.operator?.value.toLowerCase()) {
    case 'is empty':
      return values?.every((value) => value !== '' && value !== 'null') ?? true
    case 'is not':
      return values?.every((value) => value === wanted) === true || success === wanted
    case 'is':
    case undefined:
      return values?.every((value) => value !== wanted) === true
    default:
      return false
  }
}
