import type { Workspace } from '../model/workspace.ts'
import type { Change } from './change.ts'
import type { Family } from './comparison.ts'
import { diffFamily } from './diff-family.ts'
import { diffProject } from './diff-project.ts'
import { familiesOf } from './families.ts'
import { matchItems, type Identity } from './match-items.ts'
import { contentOf } from './meaning-of.ts'
import { orderChanges } from './order-changes.ts'

/** Every difference in meaning between two projects, in the order in which people read it. */
export function diffWorkspaces(base: Workspace, head: Workspace): readonly Change[] {
  const [before, after] = [familiesOf(base), familiesOf(head)]
  const { kept, added, removed } = matchItems(before, after, [
    ({ id }) => id,
    titleOf,
    contentOfFamily,
  ])
  const programs = [
    ...kept.flatMap(([from, to]) => diffFamily(from, to)),
    ...added.flatMap((family) => diffFamily(undefined, family)),
    ...removed.flatMap((family) => diffFamily(family, undefined)),
  ]
  return orderChanges([
    ...diffProject(base.project, head.project, environmentsOf([...before, ...after])),
    ...programs,
  ])
}

function environmentsOf(families: readonly Family[]): ReadonlySet<string> {
  const sides = families.flatMap((family) => family.sides)
  return new Set(sides.map(({ compiled }) => compiled.program.environment.id.value))
}

const titleOf: Identity<Family> = ({ sides }) => sides[0]?.compiled.program.title.value

const contentOfFamily: Identity<Family> = ({ sides }) => {
  const [first] = sides
  if (first === undefined) return undefined
  const { program } = first.compiled
  const webhooks = program.webhooks.map((webhook) => contentOf(webhook, 'request', 'response'))
  return contentOf({ ...program, webhooks }, 'id', 'title', 'file', 'summary', 'revision')
}
