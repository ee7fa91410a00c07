import type { Review } from '../../../model/project.ts'
import { reviewDue } from '../../../model/review.ts'
import { durationWords } from '../../../steps/duration-words.ts'
import { inlineCode } from '../../markdown.ts'
import { section, type Section } from '../section.ts'

export const STAMP: Section = section({
  number: 0,
  name: 'stamp',
  title: 'Stamp',
  shape: {
    program: 'text',
    environment: 'text',
    subscription: 'text',
    workspace: 'text',
    revision: 'text',
    fingerprint: 'text',
    owner: 'text',
    alerts: 'text',
    review: 'text',
    reviewed: 'text',
    reviewDue: 'text',
    tests: 'text',
    notes: 'text',
  },
  view: ({ context, fingerprint }) => {
    const { program } = context.compiled
    const { environment, subscription, alerts, review } = program
    const munchkin = subscription.munchkin?.value
    return {
      program: inlineCode(program.id.value),
      notes: inlineCode(`${program.id.value}/notes.md`),
      environment: inlineCode(environment.id.value),
      subscription: `${subscription.id.value} (${subscription.stage.value}${munchkin === undefined ? '' : `, ${munchkin}`})`,
      workspace: environment.workspace?.value ?? 'the only one',
      revision: program.revision.value,
      fingerprint: inlineCode(fingerprint.slice(0, 12)),
      owner: program.owner?.value ?? 'not named',
      alerts:
        [alerts.email?.value, alerts.escalation?.value]
          .flatMap((part) => part ?? [])
          .join(', then ') || 'not named',
      review: everyWords(review),
      reviewed: review?.last?.value ?? 'never: nobody has stated a review',
      reviewDue: dueWords(review),
      tests: inlineCode(`hookbook test ${program.id.value} --env ${environment.id.value}`),
    }
  },
})

function everyWords(review: Review | undefined): string {
  const every = review?.every?.value
  return every === undefined
    ? 'not stated how often'
    : `every ${durationWords(every)}, by the owner`
}

/** What the definition says; whether it is over, only a clock can tell. */
function dueWords(review: Review | undefined): string {
  const missing = [
    ...(review?.last === undefined ? ['the last review'] : []),
    ...(review?.every === undefined ? ['how often'] : []),
  ]
  return reviewDue(review) ?? `not known: nobody has stated ${missing.join(' and ')}`
}
