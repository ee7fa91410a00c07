import { CST, type Scalar } from 'yaml'
import type { LocatedText } from '../base/located-text.ts'
import type { Span } from '../base/span.ts'
import { decodeBlock } from './decode-block-scalar.ts'
import { decodeDoubleQuoted, decodePlain, decodeSingleQuoted } from './decode-flow-scalar.ts'
import { pieceBuilder, type PieceBuilder } from './piece-builder.ts'
import type { ScalarNode } from './source-node.ts'

/** A scalar with the source of every part of its text. */
export function sourceScalar(scalar: Scalar, at: Span): ScalarNode {
  const value = plainValue(scalar.value)
  const spelling = typeof value === 'string' ? value : (scalar.source ?? '')
  return { kind: 'scalar', at, value, text: locate(scalar, spelling, at) }
}

function plainValue(value: unknown): ScalarNode['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value
  }
  return value === null || value === undefined ? null : String(value)
}

/** Where our reading differs from the parser's, the text is one indivisible piece: never a wrong place. */
function locate(scalar: Scalar, text: string, at: Span): LocatedText {
  const builder = pieceBuilder(at.file)
  decodeToken(scalar.srcToken, builder)
  if (builder.value() === text) return builder.finish(at)
  return { value: text, at, pieces: text === '' ? [] : [{ start: 0, end: text.length, at }] }
}

function decodeToken(token: Scalar['srcToken'], into: PieceBuilder): void {
  switch (token?.type) {
    case 'scalar':
      return decodePlain(token, into)
    case 'single-quoted-scalar':
      return decodeSingleQuoted(token, into)
    case 'double-quoted-scalar':
      return decodeDoubleQuoted(token, into)
    case 'block-scalar': {
      const headerLength = token.props.map(CST.stringify).join('').length
      const [header] = token.props
      return decodeBlock(
        {
          offset: token.offset + headerLength,
          header: header !== undefined && 'source' in header ? header.source : '|',
          parentIndent: token.indent,
          source: token.source,
        },
        into,
      )
    }
    default:
  }
}
