import type { Diagnostic } from '../diagnostic/finding.ts'
import { orderDiagnostics } from '../diagnostic/order-diagnostics.ts'
import { composeYaml } from './compose-yaml.ts'
import { readYamlDocument } from './read-yaml-document.ts'
import type { SourceFile } from './source-file.ts'
import type { SourceNode } from './source-node.ts'

export interface ParsedYaml {
  /** As much as could be read; undefined for an empty file or one that is refused whole. */
  readonly root: SourceNode | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file with the parser of all of YAML, and says what is wrong with it. */
export function parseWholeYaml(file: SourceFile): ParsedYaml {
  const { document, diagnostics } = composeYaml(file)
  const found = [...diagnostics]
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic)
  const root = document === undefined ? undefined : readYamlDocument(document, file, report)
  return { root, diagnostics: orderDiagnostics(found) }
}
