import { expect, test } from 'vitest'
import { writeJsonDiff } from '../../../src/report/diff/write-json.ts'
import { writeMarkdownDiff } from '../../../src/report/diff/write-markdown.ts'
import { writePrettyDiff } from '../../../src/report/diff/write-pretty.ts'
import { HOSTILE_STRINGS } from '../../support/hostile-strings.ts'
import { markdownStructure } from '../../support/markdown-structure.ts'
import { diffReportWith, sampleChange } from './sample-diff.ts'

/** What a terminal obeys, or does not show as it is. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** A line that the runner of GitHub Actions takes for a command. */
const COMMAND = /^\s*::|##\[/m

test('a hostile text stays a text in a difference, whatever reads it', () => {
  const structure = markdownStructure(writeMarkdownDiff(diffReportWith('harmless')))
  for (const text of HOSTILE_STRINGS) {
    const report = diffReportWith(text)
    const told = JSON.stringify(text)
    for (const written of [writePrettyDiff(report, false), writeJsonDiff(report)]) {
      expect(written.replaceAll('\n', ''), told).not.toMatch(OBEYED)
      expect(written, told).not.toMatch(COMMAND)
    }
    const markdown = writeMarkdownDiff(report)
    expect(markdown, told).not.toMatch(COMMAND)
    if (!text.includes('\n') && text !== '')
      expect(markdownStructure(markdown), told).toEqual(structure)
  }
}, 60_000)

test('JSON is read back as it was', () => {
  for (const text of HOSTILE_STRINGS) {
    const { changes }: { readonly changes: readonly { readonly what: string }[] } = JSON.parse(
      writeJsonDiff(diffReportWith(text)),
    )
    expect(changes[0]?.what).toBe(text)
  }
})

test('a comment never grows larger than GitHub takes, and says what it leaves out', () => {
  const changes = Array.from({ length: 2_000 }, (_, nth) => sampleChange({ id: `${nth}` }))
  const markdown = writeMarkdownDiff({ ...diffReportWith('sync'), changes })
  expect(markdown.length).toBeLessThanOrEqual(60_000)
  expect(markdown).toMatch(/\d+ more: hookbook diff shows them/)
})
