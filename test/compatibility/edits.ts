import { editedProject } from '../../bench/support/edited-webhook.mjs'
import { schemaEdits, type SchemaEdit } from '../../bench/support/schema-edits.mjs'
import { compareWebhooks, type SideComparison } from '../../src/compatibility/compare-webhooks.ts'
import { webhookPairs } from '../../src/compatibility/compare-workspaces.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'

/** The edits that are also measured, with other tools beside ours, in `bench/compatibility.mjs`. */
export const EDITS: readonly SchemaEdit[] = schemaEdits()

/** Compares the webhook before and after an edit. */
export function compareEdit(edit: SchemaEdit): SideComparison {
  const [pair] = webhookPairs(workspaceOf(edit, edit.before), workspaceOf(edit, edit.after))
  const sides = pair === undefined ? [] : compareWebhooks(pair.before, pair.after)
  const found = sides.find(({ side }) => side === edit.side)
  if (found === undefined) throw new Error(`nothing was compared on the ${edit.side} side`)
  return found
}

function workspaceOf(edit: SchemaEdit, schema: SchemaEdit['before']): Workspace {
  const workspace = loadWorkspace(editedProject(edit, schema), 'project.yaml')
  const [problem] = workspace.diagnostics
  if (problem !== undefined) throw new Error(problem.message)
  return workspace
}
