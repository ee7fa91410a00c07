import { readFileSync } from 'node:fs'
import { applyPatch } from './apply-patch.mjs'

/** Every edit of `compatibility/edits.json`, with both schemas in full and the program that it is done to. */
export function schemaEdits() {
  return read('edits').map(({ before = [], after, ...edit }) => {
    const old = applyPatch(read(`schemas/${edit.form}`), before)
    return {
      ...edit,
      program: read(`forms/${edit.form}`),
      before: old,
      after: applyPatch(old, after),
    }
  })
}

function read(name) {
  return JSON.parse(readFileSync(new URL(`../compatibility/${name}.json`, import.meta.url), 'utf8'))
}
