import type { Diagnostic } from '../diagnostic/finding.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceFile } from '../source/source-file.ts'
import { reportNoMap } from './decode/report-no-map.ts'
import { leadDefinition } from './definitions/lead-definition.ts'
import type { LeadFixture } from './lead-fixture.ts'
import { joinPath } from './paths.ts'
import type { WorkspaceReader } from './workspace.ts'

/** The fixture leads of a folder, by name. */
export function loadLeads(
  folder: string,
  reader: WorkspaceReader,
  report: (diagnostic: Diagnostic) => void,
): { readonly leads: readonly LeadFixture[]; readonly files: readonly SourceFile[] } {
  const files = reader
    .list(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: joinPath(folder, name),
      text: reader.readText(joinPath(folder, name)) ?? '',
    }))
  return { leads: files.flatMap((file) => readLead(file, report)), files }
}

/** One fixture lead; nothing when the file could not be read, which has then been reported. */
export function readLead(
  file: SourceFile,
  report: (diagnostic: Diagnostic) => void,
): readonly LeadFixture[] {
  const { root, diagnostics } = parseYaml(file)
  diagnostics.forEach(report)
  if (root?.kind !== 'mapping') {
    if (diagnostics.length === 0) reportNoMap(root, { path: file.path, kind: 'Lead' }, { report })
    return []
  }
  const lead = leadDefinition.decode(root, { report })
  if (lead === undefined) return []
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  return [{ name, file: file.path, ...lead }]
}
