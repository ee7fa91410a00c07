/** Compiles the one webhook of a planted project. */
import { built } from './load-project.mjs'

const { compileProgram, loadWorkspace } = await built('index.js')
const { nodeFiles } = await built('host/node-files.js')

export function loadDefinition(folder) {
  const workspace = loadWorkspace(nodeFiles(folder), 'programs/project.yaml')
  const [deployment] = workspace.programs.flatMap(({ deployments }) => deployments)
  const [problem] = workspace.diagnostics
  if (deployment === undefined || problem !== undefined)
    throw new Error(`${folder}: ${problem?.message ?? 'no program'}`)
  const compiled = compileProgram(deployment.program)
  return { compiled, webhook: compiled.webhooks[0] }
}
