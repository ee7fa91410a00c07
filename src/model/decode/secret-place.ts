import type { LocatedText } from '../../base/located-text.ts'
import type { Decoder } from './decoder.ts'
import { text } from './scalars.ts'

const PLACE = /^env:[A-Za-z_]\w*$/

/** Where the value of a secret is read from. What stands here instead may be the value itself: no message shows it. */
export const secretPlace: Decoder<LocatedText> = {
  schema: { ...text.schema, pattern: PLACE.source },
  decode: (node, context) => {
    if (node.kind === 'scalar' && PLACE.test(node.text.value)) return node.text
    context.report({
      rule: 'secret-from-environment',
      severity: 'error',
      at: node.at,
      message: 'this is not the name of an environment variable, written as "env:NAME"',
      effect: 'if it is the value itself, whoever can read the repository can use it',
      help: 'write "env:" and the name of the variable that holds the value; replace a value that stood here',
    })
    return undefined
  },
}
