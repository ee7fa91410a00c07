import type { Diagnostic } from '../diagnostic/finding.ts'
import { readJson } from '../marketo/body-formats/json-body.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import { foundCaseDefinition } from './definitions/found-case-definition.ts'
import { FOUND_FORMAT, foundId, type FoundCase } from './found-case.ts'
import { joinPath } from './paths.ts'
import type { WorkspaceReader } from './workspace.ts'

/** The found cases of a folder, with the files they were read from and one problem for each that is no case. */
export interface FoundCases {
  readonly cases: readonly FoundFile[]
  readonly diagnostics: readonly Diagnostic[]
  readonly files: readonly SourceFile[]
}

export interface FoundFile {
  readonly file: string
  readonly found: FoundCase
}

/** Reads every `.json` file of a folder. Never throws for what a file holds: it may have been edited by hand. */
export function loadFoundCases(folder: string, reader: WorkspaceReader): FoundCases {
  const files = reader
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      path: joinPath(folder, name),
      text: reader.readText(joinPath(folder, name)) ?? '',
    }))
  const cases: FoundFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const read = readFoundCase(file)
    if ('found' in read) cases.push({ file: file.path, found: read.found })
    else diagnostics.push(read.problem)
  }
  return { cases, diagnostics, files }
}

type Reading = { readonly found: FoundCase } | { readonly problem: Diagnostic }

/** The first problem of a file stands for all: what follows from it is not told again. */
function readFoundCase(file: SourceFile): Reading {
  const json = readJson(file.text)
  if (json.status === 'unreadable') return unusable(file, json.reason, json.offset)
  const problems: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => void problems.push(diagnostic)
  const { root, diagnostics } = parseYaml(file)
  const read = root === undefined ? undefined : foundCaseDefinition.decode(root, { report })
  const [first] = [...diagnostics, ...problems]
  if (first !== undefined) return { problem: { ...first, help: helpFor(first.help) } }
  if (read === undefined) return unusable(file, 'it is not a map', 0)
  const { formatVersion, ...found } = read
  if (formatVersion !== FOUND_FORMAT) {
    return unusable(
      file,
      `its format ${formatVersion} is not one that this version knows (${FOUND_FORMAT})`,
      file.text.indexOf('"formatVersion"'),
    )
  }
  const named = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.json$/, '')
  if (found.id !== named || found.id !== foundId(found.context)) {
    const reason = 'its id does not belong to its name and its context'
    return unusable(file, reason, file.text.indexOf('"id"'))
  }
  return { found }
}

function unusable({ path, text }: SourceFile, reason: string, offset: number): Reading {
  const start = Math.max(0, Math.min(offset, text.length))
  return {
    problem: {
      rule: 'found-case-readable',
      severity: 'error',
      at: { file: path, start, end: Math.min(start + 1, text.length) },
      message: `this found case is not read: ${reason}`,
      effect: 'it is not replayed',
      help: helpFor(undefined),
    },
  }
}

function helpFor(help: string | undefined): string {
  const way = 'restore the file, or delete it: the next full run keeps the case again if it fails'
  return help === undefined ? way : `${help}; or ${way}`
}
