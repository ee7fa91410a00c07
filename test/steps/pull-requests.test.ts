import { expect, test } from 'vitest'
import { hideInData } from '../../src/base/hide-texts.ts'
import { diffWorkspaces } from '../../src/diff/diff-workspaces.ts'
import { memoryFiles } from '../../src/host/memory-files.ts'
import { hiddenTexts } from '../../src/lint/hidden-texts.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { disarmForTerminal } from '../../src/report/disarm.ts'
import { planPretty } from '../../src/report/plan/plan-pretty.ts'
import { planBetween } from '../../src/steps/plan-between.ts'
import type { Plan } from '../../src/steps/plan.ts'
import { expectFile } from '../support/expected-file.ts'
import { pullRequests, type PullRequest } from '../support/pull-requests.ts'

const CASES = pullRequests()

function workspaceOf(files: PullRequest['base']): Workspace {
  return loadWorkspace(memoryFiles(new Map(Object.entries(files))), 'project.yaml')
}

/** The plans of every environment of either side, as a comment would have them. */
function plansOf({ base, head }: PullRequest): readonly Plan[] {
  const sides = [workspaceOf(base), workspaceOf(head)] as const
  const [before, after] = sides
  const environments = sides.flatMap(
    ({ project }) => project?.environments.map(({ id }) => id.value) ?? [],
  )
  const changes = diffWorkspaces(before, after)
  const plans = [...new Set(environments)].flatMap((environment) =>
    planBetween(before, after, environment, changes),
  )
  return hideInData(
    plans,
    sides.flatMap((side) => hiddenTexts(side).texts),
  )
}

test.each(CASES)('$name: who has to do what, in which order', (pullRequest) => {
  const plans = plansOf(pullRequest)
  const text = planPretty(plans, { isColored: false, isVerbose: false })
  expectFile(pullRequest.expected('plan.txt'), disarmForTerminal(text))
  for (const { steps } of plans) {
    const ids = steps.map(({ step }) => step.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

/** Nothing of Marketo changes, whatever changes in files and ids. */
test.each([
  'comment-only',
  'environment-renamed',
  'layout-only',
  'overlay-file-renamed',
  'program-id-renamed',
  'schema-file-moved',
  'webhook-id-renamed',
])('%s: nothing to do', (name) => {
  const found = CASES.filter((each) => each.name === name).flatMap(plansOf)
  expect(found.length).toBeGreaterThan(0)
  expect(found.flatMap(({ steps }) => steps)).toEqual([])
})

test('a plan has steps exactly where the changes ask somebody to act', () => {
  const asked = CASES.filter(({ base, head }) =>
    diffWorkspaces(workspaceOf(base), workspaceOf(head)).some(({ actors }) => actors.length > 0),
  )
  const planned = CASES.filter((each) => plansOf(each).some(({ steps }) => steps.length > 0))
  expect(planned.map(({ name }) => name)).toEqual(asked.map(({ name }) => name))
})
