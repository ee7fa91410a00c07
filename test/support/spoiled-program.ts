import { readFileSync } from 'node:fs'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { CompiledProgram, CompiledWebhook } from '../../src/compile/compiled-program.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { readWorkspace } from './read-workspace.ts'

const FILE = 'programs/lead-sync/program.yaml'

/** A piece of the lead-sync definition and what stands in its place. */
export type Replacement = readonly [written: string, instead: string]

/** The workspace of the examples with some words of lead-sync replaced; each must stand in it. */
export function spoiledWorkspace(...replacements: readonly Replacement[]): Workspace {
  let text = readFileSync(FILE, 'utf8')
  for (const [written, instead] of replacements) {
    if (!text.includes(written)) throw new Error(`lead-sync does not hold ${written}`)
    text = text.replaceAll(written, () => instead)
  }
  return readWorkspace('programs/project.yaml', new Map([[FILE, text]]))
}

/** lead-sync for prod-emea, with some words replaced. */
export function spoiledProgram(...replacements: readonly Replacement[]): CompiledProgram {
  const family = spoiledWorkspace(...replacements).programs.find(({ id }) => id === 'lead-sync')
  const found = family?.deployments.find(({ environment }) => environment === 'prod-emea')
  if (found === undefined) throw new Error('lead-sync has no prod-emea')
  return compileProgram(found.program)
}

/** Its webhook. */
export function spoiledWebhook(...replacements: readonly Replacement[]): CompiledWebhook {
  const [webhook] = spoiledProgram(...replacements).webhooks
  if (webhook === undefined) throw new Error('lead-sync has no webhook')
  return webhook
}
