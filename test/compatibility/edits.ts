import { schemaEdits, type SchemaEdit } from '../../bench/support/schema-edits.mjs'
import { compareWebhooks, type SideComparison } from '../../src/compatibility/compare-webhooks.ts'
import type { JsonSchema } from '../../src/model/webhook.ts'
import { compileText, type Definition } from '../contract/test-text.ts'

/** An edit whose webhook is written in the words of our tests. */
export interface TextEdit extends SchemaEdit {
  readonly definition: Definition
}

/** The edits that are also measured, with other tools beside ours, in `bench/compatibility.mjs`. */
export function readEdits(): readonly TextEdit[] {
  // Data of our own: the definitions are written for `compileText`, which fails where one is not.
  return schemaEdits().map((edit) => ({ ...edit, definition: edit.definition as Definition }))
}

/** Compares the webhook before and after an edit. */
export function compareEdit({ definition, side, before, after }: TextEdit): SideComparison {
  const withSchema = (schema: JsonSchema): Definition =>
    side === 'request' ? { ...definition, schema } : { ...definition, response: schema }
  const found = compareWebhooks(
    compileText(withSchema(before)),
    compileText(withSchema(after)),
  ).find((each) => each.side === side)
  if (found === undefined) throw new Error(`nothing was compared on the ${side} side`)
  return found
}
