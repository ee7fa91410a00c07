/** Which lead found a failure: its path in the replay line, counted as the engine counts. */
import { built } from './load-project.mjs'

const { openCourt } = await built('contract/judge.js')
const { exampleLeads, leadPlan } = await built('contract/lead-plan.js')
const { leadSpace } = await built('contract/lead-space.js')
const { checkSubject } = await built('contract/check-subject.js')
const { valuePools } = await built('contract/value-pool.js')

/** From 1; undefined for what does not depend on the lead. */
export function leadNumber({ compiled, webhook, seed }, replay) {
  const path = /--path (\S+)/.exec(replay ?? '')?.[1]
  if (path === undefined) return undefined
  const { space } = openCourt(checkSubject(webhook), leadSpace(webhook, compiled.program), [])
  const pools = valuePools(space, seed)
  const examples = exampleLeads(space, webhook, compiled.program, [])
  const index = leadPlan({ space, pools, examples, seed, runs: 0 }).indexOf(path)
  return index === undefined ? undefined : index + 1
}
