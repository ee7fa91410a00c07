import { expect, test } from 'vitest'
import type { Change, Motion } from '../../src/diff/change.ts'
import { diffWorkspaces } from '../../src/diff/diff-workspaces.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { deploymentContext } from '../../src/steps/deployment-context.ts'
import { setupSteps } from '../../src/steps/setup-steps.ts'
import { pullRequests } from '../support/pull-requests.ts'
import { workspaceOf } from '../support/read-files.ts'

const CASES = pullRequests().filter(({ name }) => name !== 'base-is-broken')

test.each(CASES)('$name: nothing differs from itself', ({ base, head }) => {
  expect(diffWorkspaces(workspaceOf(base), workspaceOf(base))).toEqual([])
  expect(diffWorkspaces(workspaceOf(head), workspaceOf(head))).toEqual([])
})

const BACKWARD: Readonly<Record<Motion, Motion>> = {
  added: 'removed',
  removed: 'added',
  renamed: 'renamed',
  moved: 'moved',
  changed: 'changed',
}

test.each(CASES)('$name: the way back is the same way', ({ base, head }) => {
  const [before, after] = [workspaceOf(base), workspaceOf(head)]
  const forth = diffWorkspaces(before, after).map(
    ({ kind, motion, before: from, after: to }) => [kind, motion, from, to] as const,
  )
  const back = diffWorkspaces(after, before).map(
    ({ kind, motion, before: from, after: to }) => [kind, BACKWARD[motion], to, from] as const,
  )
  expect(back.map((each) => JSON.stringify(each)).sort()).toEqual(
    forth.map((each) => JSON.stringify(each)).sort(),
  )
})

test.each(CASES)(
  '$name: each change has an id of its own, a place, and words',
  ({ base, head }) => {
    const changes = diffWorkspaces(workspaceOf(base), workspaceOf(head))
    expect(new Set(changes.map(keyOf)).size).toBe(changes.length)
    for (const change of changes) {
      expect(change.at ?? change.wasAt).toBeDefined()
      expect(change.what).not.toBe('')
      expect(change.before).not.toBe(change.after)
      if (change.impact === 'breaking') expect(change.because).not.toBe('')
    }
  },
)

test.each(CASES)('$name: every step that is named is one of the set-up', ({ base, head }) => {
  const [before, after] = [workspaceOf(base), workspaceOf(head)]
  const known = new Set([...stepIds(before), ...stepIds(after)])
  const named = diffWorkspaces(before, after).flatMap(({ steps }) => steps)
  expect(named.filter((id) => !known.has(id))).toEqual([])
})

function keyOf({ program, id }: Change): string {
  return `${program} ${id}`
}

function stepIds(workspace: Workspace): readonly string[] {
  return workspace.programs.flatMap(({ id: program, deployments }) =>
    deployments.flatMap(({ environment }) => {
      const context = deploymentContext(workspace, program, environment)
      return context === undefined ? [] : setupSteps(context).map(({ id }) => id)
    }),
  )
}
