import { settingOf, type Campaign } from '../../model/campaign.ts'

/** What a campaign changes on a lead, in words: `Lead Status is SAL`. */
export function effectsOf({ flow }: Campaign): readonly string[] {
  return flow.flatMap((step) => {
    const attribute = settingOf(step, 'attribute')?.value
    const value = settingOf(step, 'value')?.value
    return attribute === undefined || value === undefined ? [] : [`${attribute} is ${value}`]
  })
}
