import { readFileSync } from 'node:fs'
import type { PageSources } from '../../src/render/render-program.ts'
import type { Templates } from '../../src/render/render-template.ts'
import { TEMPLATE_SHAPES, templateFile } from '../../src/render/template-shapes.ts'

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
