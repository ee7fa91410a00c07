import type { LocatedText } from '../base/located-text.ts'
import type { PersonalClass } from '../marketo/fields/personal-class.ts'

/** What personal data is sent for: one sentence for all of it, or one for each class. */
export interface Purpose {
  readonly all: LocatedText | undefined
  readonly byClass: readonly { readonly name: PersonalClass; readonly sentence: LocatedText }[]
}

/** What a class is sent for: the webhook's own word on it, or else what its program says of all webhooks. */
export function purposeOf(
  name: PersonalClass,
  webhook: { readonly purpose: Purpose | undefined },
  program: { readonly purpose: Purpose | undefined },
): LocatedText | undefined {
  return sentenceFor(name, webhook.purpose) ?? sentenceFor(name, program.purpose)
}

function sentenceFor(name: PersonalClass, purpose: Purpose | undefined): LocatedText | undefined {
  return purpose?.byClass.find((own) => own.name === name)?.sentence ?? purpose?.all
}
