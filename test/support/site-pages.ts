import { readFileSync } from 'node:fs'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { ProgramFamily, Workspace } from '../../src/model/workspace.ts'
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
export const PAGE_CSS: string = ['assets/page.css', 'assets/playground.css', 'assets/controls.css']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/** Every page of a workspace, without a script: what must be complete without one. */
export function sitePages(
  workspace: Workspace = exampleWorkspace(),
  pages: PageSources = BUILT_IN_PAGES,
): readonly SitePage[] {
  return workspace.programs.flatMap((family) =>
    runbooksOf(family, workspace, pages).map((runbook) => pageFrom(runbook)),
  )
}

/** One page of the examples, or of another workspace. */
export function sitePage(
  program: string,
  environment: string,
  workspace: Workspace = exampleWorkspace(),
  pages: PageSources = BUILT_IN_PAGES,
): SitePage {
  const family = workspace.programs.find(({ id }) => id === program)
  const runbooks = family === undefined ? [] : runbooksOf(family, workspace, pages)
  const found = runbooks.find((each) => environmentOf(each) === environment)
  if (found === undefined) throw new Error(`no page of ${program} in ${environment}`)
  return pageFrom(found)
}

/** A page without a script; the bytes are those of the site but for it. */
function pageFrom(runbook: RunbookInput): SitePage {
  return {
    program: runbook.context.compiled.program.id.value,
    environment: environmentOf(runbook),
    runbook,
    html: renderPage({
      runbook,
      css: PAGE_CSS,
      script: '',
      playgroundScript: '',
      xmlScript: '',
      hidden: [],
    }),
  }
}

function runbooksOf(
  family: ProgramFamily,
  { project, leads }: Workspace,
  pages: PageSources,
): readonly RunbookInput[] {
  if (project === undefined) throw new Error('the workspace has no project')
  const sample = leads.find(({ name }) => name === 'plain')
  const compiled = family.deployments.map(({ program }) => compileProgram(program))
  return compiled.map((each) => runbookInput(each, { family, compiled, project, sample, pages }))
}

function environmentOf({ context }: RunbookInput): string {
  return context.compiled.program.environment.id.value
}
