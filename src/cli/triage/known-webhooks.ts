import { compileProgram } from '../../compile/compile-program.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { ProgramFamily, Workspace } from '../../model/workspace.ts'
import type { KnownTemplate, KnownWebhook } from '../../triage/known-webhook.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { attestedRevisions, type AttestedRevisions } from '../old-steps.ts'
import {
  checkEnvironment,
  findProject,
  openProject,
  selectDeployments,
  unknown,
} from '../open-project.ts'
import { readLedgers, type ProgramLedger } from '../read-ledgers.ts'

export interface KnownWebhooks {
  readonly webhooks: readonly KnownWebhook[]
  /** What a reader should know, a sentence each. */
  readonly notices: readonly string[]
}

/** The webhooks of the project around here; without a project, error types are all that can be explained. */
export async function knownWebhooks(
  environment: string | undefined,
  context: CommandContext,
): Promise<KnownWebhooks> {
  const { host, options } = context
  if (environment === undefined && options.config === undefined && findProject(host) === undefined)
    return { webhooks: [], notices: [NO_PROJECT] }
  const workspace = openProject(context)
  checkEnvironment(workspace, environment)
  const ledgers = readLedgers(workspace, host.files)
  const hasHistory = ledgers.some(({ attestations }) => attestations.length > 0)
  const revisions = hasHistory ? await attestedRevisions(context) : undefined
  const found = workspace.programs.flatMap((family) => {
    const ledger = ledgers.find(({ program }) => program === family.id)
    return webhooksOf(family, { environment, ledger, revisions })
  })
  const webhooks = found.filter(
    ({ name }, nth) => found.findIndex((each) => each.name === name) === nth,
  )
  return { webhooks, notices: [...webhooks.flatMap(differences), ...brokenDefinitions(workspace)] }
}

const NO_PROJECT =
  'there is no project here, so responses and payloads are not judged: only error types are'

function brokenDefinitions({ programs }: Workspace): readonly string[] {
  const broken = programs.filter(({ deployments }) => deployments.length === 0)
  return broken.map(
    ({ id }) => `"${id}" could not be read, so its calls are not judged; run: hookbook lint`,
  )
}

interface Surroundings {
  readonly environment: string | undefined
  readonly ledger: ProgramLedger | undefined
  readonly revisions: AttestedRevisions | undefined
}

function webhooksOf(family: ProgramFamily, around: Surroundings): readonly KnownWebhook[] {
  const deployments = selectDeployments(family, around.environment)
  const compiled = deployments.map(({ environment, program }) => ({
    environment,
    program,
    webhooks: compileProgram(program).webhooks,
  }))
  const names = [...new Set(compiled.flatMap(({ webhooks }) => webhooks.map(({ name }) => name)))]
  return names.flatMap((name): readonly KnownWebhook[] => {
    const variants = compiled.flatMap(({ webhooks }) =>
      webhooks.filter((each) => each.name === name),
    )
    const [first] = compiled
    if (first === undefined) return []
    const current = variants.map((webhook): KnownTemplate => {
      return { revision: first.program.revision.value, isCurrent: true, webhook }
    })
    return [
      {
        name,
        program: family.id,
        variants,
        pinned: pinnedBy(first.program),
        page: `${family.folder}/generated/${first.environment}/runbook.md`,
        ...withHistory(current, variants, family, around),
      },
    ]
  })
}

/** Earlier templates are those at the commits of attestations; without a commit nothing is known of one. */
function withHistory(
  current: readonly KnownTemplate[],
  [webhook]: readonly CompiledWebhook[],
  family: ProgramFamily,
  { ledger, revisions }: Surroundings,
): Pick<KnownWebhook, 'templates' | 'isHistoryKnown'> {
  const attestations = ledger?.attestations ?? []
  const opened = attestations.map(({ commit, revision }) => ({
    revision,
    workspace: commit === undefined ? undefined : revisions?.at(commit),
  }))
  const older = opened.flatMap(({ revision, workspace }): readonly KnownTemplate[] =>
    compiledAt(workspace, family.id)
      .filter(({ id }) => id === webhook?.id)
      .map((each) => ({ revision, isCurrent: false, webhook: each })),
  )
  return {
    templates: distinct([...current, ...older.toReversed()]),
    isHistoryKnown: opened.length > 0 && opened.every(({ workspace }) => workspace !== undefined),
  }
}

function compiledAt(workspace: Workspace | undefined, id: string): readonly CompiledWebhook[] {
  const family = workspace?.programs.find((each) => each.id === id)
  return family?.deployments.flatMap(({ program }) => compileProgram(program).webhooks) ?? []
}

function distinct(templates: readonly KnownTemplate[]): readonly KnownTemplate[] {
  const seen = new Set<string>()
  return templates.filter(({ webhook: { template, encoding } }) => {
    const key = `${encoding} ${template?.text.value ?? ''}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Environments may read the same webhook's answers in different ways. */
function differences({ name, variants }: KnownWebhook): readonly string[] {
  const ways = new Set(variants.map(reading))
  return ways.size < 2
    ? []
    : [`the responses of "${name}" are read differently in its environments; name one with --env`]
}

function reading({ success, mappings, responseType }: CompiledWebhook): string {
  const mapped = mappings.map(({ path, fieldName }) => [path.value, fieldName.value])
  return JSON.stringify([success?.path.value, success?.equals.value, mapped, responseType])
}

/** The name on the screen of a webhook that is named by its id or its name; without definitions any name will do. */
export function webhookNamed(word: string, webhooks: readonly KnownWebhook[]): string {
  const found = webhooks.find(
    ({ name, variants }) => name === word || variants.some(({ id }) => id === word),
  )
  if (found !== undefined || webhooks.length === 0) return found?.name ?? word
  const known = webhooks.flatMap(({ name, variants: [first] }) => [first?.id ?? name, name])
  throw new UsageError(unknown('webhook', word, known))
}
