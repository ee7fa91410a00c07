import { readFileSync } from 'node:fs'
import type { Templates } from '../render/render-template.ts'
import { TEMPLATE_SHAPES, templateFile } from '../render/template-shapes.ts'

/** The templates that come with the package. */
export function builtInTemplates(): Templates {
  return Object.fromEntries(
    Object.keys(TEMPLATE_SHAPES).map((name) => [
      name,
      readFileSync(new URL(`../../templates/${templateFile(name)}`, import.meta.url), 'utf8'),
    ]),
  )
}
