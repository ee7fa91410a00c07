import type { PlaygroundData } from '../../src/browser/playground/playground-data.ts'
import { openTrials, type Trial } from '../../src/browser/playground/open-trials.ts'
import type { CompiledProgram } from '../../src/compile/compiled-program.ts'
import { bodyFormatNamed } from '../../src/marketo/body-formats/body-formats.ts'
import { standaloneCheck, type StandaloneValidator } from '../../src/receiver/standalone-runtime.ts'
import type { SchemaCheck } from '../../src/receiver/schema-violation.ts'
import { makePlayground } from '../../src/site/playground-data.ts'
import { exampleWorkspace } from './example-programs.ts'

/** What a page of a program carries, as its script reads it. */
export function carriedData(compiled: CompiledProgram): PlaygroundData {
  return JSON.parse(JSON.stringify(sourceOf(compiled).data))
}

/** Each webhook of a program as its page tries it: from what the page carries and from nothing else. */
export function openPlayground(compiled: CompiledProgram): readonly (readonly Trial[])[] {
  const { pinned, webhooks } = carriedData(compiled)
  const validators = runScript(sourceOf(compiled).script)
  return webhooks.map((webhook) =>
    openTrials(webhook, pinned, {
      bodyFormat: bodyFormatNamed(webhook.bodyFormat),
      schema: validators.get(webhook.id),
    }),
  )
}

function sourceOf(compiled: CompiledProgram): ReturnType<typeof makePlayground> {
  const sample = exampleWorkspace().leads.find(({ name }) => name === 'plain')
  return makePlayground({ compiled, sample, hidden: [], xmlScript: '' })
}

function runScript(script: string): ReadonlyMap<string, SchemaCheck> {
  const page: { hookbookValidators?: Readonly<Record<string, StandaloneValidator>> } = {}
  new Function('globalThis', script)(page)
  const validators = Object.entries(page.hookbookValidators ?? {})
  return new Map(validators.map(([id, make]) => [id, standaloneCheck(make)]))
}
