import { rememberLast } from '../base/remember-last.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import { loadWorkspace } from '../model/load-workspace.ts'
import type { Workspace } from '../model/workspace.ts'
import { probeFiles } from './probe-files.ts'

/** The probe, read and compiled as any definition is. */
export interface Probe {
  readonly workspace: Workspace
  readonly compiled: CompiledProgram
}

/** The probe for the address under which Marketo reaches it. */
export const openProbe: (origin: string) => Probe = rememberLast(readProbeFiles)

function readProbeFiles(origin: string): Probe {
  const files = probeFiles(origin)
  const workspace = loadWorkspace(
    {
      readText: (path) => files[path],
      list: (folder) => {
        const names = Object.keys(files)
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1))
          .map((rest) => (rest.includes('/') ? rest.slice(0, rest.indexOf('/') + 1) : rest))
        return [...new Set(names)]
      },
    },
    'programs/project.yaml',
  )
  const program = workspace.programs[0]?.deployments[0]?.program
  if (program === undefined) throw new Error('the probe is no program')
  return { workspace, compiled: compileProgram(program) }
}
