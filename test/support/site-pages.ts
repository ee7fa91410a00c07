import { readFileSync } from 'node:fs'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { runbookInput, type PageSources } from '../../src/render/render-program.ts'
import type { RunbookInput } from '../../src/render/render-runbook.ts'
import { renderPage } from '../../src/site/render-page.ts'
import { BUILT_IN_PAGES } from './built-in-templates.ts'
import { exampleWorkspace } from './example-programs.ts'

/** A page of the site, with what it was made from. */
export interface SitePage {
  readonly program: string
  readonly environment: string
  readonly runbook: RunbookInput
  readonly html: string
}

/** The style of the pages, as the package brings it. */
export const PAGE_CSS: string = ['assets/page.css', 'assets/playground.css']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/** Every page of a workspace, without a script: what must be complete without one. */
export function sitePages(
  workspace: Workspace = exampleWorkspace(),
  pages: PageSources = BUILT_IN_PAGES,
): readonly SitePage[] {
  const { project } = workspace
  if (project === undefined) throw new Error('the workspace has no project')
  const sample = workspace.leads.find(({ name }) => name === 'plain')
  return workspace.programs.flatMap((family) => {
    const compiled = family.deployments.map(({ program }) => compileProgram(program))
    return compiled.map((each) => {
      const runbook = runbookInput(each, { family, compiled, project, sample, pages })
      return {
        program: family.id,
        environment: each.program.environment.id.value,
        runbook,
        html: renderPage({ runbook, css: PAGE_CSS, script: '', xmlScript: '', hidden: [] }),
      }
    })
  })
}

/** One page of the examples, or of another workspace. */
export function sitePage(
  program: string,
  environment: string,
  workspace: Workspace = exampleWorkspace(),
): SitePage {
  const found = sitePages(workspace).find(
    (page) => page.program === program && page.environment === environment,
  )
  if (found === undefined) throw new Error(`no page of ${program} in ${environment}`)
  return found
}
