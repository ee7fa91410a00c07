import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Program } from '../model/program.ts'
import type { Project, Secret } from '../model/project.ts'
import { code, say, type Sentence } from './words.ts'

/** What steps are made from: one program in one environment, and what stands around it. */
export interface StepContext {
  readonly compiled: CompiledProgram
  readonly project: Project
  /** Ids of the program's other environments in the same subscription: they share its fields and webhooks. */
  readonly siblings: readonly string[]
  /** The named lead of samples and tests; without one, tokens have no values. */
  readonly sample: LeadFixture | undefined
}

/** What the Marketo program is called: a name is unique in the whole subscription. */
export function programName({ title, environment }: Program): string {
  return `${title.value} (${environment.id.value})`
}

/** Where a campaign stands: the program, or nothing but its own name. */
export function campaignHome(program: Program): string {
  return program.home === undefined ? 'Marketing Activities' : programName(program)
}

/** Every secret that a webhook's headers refer to, once; undefined definitions are left out. */
export function secretsOf({ compiled, project }: StepContext): readonly Secret[] {
  const ids = new Set(
    compiled.webhooks.flatMap(({ headers }) =>
      headers.flatMap((header) => (header.kind === 'secret' ? [header.secret] : [])),
    ),
  )
  return project.secrets.filter(({ id }) => ids.has(id.value))
}

/** The day on which a secret expires in the subscription, as the definition states it. */
export function expiryOf({ expires }: Secret, { compiled }: StepContext): string | undefined {
  const subscription = compiled.program.subscription.id.value
  return expires.find(({ key }) => key.value === subscription)?.value.value
}

/** Where a secret is fetched from, and from whom: for a reader who has never heard of it. */
export function secretSource({ compiled, project }: StepContext, id: string): Sentence {
  const secret = project.secrets.find((candidate) => candidate.id.value === id)
  const subscription = compiled.program.subscription.id.value
  const from = secret?.from.find(({ key }) => key.value === subscription)?.value.value
  const owner = secret?.owner?.value ?? 'its owner'
  const name = say`the secret ${code(id)}`
  if (from === undefined) return say`${name} (ask ${owner} for it)`
  const variable = /^env:(.+)$/.exec(from)?.[1]
  return variable === undefined
    ? say`${name} (ask ${owner} for what is kept in ${code(from)})`
    : say`${name} (ask ${owner} for the value of the variable ${code(variable)})`
}
