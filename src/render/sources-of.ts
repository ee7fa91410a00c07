import { compareText } from '../base/compare.ts'
import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { ProgramFamily } from '../model/workspace.ts'

/**
 * The files that a program's values were written in, relative to its folder, sorted. Overlays are named
 * by the family: a variable that they set keeps the place where it is used.
 */
export function sourcesOf(
  family: ProgramFamily,
  compiled: readonly CompiledProgram[],
): readonly string[] {
  const files = new Set(family.overlays.map(({ file }) => file))
  for (const { program } of compiled) {
    files.add(program.file)
    for (const file of schemaFiles(program)) files.add(file)
    collectFiles(program, files)
  }
  const [first] = compiled
  const folder = first?.program.file.split('/').slice(0, -1) ?? []
  return [...files].map((file) => relativeTo(folder, file)).sort(compareText)
}

function schemaFiles({ webhooks }: CompiledProgram['program']): readonly string[] {
  return webhooks
    .flatMap(({ request, response }) => [request, response])
    .flatMap((schema) =>
      schema === undefined ? [] : [schema.path, ...Object.keys(schema.referenced)],
    )
}

/** Every value of the model carries the span where it was written, and every span its file. */
function collectFiles(value: unknown, files: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (isSpan(value)) files.add(value.file)
  else for (const member of Object.values(value)) collectFiles(member, files)
}

function isSpan(value: object): value is { readonly file: string } {
  return 'file' in value && typeof value.file === 'string' && 'start' in value && 'end' in value
}

function relativeTo(folder: readonly string[], file: string): string {
  const parts = file.split('/')
  const differs = folder.findIndex((part, index) => part !== parts[index])
  const shared = differs === -1 ? folder.length : differs
  return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}
