import type { RotationProgress } from '../../steps/rotation-progress.ts'
import { movementLines } from '../plan/movement-lines.ts'
import { sentenceText } from '../plan/sentence-text.ts'
import { printableJson } from '../printable-json.ts'
import { shortId } from './rotation-words.ts'

/** A rotation for programs. */
export function rotationJson({ rotation, steps, revocable }: RotationProgress): string {
  const { secret, subscription, expires, programs } = rotation
  const value = {
    formatVersion: 1,
    secret: secret.id.value,
    subscription,
    expires,
    overlap: secret.overlap?.value,
    programs,
    revocable,
    steps: steps.map(({ step, program, done }) => ({
      id: shortId(step.id, secret.id.value),
      program,
      actor: step.actor,
      does: step.does,
      where: step.where,
      movements: step.movements.map((movement) => movementLines(movement).join('\n')),
      expect: sentenceText(step.expect),
      ifNot: sentenceText(step.ifNot),
      undo: sentenceText(step.undo),
      done,
    })),
  }
  return printableJson(`${JSON.stringify(value, undefined, 2)}\n`)
}
