import type { Change, Draft } from './change.ts'
import type { Family, ProgramSide } from './comparison.ts'
import { additive, marketoFirst, NOTHING_FOLLOWS } from './consequence.ts'
import { diffProgram } from './diff-program.ts'
import { joinEnvironments, type PlacedDraft } from './join-environments.ts'
import { matchItems, type Identity } from './match-items.ts'
import { pointAtVariables } from './point-at-variables.ts'
import { wholeEnvironment } from './program/environment.ts'

/** What differs in a program over all its environments. */
export function diffFamily(base: Family | undefined, head: Family | undefined): readonly Change[] {
  const program = (head ?? base)?.id ?? ''
  return joinEnvironments(program, draftsOf(base, head))
}

function draftsOf(base: Family | undefined, head: Family | undefined): readonly PlacedDraft[] {
  if (base === undefined || head === undefined) {
    const family = head ?? base
    return family === undefined ? [] : wholeProgram(family, head !== undefined)
  }
  const { kept, added, removed } = matchItems(base.sides, head.sides, [environmentOf, placeOf])
  return [
    ...renamed(base, head),
    ...kept.flatMap(([from, to]) =>
      diffProgram({ base: from, head: to }).map((draft) =>
        placed(pointAtVariables(draft, { base: from, head: to }), to),
      ),
    ),
    ...added.map((side) => placed(wholeEnvironment(side, 'added'), side)),
    ...removed.map((side) => placed(wholeEnvironment(side, 'removed'), side)),
  ]
}

const environmentOf: Identity<ProgramSide> = ({ compiled }) => compiled.program.environment.id.value

/** One workspace of one instance: an environment that is there has only been called otherwise. */
const placeOf: Identity<ProgramSide> = ({ compiled }) => {
  const { subscription, workspace, region, businessUnit } = compiled.program.environment
  return JSON.stringify([subscription, workspace, region, businessUnit].map((part) => part?.value))
}

function placed(draft: Draft, { compiled }: ProgramSide): PlacedDraft {
  return { draft, environment: compiled.program.environment.id.value }
}

/** The id is the folder's name, and nothing in Marketo. */
function renamed(base: Family, head: Family): readonly PlacedDraft[] {
  if (base.id === head.id) return []
  return head.sides.map((side) =>
    placed(
      {
        id: 'program.id',
        kind: 'program',
        motion: 'renamed',
        subject: { kind: 'program' },
        what: 'id of the program',
        before: base.id,
        after: head.id,
        steps: [],
        at: side.compiled.program.id.at,
        wasAt: base.sides[0]?.compiled.program.id.at,
        ...NOTHING_FOLLOWS,
      },
      side,
    ),
  )
}

/** One change, whatever the program holds: its runbook says the rest. */
function wholeProgram({ sides }: Family, isAdded: boolean): readonly PlacedDraft[] {
  return sides.map((side) => {
    const { title, id, webhooks, campaigns } = side.compiled.program
    const words = `${title.value}: ${count(webhooks, 'webhook')}, ${count(campaigns, 'campaign')}`
    return placed(
      {
        id: `program.${isAdded ? 'added' : 'removed'}`,
        kind: 'program',
        motion: isAdded ? 'added' : 'removed',
        subject: { kind: 'program' },
        what: 'program',
        before: isAdded ? undefined : words,
        after: isAdded ? words : undefined,
        steps: [],
        at: isAdded ? id.at : undefined,
        wasAt: isAdded ? undefined : id.at,
        ...(isAdded
          ? additive(
              'the endpoint must be ready before campaigns call it',
              ['receiver', 'api', 'human'],
              'endpoint-first',
            )
          : marketoFirst('campaigns are deactivated before the endpoint goes', [
              'receiver',
              'api',
              'human',
            ])),
      },
      side,
    )
  })
}

function count(many: readonly unknown[], word: string): string {
  return `${many.length} ${word}${many.length === 1 ? '' : 's'}`
}
