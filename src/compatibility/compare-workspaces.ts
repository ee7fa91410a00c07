import { stableJson } from '../base/stable-json.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Deployment, Workspace } from '../model/workspace.ts'
import type { Compatibility, Verdict } from './compatibility.ts'
import { compareWebhooks, type SideComparison } from './compare-webhooks.ts'
import { contractMeaning, type Revision } from './revision.ts'

/** A webhook that both revisions of a project have, in one environment. */
export interface WebhookPair {
  readonly before: Revision
  readonly after: Revision
}

/** Compares the contracts of all webhooks that both have; those that have come or gone have no old partner. */
export function compareWorkspaces(
  base: Workspace,
  head: Workspace,
  onWebhook: (words: string) => void,
): readonly Compatibility[] {
  const known = new Map<string, readonly SideComparison[]>()
  const found = new Map<string, Compatibility>()
  for (const pair of webhookPairs(base, head)) {
    const key = stableJson([contractMeaning(pair.before), contractMeaning(pair.after)])
    const { program, environment } = placeOf(pair)
    onWebhook(`${program}/${pair.after.webhook.id}`)
    const sides = known.get(key) ?? compareWebhooks(pair.before, pair.after)
    known.set(key, sides)
    for (const side of sides) add(compatibilityOf(side, pair), environment, found)
  }
  return [...found.values()]
}

/** The same in many environments is told once. */
function add(
  compatibility: Compatibility,
  environment: string,
  found: Map<string, Compatibility>,
): void {
  const key = stableJson(identityOf(compatibility))
  const before = found.get(key)
  const environments = [...(before?.environments ?? []), environment]
  found.set(key, { ...(before ?? compatibility), environments })
}

/** Bodies differ from region to region, and break in the same way. */
function identityOf({ program, webhook, side, verdict, order }: Compatibility): unknown {
  const { endpointFirst, marketoFirst } = order
  return [program, webhook, side, ...[verdict, endpointFirst, marketoFirst].map(endOf)]
}

function endOf(verdict: Verdict): unknown {
  return verdict.status === 'broken'
    ? verdict.breaks.map(({ fingerprint }) => fingerprint)
    : verdict
}

function compatibilityOf(side: SideComparison, { after }: WebhookPair): Compatibility {
  const { webhook } = after
  return {
    ...side,
    program: after.compiled.program.id.value,
    webhook: webhook.id,
    environments: [],
    at: webhook[side.side]?.at ?? webhook.at,
  }
}

function placeOf({ after: { compiled } }: WebhookPair): {
  readonly program: string
  readonly environment: string
} {
  const { id, environment } = compiled.program
  return { program: id.value, environment: environment.id.value }
}

/** Webhooks by the ids of their programs and environments, in the order of the new definition. */
export function webhookPairs(base: Workspace, head: Workspace): readonly WebhookPair[] {
  return head.programs.flatMap((family) => {
    const old = base.programs.find(({ id }) => id === family.id)
    return family.deployments.flatMap((deployment) => {
      const partner = old?.deployments.find(
        ({ environment }) => environment === deployment.environment,
      )
      return partner === undefined ? [] : pairsIn(partner, deployment)
    })
  })
}

function pairsIn(before: Deployment, after: Deployment): readonly WebhookPair[] {
  const old = compileProgram(before.program)
  const now = compileProgram(after.program)
  return now.webhooks.flatMap((webhook) => {
    const partner = old.webhooks.find(({ id }) => id === webhook.id)
    return partner === undefined
      ? []
      : [
          {
            before: { compiled: old, webhook: partner },
            after: { compiled: now, webhook },
          },
        ]
  })
}

/** Webhooks by `program/webhook` that only one of two revisions has: of them nothing is compared. */
export interface UnpairedWebhooks {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export function unpairedWebhooks(base: Workspace, head: Workspace): UnpairedWebhooks {
  const [old, now] = [base, head].map(webhookNames)
  return {
    added: [...(now ?? [])].filter((name) => old?.has(name) !== true),
    removed: [...(old ?? [])].filter((name) => now?.has(name) !== true),
  }
}

function webhookNames({ programs }: Workspace): ReadonlySet<string> {
  return new Set(
    programs.flatMap(({ id, deployments }) =>
      deployments.flatMap(({ program }) =>
        program.webhooks.map((webhook) => `${id}/${webhook.id.value}`),
      ),
    ),
  )
}
