import { existsSync, readFileSync } from 'node:fs'
import { readNotes } from '../../src/render/read-notes.ts'
import type { PageSources } from '../../src/render/render-program.ts'
import type { Templates } from '../../src/render/render-template.ts'
import { templateFile } from '../../src/render/template-names.ts'
import { TEMPLATE_SHAPES } from '../../src/render/template-shapes.ts'

/** The templates that the package brings. */
export const BUILT_IN_TEMPLATES: Templates = Object.fromEntries(
  Object.keys(TEMPLATE_SHAPES).map((name) => [
    name,
    readFileSync(`templates/${templateFile(name)}`, 'utf8'),
  ]),
)

/** Pages without anything of a team's own. */
export const BUILT_IN_PAGES: PageSources = {
  templates: BUILT_IN_TEMPLATES,
  notes: new Map(),
  files: [],
}

/** Pages of an example, with the notes of its team. */
export function pagesOf(id: string): PageSources {
  const path = `programs/${id}/notes.md`
  if (!existsSync(path)) return BUILT_IN_PAGES
  const notes = readNotes(readFileSync(path, 'utf8')).sections
  return { ...BUILT_IN_PAGES, notes, files: ['notes.md'] }
}
