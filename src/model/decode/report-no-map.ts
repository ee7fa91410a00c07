import type { SourceNode } from '../../source/source-node.ts'
import { reportWrongType, type DecodeContext } from './decoder.ts'

/** Says of a file that is empty, or holds something else than a map, that it defines nothing. */
export function reportNoMap(
  root: SourceNode | undefined,
  { path, kind }: { readonly path: string; readonly kind: string },
  context: DecodeContext,
): void {
  const isEmpty = root === undefined || (root.kind === 'scalar' && root.value === null)
  if (!isEmpty) {
    reportWrongType(root, 'a map', context)
    return
  }
  context.report({
    rule: 'missing-key',
    severity: 'error',
    at: { file: path, start: 0, end: 0 },
    message: 'the file is empty',
    help: `begin with "apiVersion: hookbook/v1" and "kind: ${kind}"`,
  })
}
