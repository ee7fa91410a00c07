import { PERSONAL_CLASSES } from '../../marketo/fields/personal-class.ts'
import type { LocatedText } from '../../base/located-text.ts'
import { mapped, object, optional, scalarOr, type Decoded } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { text } from '../decode/scalars.ts'
import type { Purpose } from '../purpose.ts'

const classes = {
  identifier: optional(
    text,
    'What is sent that leads to one person is for: names, ids, birthdays.',
  ),
  contact: optional(text, 'What ways to reach the person are for: e-mail, telephone, address.'),
  'free text': optional(
    text,
    'What typed texts are for: job titles, notes, comments. Anything may stand in them.',
  ),
  behavioural: optional(
    text,
    'What is for that tells what the person did, or what was concluded: scores, stages, clicks.',
  ),
}

/** One sentence, or one for each class of personal data. */
export const purposeDefinition: Decoder<Purpose> = mapped(
  scalarOr(text, object(classes)),
  purposeFrom,
)

function purposeFrom(written: LocatedText | Decoded<typeof classes>): Purpose {
  if ('value' in written) return { all: written, byClass: [] }
  const byClass = PERSONAL_CLASSES.flatMap((name) => {
    const sentence = written.values[name]
    return sentence === undefined ? [] : [{ name, sentence }]
  })
  return { all: undefined, byClass }
}
