import { parseWholeYaml, type ParsedYaml } from './parse-whole-yaml.ts'
import { readSimpleYaml } from './simple/read-simple-yaml.ts'
import type { SourceFile } from './source-file.ts'

/** Reads a YAML file; never throws, and a damaged file still gives what could be read of it. */
export function parseYaml(file: SourceFile): ParsedYaml {
  const root = readSimpleYaml(file)
  return root === undefined ? parseWholeYaml(file) : { root, diagnostics: [] }
}
