import type { Program } from '../../model/program.ts'
import type { Webhook } from '../../model/webhook.ts'
import type { ProgramFamily } from '../../model/workspace.ts'
import type { Project } from '../../model/project.ts'
import type { Rule } from '../rule.ts'

/** A test from the sandbox must not look like a real lead. */
export const sandboxHasOwnEndpoint: Rule = {
  id: 'sandbox-has-own-endpoint',
  severity: { recommended: 'off', strict: 'warning' },
  category: 'project',
  summary: 'the endpoint can tell a call of a sandbox from one of production',
  why: `People in a sandbox are invented, and their calls reach the same endpoint as real ones when URL, headers, body and secret are the same.
The CRM then holds leads that do not exist, and sales calls them.
Another URL, another secret, or a header or member that names the stage tells them apart.
Some services have one address and one key only: switch the rule off there.`,
  visit: {
    *family(family, { project }) {
      const places = placesOf(family)
      const told = new Set<string>()
      for (const sandbox of places.filter(({ program }) => isStage(program, 'sandbox'))) {
        const real = places.find(
          (other) =>
            isStage(other.program, 'production') &&
            other.webhook.id.value === sandbox.webhook.id.value &&
            isSameCall(sandbox, other, project),
        )
        const { url, id } = sandbox.webhook
        if (real === undefined || told.has(id.value)) continue
        told.add(id.value)
        yield {
          at: url.at,
          message: `"${sandbox.program.environment.id.value}" makes the same call as "${real.program.environment.id.value}"`,
          effect: 'the endpoint takes invented people for real ones',
          help: 'let an overlay of the sandbox set another host, as "vars: {crmHost: …}", or send the stage',
        }
      }
    },
  },
}

interface Place {
  readonly program: Program
  readonly webhook: Webhook
}

function placesOf({ deployments }: ProgramFamily): readonly Place[] {
  return deployments.flatMap(({ program }) =>
    program.webhooks.map((webhook) => ({ program, webhook })),
  )
}

function isStage({ subscription }: Program, stage: 'sandbox' | 'production'): boolean {
  return subscription.stage.value === stage
}

/** Tokens are the same text, and their values may differ: what a program or Marketo itself says tells the stage. */
function isSameCall(a: Place, b: Place, project: Project): boolean {
  const texts = (place: Place): string => JSON.stringify(sentTexts(place, project))
  return (
    !/\{\{\s*(?:my|program|campaign|system\.munchkinid)/i.test(texts(a)) && texts(a) === texts(b)
  )
}

function sentTexts({ program, webhook }: Place, { secrets }: Project): readonly unknown[] {
  const headers = webhook.headers.map((header) => {
    if (header.kind === 'text') return [header.name.value, header.value.value]
    const secret = secrets.find(({ id }) => id.value === header.secret.value)
    const place = secret?.from.find(({ key }) => key.value === program.subscription.id.value)
    // A secret of which nobody says where it comes from may differ.
    return [header.name.value, place?.value.value ?? program.subscription.id.value]
  })
  return [webhook.url.value, webhook.template?.value ?? '', headers]
}
