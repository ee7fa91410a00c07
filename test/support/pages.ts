import { compileProgram } from '../../src/compile/compile-program.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import type { OutputFile } from '../../src/render/output-file.ts'
import { renderProgram, type PageSources } from '../../src/render/render-program.ts'
import type { StepContext } from '../../src/steps/step-context.ts'
import { BUILT_IN_PAGES } from './built-in-templates.ts'
import { exampleProgram, exampleWorkspace } from './example-programs.ts'

/** The generated files of a program. */
export function renderPages(
  id: string,
  workspace: Workspace = exampleWorkspace(),
  pages: PageSources = BUILT_IN_PAGES,
): readonly OutputFile[] {
  const family = workspace.programs.find((candidate) => candidate.id === id)
  if (family === undefined || workspace.project === undefined) throw new Error(`no ${id}`)
  return renderProgram({
    family,
    compiled: family.deployments.map(({ program }) => compileProgram(program)),
    project: workspace.project,
    sample: workspace.leads.find(({ name }) => name === 'plain'),
    pages,
  })
}

/** One generated file. */
export function pageOf(files: readonly OutputFile[], path: string): string {
  const found = files.find((file) => file.path === path)
  if (found === undefined) throw new Error(`no ${path}`)
  return found.content
}

/** The text of a section, without its heading. */
export function sectionOf(page: string, number: number): string {
  const start = page.search(new RegExp(`^## ${number}\\. `, 'm'))
  const rest = page.slice(page.indexOf('\n', start))
  const end = rest.search(new RegExp(`^## ${number + 1}\\. `, 'm'))
  return end === -1 ? rest : rest.slice(0, end)
}

/** The texts of all blocks of code, as a reader would copy them: without the indent of their item. */
export function codeBlocks(page: string): readonly string[] {
  const fences = page.matchAll(/^( *)(`{3,})[a-z]*\n([\s\S]*?)\n\1\2$/gm)
  return [...fences].map(([, indent = '', , text = '']) =>
    text
      .split('\n')
      .map((line) => line.slice(line.startsWith(indent) ? indent.length : 0))
      .join('\n'),
  )
}

/** What the steps of an example are made from. */
export function exampleContext(id: string, environment: string): StepContext {
  const { project, leads } = exampleWorkspace()
  if (project === undefined) throw new Error('the examples have no project')
  const sample = leads.find(({ name }) => name === 'plain')
  return { compiled: exampleProgram(id, environment), project, siblings: [], sample }
}
