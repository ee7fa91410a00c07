import { compareText } from '../base/compare.ts'
import { fingerprint } from '../base/fingerprint.ts'
import { stableJson } from '../base/stable-json.ts'
import type { CompiledProgram, CompiledWebhook } from '../compile/compiled-program.ts'
import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import type { LeadFixture } from '../model/lead-fixture.ts'
import type { Project } from '../model/project.ts'
import type { ProgramFamily } from '../model/workspace.ts'
import { programForm, webhookForm } from '../steps/marketo-form.ts'
import { meaningOf } from '../steps/meaning-of.ts'
import type { OutputFile } from './output-file.ts'
import { renderContract } from './render-contract.ts'
import { renderRunbook, type RunbookInput } from './render-runbook.ts'
import { sourcesOf } from './sources-of.ts'
import { sampleRequest } from './sample-request.ts'
import type { StepContext } from '../steps/step-context.ts'
import type { Templates } from './render-template.ts'

export interface RenderInput {
  readonly family: ProgramFamily
  /** One program, compiled for each of its environments. */
  readonly compiled: readonly CompiledProgram[]
  readonly project: Project
  /** The named lead of the samples; without one, tokens have no values. */
  readonly sample: LeadFixture | undefined
  readonly pages: PageSources
}

/** What pages are made from besides the definition. */
export interface PageSources {
  readonly templates: Templates
  /** What the team has written for the program's pages, by section. */
  readonly notes: ReadonlyMap<number, string>
  /** The team's own files, relative to the program's folder: notes and templates. */
  readonly files: readonly string[]
}

/** Goes up when the generated files change their form. */
const FORMAT_VERSION = 2

/** Every generated file of a program: the same definition gives the same bytes. */
export function renderProgram(input: RenderInput): readonly OutputFile[] {
  const [first] = input.compiled
  if (first === undefined) return []
  const files = new Map<string, string>()
  files.set('contract.md', renderContract(input.compiled, input.sample, input.pages.templates))
  for (const compiled of input.compiled) addDeployment(compiled, input, files)
  for (const [folder, form] of formsOf(input.compiled))
    files.set(`${folder}/marketo-form.json`, stableJson(form))
  files.set('manifest.json', manifest(input, [...files.keys()]))
  return [...files]
    .map(([path, content]) => ({ path, content }))
    .sort((a, b) => compareText(a.path, b.path))
}

function addDeployment(
  compiled: CompiledProgram,
  input: RenderInput,
  files: Map<string, string>,
): void {
  const { program, webhooks } = compiled
  const environment = program.environment.id.value
  for (const webhook of webhooks) addPayload(webhook, compiled, input, files)
  files.set(`${environment}/runbook.md`, renderRunbook(runbookInput(compiled, input)))
}

/** What the page of one environment is made from, as Markdown and as HTML. */
export function runbookInput(compiled: CompiledProgram, input: RenderInput): RunbookInput {
  return {
    context: contextOf(compiled, input),
    fingerprint: meaningOf(compiled),
    otherEnvironments: environmentsBeside(compiled, input.compiled),
    folderOf: (webhook) => `../${folderOf(webhook, compiled)}`,
    templates: input.pages.templates,
    notes: input.pages.notes,
  }
}

function contextOf(
  compiled: CompiledProgram,
  { compiled: all, project, sample }: RenderInput,
): StepContext {
  const subscription = compiled.program.subscription.id.value
  const sharing = all.filter(({ program }) => program.subscription.id.value === subscription)
  return { compiled, project, sample, siblings: environmentsBeside(compiled, sharing) }
}

function environmentsBeside(
  { program }: CompiledProgram,
  all: readonly CompiledProgram[],
): readonly string[] {
  const own = program.environment.id.value
  return all.map((each) => each.program.environment.id.value).filter((id) => id !== own)
}

/** What is typed: the webhooks of a folder, and fields, tokens and campaigns of each of its environments. */
interface Form {
  readonly webhooks: Readonly<Record<string, unknown>>
  readonly environments: Readonly<Record<string, unknown>>
}

function formsOf(all: readonly CompiledProgram[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const compiled of all) {
    const environment = compiled.program.environment.id.value
    for (const webhook of compiled.webhooks) {
      const folder = folderOf(webhook, compiled)
      const { webhooks, environments } = forms.get(folder) ?? { webhooks: {}, environments: {} }
      forms.set(folder, {
        webhooks: { ...webhooks, [webhook.id]: webhookForm(webhook) },
        environments: { ...environments, [environment]: programForm(compiled) },
      })
    }
  }
  return forms
}

/** A webhook that its subscription shares is written once for it; one of its own, for its environment. */
function folderOf(webhook: CompiledWebhook, { program }: CompiledProgram): string {
  const definition = program.webhooks.find(({ id }) => id.value === webhook.id)
  return definition?.scope.value === 'environment'
    ? program.environment.id.value
    : program.subscription.id.value
}

function addPayload(
  webhook: CompiledWebhook,
  compiled: CompiledProgram,
  { sample }: RenderInput,
  files: Map<string, string>,
): void {
  if (webhook.typedTemplate === undefined) return
  const base = `${folderOf(webhook, compiled)}/${webhook.id}`
  const extension = bodyFormatNamed(webhook.bodyFormat).fileExtension
  files.set(`${base}.template.${extension}`, webhook.typedTemplate)
  const body = sampleRequest(webhook, compiled.program, sample)?.body
  const path = `${base}.sample.${extension}`
  if (body !== undefined && !files.has(path)) files.set(path, body)
}

/** The fingerprint of each webhook, so that a reader sees which of them has changed. */
function webhookMeanings({ webhooks }: CompiledProgram): Readonly<Record<string, string>> {
  return Object.fromEntries(
    webhooks.map((webhook) => [webhook.id, fingerprint(webhookForm(webhook))]),
  )
}

function manifest({ family, compiled, pages }: RenderInput, files: readonly string[]): string {
  const [first] = compiled
  return stableJson({
    formatVersion: FORMAT_VERSION,
    program: first?.program.id.value,
    revision: first?.program.revision.value,
    sources: [...sourcesOf(family, compiled), ...pages.files].sort(compareText),
    webhooks: Object.fromEntries(
      compiled.map((each) => [each.program.environment.id.value, webhookMeanings(each)]),
    ),
    fingerprints: Object.fromEntries(
      compiled.map((each) => [each.program.environment.id.value, meaningOf(each)]),
    ),
    files: [...files, 'manifest.json'].sort(compareText),
  })
}
