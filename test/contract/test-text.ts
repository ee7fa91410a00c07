import type { Span } from '../../src/base/span.ts'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { CompiledProgram, CompiledWebhook } from '../../src/compile/compiled-program.ts'
import type { ContractResult } from '../../src/contract/contract-result.ts'
import type { Shard } from '../../src/contract/shard.ts'
import { testWebhook } from '../../src/contract/test-webhook.ts'
import type { Network } from '../../src/contract/test-over-http.ts'
import type { FoundCase } from '../../src/model/found-case.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'

/** A webhook in a few words; the rest of its definition is the same for all tests. */
export interface Definition {
  readonly encoding: 'None' | 'JSON' | 'Form/Url'
  readonly contentType: string
  readonly template: string | undefined
  readonly schema: unknown
  readonly url?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly responseType?: 'JSON' | 'XML' | 'None'
  readonly fields?: unknown
  readonly campaigns?: unknown
  readonly mappings?: Readonly<Record<string, string>>
  readonly response?: unknown
  readonly success?: unknown
  readonly pinned?: Readonly<Record<string, string>>
  /** My Tokens, all of them texts. */
  readonly myTokens?: Readonly<Record<string, string>>
}

export interface TestRun {
  readonly runs?: number
  readonly seed?: number
  readonly path?: string | undefined
  readonly shard?: Shard
  readonly maxMilliseconds?: number
  /** Milliseconds on the clock, each time it is looked at. */
  readonly now?: () => number
  readonly network?: Network
  readonly only?: readonly string[]
  readonly found?: readonly FoundCase[]
}

export interface TextResult extends ContractResult {
  /** What the definition says at a place. */
  readonly sourceAt: (span: Span) => string
}

const PROJECT = {
  apiVersion: 'hookbook/v1',
  kind: 'Project',
  name: 'test',
  subscriptions: { production: { stage: 'production' } },
  environments: { prod: { subscription: 'production' } },
}

/** The contract test of one webhook, from its definition as text. JSON is YAML, so definitions are written as JSON. */
export async function testText(definition: Definition, run: TestRun = {}): Promise<TextResult> {
  const { compiled, webhook, files } = compileText(definition)
  const result = await testWebhook({
    compiled,
    webhook,
    runs: run.runs ?? 400,
    seed: run.seed ?? 1,
    path: run.path,
    ...(run.shard === undefined ? {} : { shard: run.shard }),
    only: run.only,
    found: run.found ?? [],
    maxMilliseconds: run.maxMilliseconds,
    leads: [],
    network: run.network,
    now: run.now ?? ((): number => 0),
    onProgress: () => undefined,
  })
  return {
    ...result,
    sourceAt: ({ file, start, end }) => unquote(files[file]?.slice(start, end) ?? ''),
  }
}

export interface CompiledDefinition {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  readonly files: Readonly<Record<string, string>>
}

/** The webhook of a definition, compiled; throws where the definition has problems. */
export function compileText(definition: Definition): CompiledDefinition {
  const files: Readonly<Record<string, string>> = {
    'project.yaml': JSON.stringify(PROJECT),
    'p/program.yaml': JSON.stringify(programOf(definition), undefined, 1),
  }
  const workspace = loadWorkspace(
    {
      readText: (path) => files[path],
      list: (folder) =>
        folder === '' ? ['p/', 'project.yaml'] : folder === 'p' ? ['program.yaml'] : [],
    },
    'project.yaml',
  )
  const [problem] = workspace.diagnostics
  const program = workspace.programs[0]?.deployments[0]?.program
  if (problem !== undefined || program === undefined)
    throw new Error(problem?.message ?? 'no program')
  const compiled = compileProgram(program)
  const [webhook] = compiled.webhooks
  if (webhook === undefined) throw new Error('no webhook')
  return { compiled, webhook, files }
}

function unquote(source: string): string {
  return source.replace(/^"(.*)"$/, '$1')
}

function programOf(definition: Definition): unknown {
  const { mappings, response, success, pinned, myTokens, template } = definition
  return {
    apiVersion: 'hookbook/v1',
    kind: 'WebhookProgram',
    id: 'p',
    title: 'Test',
    revision: 1,
    fields: definition.fields ?? {
      Status: { rest: 'status', soap: 'Status__c', type: 'string', length: 50 },
      Count: { rest: 'count', soap: 'Count__c', type: 'integer' },
    },
    ...(definition.campaigns === undefined ? {} : { campaigns: definition.campaigns }),
    webhooks: {
      w: {
        marketo: { name: 'W' },
        url: definition.url ?? 'https://example.com/',
        method: definition.method ?? 'POST',
        tokenEncoding: definition.encoding,
        responseType: definition.responseType ?? 'JSON',
        headers: { 'Content-Type': definition.contentType, ...definition.headers },
        ...(template === undefined ? {} : { template, request: asMap(definition.schema) }),
        ...(response === undefined ? {} : { response }),
        ...(success === undefined ? {} : { success }),
        ...(mappings === undefined ? {} : { mappings }),
      },
    },
    ...(myTokens === undefined ? {} : { program: programWith(myTokens) }),
    ...(pinned === undefined
      ? {}
      : {
          assumptions: Object.fromEntries(
            Object.entries(pinned).map(([id, value]) => [id, { value, evidence: 'for this test' }]),
          ),
        }),
  }
}

function programWith(myTokens: Readonly<Record<string, string>>): unknown {
  const tokens = Object.entries(myTokens).map(([name, value]) => [name, { type: 'text', value }])
  return { template: 'T', folder: 'F', tokens: Object.fromEntries(tokens) }
}

/** `true` as a schema is the empty map. */
function asMap(schema: unknown): unknown {
  return schema === true ? {} : schema
}
