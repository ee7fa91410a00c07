import type { Campaign } from '../model/campaign.ts'
import type { DefinedProgram } from '../model/program.ts'

/** The campaign of a program that a step names, by its id or by its name on the screen. */
export function campaignOf(name: string, program: DefinedProgram): Campaign | undefined {
  const wanted = name.toLowerCase()
  return program.campaigns.find((campaign) =>
    [campaign.id.value, campaign.name.value].some((own) => own.toLowerCase() === wanted),
  )
}
