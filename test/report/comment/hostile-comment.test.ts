import { expect, test } from 'vitest'
import { writeComment } from '../../../src/report/comment/write-comment.ts'
import { HOSTILE_STRINGS } from '../../support/hostile-strings.ts'
import { markdownStructure } from '../../support/markdown-structure.ts'
import { hostileComment } from './hostile-comment.ts'

/** Alone in a line, and the only thing before the heading. */
const MARKER = /^<!-- hookbook(?:: [a-z0-9.]+(?:-[a-z0-9.]+)*)? -->\n\n## /

test('a hostile text stays a text wherever a comment holds one', () => {
  const harmless = structure(writeComment(hostileComment('harmless')))
  for (const text of HOSTILE_STRINGS) {
    const written = writeComment(hostileComment(text))
    const told = JSON.stringify(text)
    const like =
      text.length < LONG
        ? harmless
        : structure(writeComment(hostileComment('s'.repeat(text.length))))
    expect(written, told).toMatch(MARKER)
    expect(structure(written), told).toEqual(like)
    expect(written.replaceAll(/[\n\u200b]/g, ''), told).not.toMatch(UNSEEN)
    expect(written.match(/^\s*::|##\[/m), told).toBeNull()
  }
}, 120_000)

test('a formula that GitHub would draw, or follow a link in, is escaped', () => {
  const { findings, ...rest } = hostileComment('plain')
  const [finding] = findings
  if (finding === undefined) throw new Error('no finding')
  const hostile = { ...finding, message: '$\\href{https://evil.example}{x}$' }
  expect(writeComment({ ...rest, findings: [hostile] })).toContain('\\$\\href{https:\u200b//')
})

/** From here on a comment leaves details out. */
const LONG = 500

/** What is not seen, or changes how the rest is read. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Without the marker, which is looked at above, and the notes on what cannot be copied. */
function structure(written: string): unknown {
  return markdownStructure(
    written
      .replace(/^<!--[^\n]*\n/, '')
      .replaceAll(/^ *Some of its characters cannot be shown here[^\n]*\n\n?/gm, ''),
  )
}
