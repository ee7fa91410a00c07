/** Reads definitions with the built tool, as its command line does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Where the built tool is; another build can be measured by naming its folder. */
const DIST = process.env.HOOKBOOK_DIST ?? join(ROOT, 'dist')

/** The built command line. */
export const BIN = join(DIST, 'bin.cjs')

/** A module of the built tool by its path in dist/. */
export async function built(path) {
  const file = join(DIST, path)
  if (!existsSync(file)) throw new Error('the tool is not built: run "npm run build" first')
  return import(pathToFileURL(file).href)
}

/** The compiled program of one environment. */
export async function loadProgram(id, environment) {
  const { loadWorkspace, compileProgram } = await built('index.js')
  const workspace = loadWorkspace(readerOf(ROOT), 'programs/project.yaml')
  const family = workspace.programs.find((program) => program.id === id)
  const deployment = family?.deployments.find((each) => each.environment === environment)
  if (deployment === undefined) throw new Error(`there is no program ${id} for ${environment}`)
  return { compiled: compileProgram(deployment.program), leads: workspace.leads }
}

function readerOf(root) {
  return {
    readText: (path) => {
      const file = join(root, path)
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    list: (folder) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { withFileTypes: true })
            .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
            .sort()
        : [],
  }
}
