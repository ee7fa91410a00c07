import type { Campaign, Choice, Constraint, FlowStep, Setting } from '../../model/campaign.ts'

/** Ids of the definition that are other ones now, each for what is still the same thing in Marketo. */
export interface RenamedIds {
  readonly webhook: ReadonlyMap<string, string>
  readonly campaign: ReadonlyMap<string, string>
}

/** A campaign as it was, with the ids by which others are called now: on the screen nothing has changed. */
export function followRenames(campaign: Campaign, renamed: RenamedIds): Campaign {
  if (renamed.webhook.size === 0 && renamed.campaign.size === 0) return campaign
  return {
    ...campaign,
    triggers: campaign.triggers.map((trigger) => ({
      ...trigger,
      constraints: trigger.constraints.map((each) => followConstraint(each, renamed)),
    })),
    filters: campaign.filters.map((filter) => ({
      ...filter,
      constraints: filter.constraints.map((each) => followConstraint(each, renamed)),
    })),
    flow: campaign.flow.map((step): FlowStep => ({
      ...step,
      settings: step.settings.map((each) => followSetting(each, renamed)),
      choices: step.choices.map((choice): Choice => ({
        ...choice,
        settings: choice.settings.map((each) => followSetting(each, renamed)),
      })),
    })),
  }
}

function followConstraint(constraint: Constraint, renamed: RenamedIds): Constraint {
  const { name, value } = constraint
  const id = idNow(name.value, String(value.value), renamed)
  return id === undefined ? constraint : { ...constraint, value: { ...value, value: id } }
}

function followSetting(setting: Setting, renamed: RenamedIds): Setting {
  const { name, value, text } = setting
  const id = idNow(name.value, text.value, renamed)
  if (id === undefined) return setting
  return { ...setting, value: { ...value, value: id }, text: { ...text, value: id, pieces: [] } }
}

function idNow(name: string, id: string, renamed: RenamedIds): string | undefined {
  if (name !== 'webhook' && name !== 'campaign') return undefined
  return renamed[name].get(id)
}
