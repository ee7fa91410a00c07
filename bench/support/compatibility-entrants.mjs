import { createRequire } from 'node:module'
import { editedProject } from './edited-webhook.mjs'
import { isWitness } from './is-witness.mjs'
import { built } from './load-project.mjs'

const require = createRequire(import.meta.url)

/**
 * Who tells edits apart: each says `breaking`, `harmless` or `unknown`, and what else there is to say.
 * The peers know two schemas. They are told the direction by the order in which they get them: an answer
 * is read by Marketo, so what is promised now comes first.
 */
export const ENTRANTS = [
  { name: 'hookbook', judge: await hookbook() },
  { name: 'json-schema-diff', judge: await schemaDiff() },
  { name: 'json-schema-diff-validator', judge: schemaDiffValidator() },
]

async function hookbook() {
  const { loadWorkspace } = await built('index.js')
  const { compareWorkspaces } = await built('compatibility/compare-workspaces.js')
  return (edit) => {
    const [base, head] = [edit.before, edit.after].map((schema) =>
      loadWorkspace(editedProject(edit, schema), 'project.yaml'),
    )
    const [found] = compareWorkspaces(base, head, () => undefined)
    const { status, breaks = [] } = found.verdict
    const isShown = breaks.every(({ witness }) => isWitness(witness, edit))
    if (status === 'broken') return { says: 'breaking', note: isShown ? '' : 'INVALID WITNESS' }
    return { says: status === 'compatible' ? 'harmless' : 'unknown', note: '' }
  }
}

async function schemaDiff() {
  const { diffSchemas } = require('json-schema-diff')
  return async (edit) => {
    const [sourceSchema, destinationSchema] = inDirection(edit)
    try {
      const { removalsFound } = await diffSchemas({ sourceSchema, destinationSchema })
      return { says: removalsFound ? 'breaking' : 'harmless', note: '' }
    } catch (error) {
      return { says: 'unknown', note: error.message.split('\n')[0] }
    }
  }
}

/** With every option that allows more; it throws where it finds a break, and for what it does not understand. */
function schemaDiffValidator() {
  const { validateSchemaCompatibility } = require('json-schema-diff-validator')
  const options = { allowNewOneOf: true, allowNewEnumValue: true, allowReorder: true }
  return (edit) => {
    const [old, now] = inDirection(edit).map((schema) => structuredClone(schema))
    try {
      validateSchemaCompatibility(old, now, options)
      return { says: 'harmless', note: '' }
    } catch (error) {
      const isVerdict = error.message.includes('not backward compatible')
      return { says: isVerdict ? 'breaking' : 'unknown', note: isVerdict ? '' : error.message }
    }
  }
}

function inDirection({ side, before, after }) {
  return side === 'request' ? [before, after] : [after, before]
}
