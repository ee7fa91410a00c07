import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { pinnedBy } from '../compile/pinned-by.ts'
import { buildRequest } from '../emulate/build-request.ts'
import { maskedSecret } from '../emulate/curl-line.ts'
import { fixtureSituation } from '../emulate/fixture-situation.ts'
import type { HttpRequest } from '../emulate/call.ts'
import { usualAssumptions } from '../marketo/assumptions/assumptions.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Program } from '../model/program.ts'

/** What a fixture lead becomes under the likeliest assumptions and those that are pinned; secrets are masked. */
export function sampleRequest(
  webhook: CompiledWebhook,
  program: Program,
  lead: LeadFixture | undefined,
): HttpRequest | undefined {
  const built = buildRequest(webhook, fixtureSituation(webhook, program, lead?.values ?? {}), {
    assumptions: { ...usualAssumptions(), ...pinnedBy(program) },
    secretOf: maskedSecret,
  })
  return built.status === 'built' ? built.request : undefined
}
