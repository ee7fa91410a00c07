import { openFoundFolder } from '../found-folder.ts'
import type { Workspace } from '../../model/workspace.ts'
import { FORMATS } from '../../report/formats.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { openProject } from '../open-project.ts'
import type { ValueSource } from './value-sources.ts'

/** A word that can be typed, with a few words on what it means. */
export interface Candidate {
  readonly value: string
  readonly about: string
}

/** Every value of a source; none where there is no project, or no repository. */
export async function listValues(
  source: ValueSource,
  context: CommandContext,
): Promise<readonly Candidate[]> {
  switch (source) {
    case 'formats':
      return FORMATS.map(({ name, summary }) => ({ value: name, about: summary }))
    case 'rules':
      return listRules()
    case 'checks': {
      const { CONTRACT_CHECKS } = await import('../../contract/all-checks.ts')
      return [...CONTRACT_CHECKS].map(([value, about]) => ({ value, about }))
    }
    case 'faults': {
      const { FAULTS } = await import('../../receiver/faults.ts')
      return FAULTS.map(({ id, summary }) => ({ value: id, about: `the endpoint ${summary}` }))
    }
    case 'schemas': {
      const { DEFINITION_SCHEMAS } = await import('../../model/schemas.ts')
      return DEFINITION_SCHEMAS.map(({ name }) => ({ value: name, about: '' }))
    }
    case 'revisions':
      return quietly(() => listRevisions(context))
    case 'environments':
    case 'found-cases':
    case 'leads':
    case 'programs':
    case 'secrets':
    case 'subscriptions':
    case 'webhooks':
      return quietly(async () => ofProject(source, openProject(context), context))
  }
}

async function listRules(): Promise<readonly Candidate[]> {
  const { RULES } = await import('../../lint/rules.ts')
  const { CHECK_GROUPS } = await import('../known-checks.ts')
  return [
    ...RULES.map(({ id, summary }) => ({ value: id, about: summary })),
    ...CHECK_GROUPS.flatMap(({ checks }) =>
      checks.map(([id, summary]) => ({ value: id, about: summary })),
    ),
  ]
}

async function listRevisions(context: CommandContext): Promise<readonly Candidate[]> {
  const { openRepository } = await import('../open-repository.ts')
  const repository = await openRepository(context)
  return repository.names().map((value) => ({ value, about: 'revision' }))
}

function ofProject(
  source:
    | 'environments'
    | 'found-cases'
    | 'leads'
    | 'programs'
    | 'secrets'
    | 'subscriptions'
    | 'webhooks',
  workspace: Workspace,
  { host }: CommandContext,
): readonly Candidate[] {
  const { project, programs, leads } = workspace
  switch (source) {
    case 'environments':
      return (project?.environments ?? []).map(({ id, subscription }) => ({
        value: id.value,
        about: `environment of ${subscription.value}`,
      }))
    case 'programs':
      return programs.map(({ id, deployments: [first] }) => ({
        value: id,
        about: first?.program.title.value ?? '',
      }))
    case 'secrets':
      return (project?.secrets ?? []).map(({ id, purpose }) => ({
        value: id.value,
        about: purpose?.value ?? 'secret',
      }))
    case 'subscriptions':
      return (project?.subscriptions ?? []).map(({ id, stage }) => ({
        value: id.value,
        about: stage.value,
      }))
    case 'leads':
      return leads.map(({ name }) => ({ value: name, about: 'fixture lead' }))
    case 'webhooks':
      return programs.flatMap(({ id, deployments: [first] }) =>
        (first?.program.webhooks ?? []).map((webhook) => ({
          value: webhook.id.value,
          about: `webhook of ${id}`,
        })),
      )
    case 'found-cases':
      return openFoundFolder(workspace, host.files).cases.map(({ found }) => ({
        value: found.id,
        about: 'found case',
      }))
  }
}

/** Whoever presses Tab is not told what is missing. */
async function quietly(list: () => Promise<readonly Candidate[]>): Promise<readonly Candidate[]> {
  try {
    return await list()
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}
