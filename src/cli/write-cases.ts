import { stableJson } from '../base/stable-json.ts'
import type { HostFiles } from '../host/host.ts'
import { foundDocument, type FoundCase } from '../model/found-case.ts'
import { printableJson } from '../report/printable-json.ts'
import type { FoundFolder } from './found-folder.ts'
import type { KeptCases } from './match-cases.ts'

/** Writes new cases; one whose file is there already, though it could not be read, is left alone. */
export function writeCases(
  cases: readonly FoundCase[],
  { folder }: FoundFolder,
  files: HostFiles,
): KeptCases {
  const absent = cases
    .map((found) => ({ found, file: `${folder}/${found.id}.json` }))
    .filter(({ file }) => files.readText(file) === undefined)
  for (const { found, file } of absent) files.writeText(file, textOf(found))
  return new Map(absent.map(({ found, file }) => [found.id, { file, as: 'new' }]))
}

/** Marks cases as fixed, each in the file that it was read from. */
export function markFixed(ids: readonly string[], { cases }: FoundFolder, files: HostFiles): void {
  for (const { file, found } of cases.filter((each) => ids.includes(each.found.id))) {
    files.writeText(file, textOf({ ...found, status: 'fixed' }))
  }
}

function textOf(found: FoundCase): string {
  return printableJson(stableJson(foundDocument(found)))
}
