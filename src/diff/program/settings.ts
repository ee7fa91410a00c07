import type { Guarantee, Program } from '../../model/program.ts'
import type { Change, Consequence, Draft } from '../change.ts'
import type { ProgramPair, ProgramSide } from '../comparison.ts'
import { NOTHING_FOLLOWS, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { matchItems } from '../match-items.ts'
import { meaningOf } from '../meaning-of.ts'
import { otherDifferences } from '../other-keys.ts'

/** Something of the program that holds one value. */
interface ProgramSetting {
  readonly part: string
  readonly kind: Change['kind']
  readonly what: string
  readonly written: (program: Program) => Written | undefined
  readonly steps?: readonly string[]
  readonly follows?: Consequence
}

const SETTINGS: readonly ProgramSetting[] = [
  {
    part: 'template',
    kind: 'program',
    what: 'program that is cloned',
    written: ({ home }) => home?.template,
    steps: ['program.clone'],
    follows: { ...NOTHING_FOLLOWS, because: 'what was cloned before stays what it is' },
  },
  {
    part: 'folder',
    kind: 'program',
    what: 'folder of the program',
    written: ({ home }) => home?.folder,
    steps: ['program.clone'],
    follows: retyped('human', 'it is moved in the tree'),
  },
  { part: 'summary', kind: 'text', what: 'summary', written: ({ summary }) => summary },
  { part: 'revision', kind: 'text', what: 'revision', written: ({ revision }) => revision },
  { part: 'owner', kind: 'text', what: 'owner', written: ({ owner }) => owner },
  {
    part: 'alerts.email',
    kind: 'text',
    what: 'alerts go to',
    written: ({ alerts }) => alerts.email,
  },
  {
    part: 'alerts.escalation',
    kind: 'text',
    what: 'escalation goes to',
    written: ({ alerts }) => alerts.escalation,
  },
  {
    part: 'review.every',
    kind: 'text',
    what: 'review is due every',
    written: ({ review }) => review?.every,
  },
  {
    part: 'review.last',
    kind: 'text',
    what: 'last review',
    written: ({ review }) => review?.last,
  },
]

/** What differs in the program's own settings and texts. */
export function compareProgramSettings(pair: ProgramPair): readonly Draft[] {
  const [base, head] = [pair.base.compiled.program, pair.head.compiled.program]
  const settings = SETTINGS.flatMap(
    ({ part, kind, what, written, steps = [], follows = NOTHING_FOLLOWS }) => {
      const difference = differenceOf(written(base), written(head))
      return difference === undefined
        ? []
        : [{ ...about(part), steps, kind, what, ...difference, ...follows }]
    },
  )
  return [
    ...compareTitle(base, head),
    ...settings,
    ...compareGuarantees(base, head),
    ...comparePins(pair),
    ...compareOthers(base, head),
  ]
}

/** The parts of a program that have words of their own. */
const TOLD: readonly (keyof Program)[] = [
  'id',
  'file',
  'at',
  'environment',
  'subscription',
  'title',
  'summary',
  'revision',
  'owner',
  'alerts',
  'review',
  'fields',
  'webhooks',
  'home',
  'campaigns',
  'launchpoint',
  'guarantees',
  'pinnedAssumptions',
]

function compareOthers(base: Program, head: Program): readonly Draft[] {
  return otherDifferences(base, head, TOLD).map(({ key, ...difference }) => ({
    ...about(key),
    kind: 'setting',
    what: key,
    ...difference,
    ...NOTHING_FOLLOWS,
  }))
}

/** Assumptions that the program settles for itself; those of the project are told once, as the project's. */
function comparePins({ base, head }: ProgramPair): readonly Draft[] {
  const [from, to] = [ownPins(base), ownPins(head)]
  return [...new Set([...from.keys(), ...to.keys()])].sort().flatMap((id) => {
    const difference = differenceOf(from.get(id), to.get(id))
    if (difference === undefined) return []
    const draft = {
      ...about(`assumption.${id}`),
      kind: 'setting',
      what: `assumption ${id}`,
    } as const
    return [{ ...draft, ...difference, ...NOTHING_FOLLOWS }]
  })
}

function ownPins({ compiled, project }: ProgramSide): ReadonlyMap<string, Written> {
  const own = compiled.program.pinnedAssumptions.filter(
    (pin) => !project.pinnedAssumptions.includes(pin),
  )
  return new Map(own.map(({ id, value }) => [id.value, value]))
}

/** The program in Marketo is called after the title: a new title is a new name there. */
function compareTitle(base: Program, head: Program): readonly Draft[] {
  const difference = differenceOf(base.title, head.title)
  if (difference === undefined) return []
  const draft = { ...about('title'), what: 'title', ...difference, motion: 'renamed' as const }
  if (head.home === undefined) return [{ ...draft, kind: 'text', ...NOTHING_FOLLOWS }]
  const consequence = retyped('api', 'the program in Marketo is called so')
  return [{ ...draft, kind: 'program', steps: ['program.clone'], ...consequence }]
}

/** Promises are checked by us, and by nobody in Marketo. */
function compareGuarantees(base: Program, head: Program): readonly Draft[] {
  const { added, removed } = matchItems(base.guarantees, head.guarantees, [meaningOf])
  const draft = (guarantee: Guarantee, isAdded: boolean): Draft => {
    const words = guaranteeWords(guarantee)
    return {
      ...about(`guarantee.${words}`),
      kind: 'setting',
      motion: isAdded ? 'added' : 'removed',
      what: 'guarantee',
      before: isAdded ? undefined : words,
      after: isAdded ? words : undefined,
      at: isAdded ? placeOf(guarantee) : undefined,
      wasAt: isAdded ? undefined : placeOf(guarantee),
      ...NOTHING_FOLLOWS,
    }
  }
  return [
    ...added.map((guarantee) => draft(guarantee, true)),
    ...removed.map((guarantee) => draft(guarantee, false)),
  ]
}

function guaranteeWords(guarantee: Guarantee): string {
  if (guarantee.kind === 'sentence') return guarantee.sentence.value
  const { never, unless } = guarantee
  const state = ({ field, is }: typeof never): string => `${field.value} is ${String(is.value)}`
  return `never ${state(never)}, unless ${state(unless)}`
}

function placeOf(guarantee: Guarantee): Draft['at'] {
  return guarantee.kind === 'sentence' ? guarantee.sentence.at : guarantee.at
}

function about(part: string): Pick<Draft, 'id' | 'subject' | 'steps'> {
  return { id: `program.${part}`, subject: { kind: 'program' }, steps: [] }
}
