import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileProgram } from '../../../src/compile/compile-program.ts'
import type { CompiledProgram, CompiledWebhook } from '../../../src/compile/compiled-program.ts'
import type { TokenProof } from '../../../src/contract/proof/token-proof.ts'
import { readWorkspace } from '../../support/read-workspace.ts'
import { compareToken } from './compare-token.ts'
import { proveWebhook } from '../../../src/contract/proof/prove-webhook.ts'

const REAL = readdirSync('fixtures/real-webhooks').flatMap((name) => [
  `fixtures/real-webhooks/${name}/published`,
  `fixtures/real-webhooks/${name}/corrected`,
])

test.each(['programs', 'fixtures/common-tutorial', ...REAL])(
  '%s: the proof of every token agrees with its leads',
  (folder) => {
    const webhooks = webhooksOf(folder)
    expect(webhooks.length).toBeGreaterThan(0)
    const disagreements = webhooks.flatMap(({ compiled, webhook }) =>
      proveWebhook(compiled, webhook).flatMap((proof) =>
        compareToken(compiled, webhook, proof).map((problem) => `${proof.use.key}: ${problem}`),
      ),
    )
    expect(disagreements).toEqual([])
  },
  60_000,
)

test('every token of the example programs is proven', () => {
  const proofs = webhooksOf('programs').flatMap(({ compiled, webhook }) =>
    proveWebhook(compiled, webhook),
  )
  expect(proofs.length).toBeGreaterThan(50)
  expect(proofs.filter(({ verdict }) => verdict.status !== 'proven').map(nameOf)).toEqual([])
})

test.each([
  ['person-exists/published', ['{{lead.Email Address}}']],
  ['score-compare/published', ['{{lead.Online Score}}', '{{lead.Offline Score}}']],
  ['twilio-sms/published', []],
])('%s: refuted are %j', (name, refuted) => {
  const proofs = webhooksOf(`fixtures/real-webhooks/${name}`).flatMap(({ compiled, webhook }) =>
    proveWebhook(compiled, webhook),
  )
  expect(proofs.filter(({ verdict }) => verdict.status === 'refuted').map(nameOf)).toEqual(refuted)
})

function nameOf({ use }: TokenProof): string {
  return use.token.raw
}

interface RealWebhook {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
}

/** One deployment of each program: what overlays change is no token. */
function webhooksOf(folder: string): readonly RealWebhook[] {
  return readWorkspace(`${folder}/project.yaml`).programs.flatMap(({ deployments }) =>
    deployments.slice(0, 1).flatMap(({ program }) => {
      const compiled = compileProgram(program)
      return compiled.webhooks.map((webhook) => ({ compiled, webhook }))
    }),
  )
}
