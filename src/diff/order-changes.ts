import { compareText } from '../base/compare.ts'
import type { Change, ChangeKind } from './change.ts'

/** By program, then what belongs to all of it, then webhook by webhook and campaign by campaign; each in the order of the screens. */
export function orderChanges(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort(
    (a, b) =>
      compareText(a.program, b.program) ||
      compareText(subjectKey(a), subjectKey(b)) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareText(a.id, b.id) ||
      compareText(a.environments.join(), b.environments.join()),
  )
}

function subjectKey({ subject }: Change): string {
  switch (subject.kind) {
    case 'program':
      return '0'
    case 'webhook':
      return `1 ${subject.id}`
    case 'campaign':
      return `2 ${subject.id}`
  }
}

/** As they are told; the type lists them in the same order. */
const KINDS: readonly ChangeKind[] = [
  'program',
  'environment',
  'access',
  'field',
  'my-token',
  'webhook',
  'url',
  'method',
  'encoding',
  'payload',
  'response-type',
  'header',
  'secret',
  'mapping',
  'contract',
  'success',
  'campaign',
  'trigger',
  'filter',
  'flow',
  'qualification',
  'setting',
  'text',
]
