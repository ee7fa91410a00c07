import type { CampaignRun } from '../../src/campaign/campaign-run.ts'
import { followRun } from '../../src/campaign/follow-run.ts'
import { runModel } from '../../src/campaign/run-model.ts'
import { startState } from '../../src/campaign/run-state.ts'
import { compileProgram } from '../../src/compile/compile-program.ts'
import { usualAssumptions } from '../../src/marketo/assumptions/assumptions.ts'
import { fixtureWorkspace } from '../support/fixture-workspace.ts'

/**
 * Follows a run of a fixture program. The words are `campaign.trigger`, the ends of calls, `Field=value`
 * for the person, `assumption:value`.
 */
export function followFixture(text: string, words: string): CampaignRun {
  const workspace = fixtureWorkspace(text)
  const [program] = workspace.programs.flatMap(({ deployments }) =>
    deployments.map((deployment) => deployment.program),
  )
  if (program === undefined || workspace.diagnostics.length > 0)
    throw new Error(workspace.diagnostics.map(({ message }) => message).join('\n'))
  const [start = '', ...rest] = words.split(', ')
  const [campaignId, triggerId] = start.split('.')
  const campaign = program.campaigns.find(({ id }) => id.value === campaignId)
  const trigger = campaign?.triggers.find(({ id }) => id.value === triggerId)
  if (campaign === undefined || trigger === undefined) throw new Error(`no ${start}`)
  const pairs = (sign: string): readonly (readonly [string, string])[] =>
    rest
      .filter((word) => word.includes(sign))
      .map((word) => {
        const [name = '', value = ''] = word.split(sign)
        return [name, value]
      })
  const model = runModel({
    compiled: compileProgram(program),
    elsewhere: [],
    assumptions: { ...usualAssumptions(), ...Object.fromEntries(pairs(':')) },
    values: {},
  })
  const fields = Object.fromEntries(
    pairs('=').map(([name, value]) => [
      name.toLowerCase(),
      /^[0-9]+$/.test(value) ? Number(value) : value,
    ]),
  )
  const ends = rest.filter((word) => !/[=:]/.test(word))
  const person = { fields, lists: [], isDeleted: false }
  return followRun(
    startState(person),
    { campaign, trigger },
    {
      model,
      ends: ends.length === 0 ? ['success'] : ends,
    },
  )
}
