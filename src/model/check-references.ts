import type { LocatedText } from '../base/located-text.ts'
import { nearest } from '../base/nearest.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { assumptionNamed, ASSUMPTIONS } from '../marketo/assumptions/assumptions.ts'
import type { SourceNode } from '../source/source-node.ts'
import { constraintOf, settingOf } from './campaign.ts'
import type { ProgramDefinition } from './definitions/program-definition.ts'
import type { PinnedAssumption, Project } from './project.ts'

/** Names in a project that nothing bears. */
export function checkProject(project: Project): readonly Diagnostic[] {
  const ids = project.subscriptions.map(({ id }) => id.value)
  return [
    ...project.environments.flatMap(({ subscription }) =>
      missing(subscription, ids, 'subscription'),
    ),
    ...project.subscriptions.flatMap(({ promotesFrom }) =>
      missing(promotesFrom, ids, 'subscription'),
    ),
    ...project.secrets.flatMap(({ expires, from }) =>
      [...expires, ...from].flatMap(({ key }) => missing(key, ids, 'subscription')),
    ),
    ...checkAssumptions(project.pinnedAssumptions),
  ]
}

/** A list or map of environments that is empty: nothing at all would be checked. */
export function checkHasEnvironments(written: SourceNode | undefined): readonly Diagnostic[] {
  const isEmpty =
    (written?.kind === 'mapping' && written.entries.length === 0) ||
    (written?.kind === 'sequence' && written.items.length === 0)
  if (!isEmpty) return []
  return [
    {
      rule: 'missing-key',
      severity: 'error',
      at: written.at,
      message: 'there is no environment',
      effect: 'nothing is checked, compiled or tested',
      help: 'name at least one environment',
    },
  ]
}

/** Flow steps of one campaign with the same id. */
export function checkStepIds({ campaigns }: ProgramDefinition): readonly Diagnostic[] {
  return campaigns.flatMap(({ flow }) =>
    flow.flatMap(({ id }, index): readonly Diagnostic[] => {
      const first = flow.slice(0, index).find((step) => step.id.value === id.value)
      if (first === undefined) return []
      return [
        {
          rule: 'duplicate-key',
          severity: 'error',
          at: id.at,
          message: `a step before has the id "${id.value}" as well`,
          help: 'give each step of a campaign an id of its own',
          related: [{ at: first.id.at, message: 'the first one' }],
        },
      ]
    }),
  )
}

/** Names in a program that nothing bears: secrets, webhooks, assumptions. */
export function checkProgram(
  program: ProgramDefinition,
  project: Project,
  webhookIds: readonly string[],
): readonly Diagnostic[] {
  const secrets = project.secrets.map(({ id }) => id.value)
  const headers = program.webhooks.flatMap((webhook) => webhook.headers)
  const steps = program.campaigns.flatMap(({ flow }) => flow)
  const triggers = program.campaigns.flatMap((campaign) => campaign.triggers)
  return [
    ...headers.flatMap((header) =>
      header.kind === 'secret'
        ? [...missing(header.secret, secrets, 'secret'), ...checkFormat(header.format)]
        : [],
    ),
    ...steps
      .flatMap((step) => [step, ...step.choices])
      .flatMap((step) => missing(settingOf(step, 'webhook'), webhookIds, 'webhook')),
    ...triggers.flatMap((trigger) => {
      const called = constraintOf(trigger, 'webhook')?.value
      if (called === undefined) return []
      return missing(
        { value: String(called.value), at: called.at, pieces: [] },
        webhookIds,
        'webhook',
      )
    }),
    ...checkAssumptions(program.pinnedAssumptions),
  ]
}

function missing(
  name: LocatedText | undefined,
  known: readonly string[],
  what: string,
): readonly Diagnostic[] {
  if (name === undefined || known.includes(name.value)) return []
  const meant = nearest(name.value, known)
  return [
    {
      rule: 'reference-defined',
      severity: 'error',
      at: name.at,
      message: `there is no ${what} "${name.value}"`,
      help:
        meant === undefined ? `known: ${known.join(', ') || 'none'}` : `did you mean "${meant}"?`,
    },
  ]
}

function checkFormat(format: LocatedText): readonly Diagnostic[] {
  if (format.value.split('${secret}').length === 2) return []
  return [
    {
      rule: 'secret-format',
      severity: 'error',
      at: format.at,
      message: 'the format of a secret header holds "${secret}" exactly once',
      help: 'write for example "Bearer ${secret}"',
    },
  ]
}

function checkAssumptions(pinned: readonly PinnedAssumption[]): readonly Diagnostic[] {
  const ids = ASSUMPTIONS.map(({ id }) => id)
  return pinned.flatMap(({ id, value }) => {
    const assumption = assumptionNamed(id.value)
    return assumption === undefined
      ? missing(id, ids, 'assumption')
      : missing(value, assumption.values, `value of "${id.value}"`)
  })
}
