import { compileProgram } from '../compile/compile-program.ts'
import type { CompiledWebhook } from '../compile/compiled-program.ts'
import { sentAssumptions } from '../compile/sent-assumptions.ts'
import { buildRequest } from '../emulate/build-request.ts'
import type { HttpRequest, Situation } from '../emulate/call.ts'
import { firstDifferentByte, type DifferentByte } from '../emulate/first-different-byte.ts'
import type { AssumptionSet } from '../marketo/assumptions/assumption.ts'
import { parseTypedTemplate, spellForTemplateField } from '../marketo/template-field.ts'
import { loadWorkspace } from '../model/load-workspace.ts'

/** Whether a definition sends again what it was written from. */
export type ImportProof =
  | {
      readonly status: 'same'
      /** Of the body, or of the Template field. */
      readonly bytes: number
      /** What is not documented, and decides what is sent. */
      readonly restsOn: readonly string[]
    }
  | { readonly status: 'different'; readonly at: DifferentByte }
  | { readonly status: 'not-rendered'; readonly reason: string }

export interface Expected {
  readonly request: HttpRequest
  /** What stands in the Template field; undefined where the request itself was seen. */
  readonly typed: string | undefined
  /** The values that tokens showed, and those of the secrets. */
  readonly situation: Situation
  readonly secretOf: (id: string) => string
  readonly world: AssumptionSet
  /** What the project has settled: it decides how a template is typed. */
  readonly pinned: AssumptionSet
}

/** Reads the written file anew, compiles and renders it, and compares with what was imported, byte by byte. */
export function proveImport(id: string, text: string, expected: Expected): ImportProof {
  const workspace = loadWorkspace(readerOf(id, text, expected.pinned), 'project.yaml')
  const program = workspace.programs[0]?.deployments[0]?.program
  const webhook = program === undefined ? undefined : compileProgram(program).webhooks[0]
  if (webhook === undefined) {
    const [first] = workspace.diagnostics
    return { status: 'not-rendered', reason: first?.message ?? 'the definition has no webhook' }
  }
  const rendered = expected.typed === undefined ? render(webhook, expected) : typed(webhook)
  if (rendered.status === 'not-rendered') return rendered
  const wanted = expected.typed === undefined ? expected.request : asTyped(expected)
  const at = firstDifferentByte(wanted, rendered.request)
  if (at !== undefined) return { status: 'different', at }
  const bytes = new TextEncoder().encode(expected.typed ?? expected.request.body ?? '').length
  return { status: 'same', bytes, restsOn: sentAssumptions(webhook) }
}

type Rendered =
  | { readonly status: 'rendered'; readonly request: HttpRequest }
  | Extract<ImportProof, { readonly status: 'not-rendered' }>

function render(webhook: CompiledWebhook, expected: Expected): Rendered {
  const { situation, secretOf, world: assumptions } = expected
  const built = buildRequest(webhook, situation, { assumptions, secretOf })
  return built.status === 'built'
    ? { status: 'rendered', request: built.request }
    : { status: 'not-rendered', reason: built.reason }
}

/** What the dialog gets: tokens and all. */
function typed({ method, url, typedTemplate }: CompiledWebhook): Rendered {
  return {
    status: 'rendered',
    request: { method, url: url.text.value, headers: [], body: typedTemplate },
  }
}

/** An escape such as `\n` may be typed as what it becomes: both send the same. */
function asTyped({ request, typed: text = '', world }: Expected): HttpRequest {
  const read = parseTypedTemplate(text)
  const isRead = world['backslash-preparse'] === 'on' && read.status === 'sent'
  return { ...request, headers: [], body: isRead ? spellForTemplateField(read.text) : text }
}

/** A project with nothing in it but the new program, so that nothing else decides. */
function readerOf(
  id: string,
  text: string,
  pinned: AssumptionSet,
): Parameters<typeof loadWorkspace>[0] {
  const settled = Object.entries(pinned).map(([name, value]) => [
    name,
    { value, evidence: 'the project' },
  ])
  const project = { ...PROJECT, assumptions: Object.fromEntries(settled) }
  const files = new Map([
    // JSON is YAML.
    ['project.yaml', JSON.stringify(project)],
    [`${id}/program.yaml`, text],
  ])
  return {
    readText: (path) => files.get(path),
    list: (folder) => (folder === '' ? [`${id}/`] : folder === id ? ['program.yaml'] : []),
  }
}

const PROJECT = {
  apiVersion: 'hookbook/v1',
  kind: 'Project',
  name: 'imported',
  subscriptions: { here: { stage: 'sandbox' } },
  environments: { here: { subscription: 'here' } },
}
