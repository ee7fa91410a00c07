import type { Change, Impact, Motion } from '../../diff/change.ts'
import type { Actor } from '../../marketo/actor.ts'
import { plural } from '../summary.ts'
import type { DiffReport } from './diff-report.ts'

/** As in any difference that people read; what was renamed or moved has changed. */
export const MARKS: Readonly<Record<Motion, string>> = {
  added: '+',
  removed: '-',
  renamed: '~',
  moved: '~',
  changed: '~',
}

/** `lead-sync, webhook crm-lead-sync`; what belongs to no program belongs to the project. */
export function subjectWords({ program, subject }: Change): string {
  const owner = program === '' ? 'the project' : program
  return subject.kind === 'program' ? owner : `${owner}, ${subject.kind} ${subject.id}`
}

/** What it is about, with the word for a motion that its mark does not tell. */
export function changeWords({ what, motion }: Change): string {
  return motion === 'renamed' || motion === 'moved' ? `${what}, ${motion}` : what
}

/** The environments, where they are not all that the program is for. */
export function environmentWords(
  { kind, program, environments }: Change,
  report: DiffReport,
): string | undefined {
  if (kind === 'environment' || report.compared === 'environments') return undefined
  const all = report.environments[program] ?? []
  const isEverywhere = all.every((environment) => environments.includes(environment))
  return isEverywhere || environments.length === 0 ? undefined : environments.join(', ')
}

const WORDS: Readonly<Record<Actor, string>> = {
  receiver: 'endpoint',
  api: 'by API',
  human: 'by hand',
}

/** What it does and who acts, in which order: `breaking, endpoint first, then by hand`. Environments differ, and nobody acts. */
export function followsWords(change: Change, { compared }: DiffReport): string | undefined {
  if (compared === 'environments') return undefined
  const impact = change.impact === 'neutral' ? '' : `${change.impact}, `
  return impact + orderWords(change)
}

/** Who acts, in which order: `endpoint first, then by hand`. */
export function orderWords({ actors, rollout }: Change): string {
  const inMarketo = actors.filter((actor) => actor !== 'receiver').map((actor) => WORDS[actor])
  const marketo = inMarketo.join(' and ')
  if (!actors.includes('receiver')) return marketo === '' ? 'nobody acts' : marketo
  if (marketo === '') return WORDS.receiver
  if (rollout === 'endpoint-first') return `${WORDS.receiver} first, then ${marketo}`
  if (rollout === 'marketo-first') return `${marketo} first, then ${WORDS.receiver}`
  return `${WORDS.receiver}, ${marketo}`
}

const IMPACTS: readonly Impact[] = ['breaking', 'additive', 'neutral']

/** How many changes there are, by what they do and by who acts. */
export function summaryLines({ changes, compared }: DiffReport): readonly string[] {
  if (changes.length === 0) return ['no difference in meaning']
  const programs = new Set(changes.map(({ program }) => program).filter((id) => id !== ''))
  const where = programs.size === 0 ? '' : ` in ${plural(programs.size, 'program')}`
  if (compared === 'environments') return [`${plural(changes.length, 'difference')}${where}`]
  const impacts = IMPACTS.map((impact) => ({
    word: impact,
    count: changes.filter((change) => change.impact === impact).length,
  }))
  const actors = (['human', 'api', 'receiver'] as const).map((actor) => ({
    word: WORDS[actor],
    count: changes.filter((change) => change.actors.includes(actor)).length,
  }))
  const nobody = {
    word: 'nobody',
    count: changes.filter((change) => change.actors.length === 0).length,
  }
  return [
    `${plural(changes.length, 'change')}${where}: ${counted(impacts, (word, count) => `${count} ${word}`)}`,
    `who acts: ${counted([...actors, nobody], (word, count) => `${word} ${count}`)}`,
  ]
}

function counted(
  counts: readonly { readonly word: string; readonly count: number }[],
  show: (word: string, count: number) => string,
): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => show(word, count))
    .join(', ')
}
