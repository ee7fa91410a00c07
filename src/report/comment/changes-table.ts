import type { RootContent } from 'mdast'
import type { Actor } from '../../marketo/actor.ts'
import type { Change, Impact } from '../../diff/change.ts'
import { code, heading, list, paragraph, table, text } from '../markdown/nodes.ts'
import { plural } from '../summary.ts'

const ORDER: readonly Impact[] = ['breaking', 'additive', 'neutral']

const ACTORS: Readonly<Record<Actor, string>> = {
  receiver: 'endpoint',
  api: 'REST API',
  human: 'by hand',
}

const FIRST: Readonly<Record<Change['rollout'], string>> = {
  'endpoint-first': 'the endpoint',
  'marketo-first': 'Marketo',
  any: 'either',
}

/** Programs of which nothing can be said, and why. */
export function notComparedList(
  notCompared: readonly { readonly program: string; readonly why: string }[],
): readonly RootContent[] {
  if (notCompared.length === 0) return []
  return [list(notCompared.map(({ program, why }) => [code(program), ` is not compared: ${why}`]))]
}

/** Every change in a line, what breaks first. */
export function changesTable(changes: readonly Change[], most: number): readonly RootContent[] {
  if (changes.length === 0) return []
  const ordered = ORDER.flatMap((impact) => changes.filter((change) => change.impact === impact))
  const shown = ordered.slice(0, most)
  const rest = ordered.length - shown.length
  const head = ['What changes in Marketo', 'Where', 'Impact', 'First', 'Who', 'Before', 'After']
  return [
    heading(3, 'Changes'),
    ...(shown.length === 0 ? [] : [table(head, shown.map(rowOf))]),
    ...(rest > 0 ? [paragraph(`${plural(rest, 'more change')}: hookbook diff shows them.`)] : []),
  ]
}

function rowOf(change: Change): Parameters<typeof table>[1][number] {
  const { what, motion, impact, because, rollout, actors, before, after } = change
  return [
    text(`${what} ${motion}`),
    code(placeOf(change)),
    text(because === '' ? impact : `${impact}: ${because}`),
    FIRST[rollout],
    actors.length === 0 ? 'nobody' : actors.map((actor) => ACTORS[actor]).join(', '),
    valueOf(before),
    valueOf(after),
  ]
}

/** What belongs to the whole project has no program, and may have no environment. */
function placeOf({ program, subject, environments }: Change): string {
  const names = subject.kind === 'program' ? [program] : [program, subject.id]
  return [...names.filter((name) => name !== ''), ...environments].join(', ')
}

/** A line of a table holds so much of a value. */
const LONGEST_VALUE = 120

function valueOf(value: string | undefined): ReturnType<typeof code> | string {
  if (value === undefined) return ''
  return code(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value)
}
