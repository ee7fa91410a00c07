import type { YAMLParseError, YAMLWarning } from 'yaml'
import type { Span } from '../base/span.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { SourceFile } from './source-file.ts'

/** Guards against files that are made to exhaust whoever reads them. */
export const YAML_LIMITS = { characters: 1_048_576, depth: 64, nodes: 50_000 } as const

/** What the parser says, in our words where its own would not help. */
export function describeYamlError(
  { code, message, pos }: Pick<YAMLParseError | YAMLWarning, 'code' | 'message' | 'pos'>,
  file: SourceFile,
): Diagnostic {
  const [start, end] = pos
  const at = { file: file.path, start, end: Math.max(end, start) }
  if (code === 'TAG_RESOLVE_FAILED') {
    return {
      rule: 'yaml-tag',
      severity: 'error',
      at,
      message: `the tag "${file.text.slice(start, end)}" is not allowed`,
      help: 'definitions are plain data: remove the tag',
    }
  }
  return syntaxError(at, lowerFirst(message.split('\n')[0] ?? ''))
}

export function syntaxError(at: Span, message: string, help?: string): Diagnostic {
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    at,
    message,
    ...(help === undefined ? {} : { help }),
  }
}

/** For a file over one of the limits. */
export function tooLarge(at: Span, message: string): Diagnostic {
  return {
    rule: 'yaml-within-limits',
    severity: 'error',
    at,
    message,
    effect: 'the file is not read any further',
    help: 'split the file into several programs',
  }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/[.:]$/, '')
}
