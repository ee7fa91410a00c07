import { compareText } from '../base/compare.ts'
import type { HostFiles } from '../host/host.ts'
import { readLedger, type Ledger, type LedgerFile } from '../ledger/read-ledger.ts'
import { folderOf, joinPath } from '../model/paths.ts'
import type { Workspace } from '../model/workspace.ts'

/** The ledger of a program, also of one whose definition is gone. */
export interface ProgramLedger extends Ledger {
  readonly program: string
  /** The program's folder. */
  readonly folder: string
  readonly files: readonly LedgerFile[]
}

/** The ledgers of all folders beside the project file, by program; those of which nothing was ever attested are empty. */
export function readLedgers(
  { project, programs }: Workspace,
  files: HostFiles,
): readonly ProgramLedger[] {
  const root = folderOf(project?.file ?? '')
  const beside = files
    .list(root)
    .filter((name) => name.endsWith('/'))
    .map((name) => joinPath(root, name.slice(0, -1)))
  const folders = [...new Set([...programs.map(({ folder }) => folder), ...beside])]
  return folders
    .map((folder) => ledgerOf(folder, folders, files))
    .filter(
      ({ program, files: own }) => own.length > 0 || programs.some(({ id }) => id === program),
    )
    .sort((a, b) => compareText(a.program, b.program))
}

function ledgerOf(folder: string, folders: readonly string[], files: HostFiles): ProgramLedger {
  const program = idOf(folder)
  const others = folders.map(idOf).filter((id) => id !== program)
  const own = files
    .list(joinPath(folder, 'ledger'))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name): LedgerFile => {
      const path = joinPath(folder, `ledger/${name}`)
      return { path, text: files.readText(path) ?? '' }
    })
  return { program, folder, files: own, ...readLedger(own, others) }
}

function idOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1)
}
