import { expect, test } from 'vitest'
import { compileText } from '../test-text.ts'
import { everyDefinition, type NamedDefinition } from './definitions.ts'
import { compareToken } from './compare-token.ts'
import { proveWebhook } from '../../../src/contract/proof/prove-webhook.ts'

/** One of five, with each token, place, encoding and set of pinned assumptions in turn. */
const DEFINITIONS = everyDefinition().filter((_definition, nth) => nth % 5 === 0)

test('there are hundreds of definitions, and every verdict among them', () => {
  const verdicts = DEFINITIONS.filter((_definition, nth) => nth % 12 === 0).flatMap(
    ([, definition]) => {
      const { compiled, webhook } = compileText(definition)
      return proveWebhook(compiled, webhook).map(({ verdict }) => verdict.status)
    },
  )
  expect(DEFINITIONS.length).toBeGreaterThan(400)
  expect(new Set(verdicts)).toEqual(new Set(['proven', 'refuted', 'unknown']))
})

test.each(['None', 'JSON', 'Form/Url'] as const)(
  'under %s a token breaks some lead exactly if it is refuted, and with nothing smaller',
  (encoding) => {
    const disagreements = DEFINITIONS.filter(
      ([, definition]) => definition.encoding === encoding,
    ).flatMap(disagreementsOf)
    expect(disagreements).toEqual([])
  },
  120_000,
)

function disagreementsOf([name, definition]: NamedDefinition): readonly string[] {
  const { compiled, webhook } = compileText(definition)
  return proveWebhook(compiled, webhook).flatMap((proof) =>
    compareToken(compiled, webhook, proof).map(
      (problem) => `${name}: ${proof.part}, ${JSON.stringify(proof.verdict)}: ${problem}`,
    ),
  )
}
