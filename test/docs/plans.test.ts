import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { expectFile } from '../support/expected-file.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const PAGE = 'docs/plans.md'
const BLOCK =
  /(?:<!-- edit (?<path>\S+): (?<before>.*) => (?<after>.*) -->\n\n)?```console\n\$ hookbook (?<words>[^\n]*)\n[^]*?```/g

test('the page on plans shows what its commands print, one after the other', async () => {
  const page = readFileSync(PAGE, 'utf8')
  const first = repositoryFiles()
  let files = first
  let fresh = page
  const blocks = [...page.matchAll(BLOCK)]
  expect(blocks.length).toBeGreaterThan(3)
  for (const { 0: block, groups = {} } of blocks) {
    const { path, before = '', after = '', words = '' } = groups
    if (path !== undefined) {
      expect(files[path]).toContain(before)
      files = { ...files, [path]: (first[path] ?? '').replace(before, () => after) }
    }
    const git = { revisions: { HEAD: first } }
    const host = memoryHost({ files, git, now: Date.parse('2026-11-26T14:20:00Z') })
    await main(words.split(' '), host)
    files = host.written()
    const { stdout, stderr } = host.output()
    const head = block.slice(0, block.indexOf('```console'))
    const printed = `${head}\`\`\`console\n$ hookbook ${words}\n${stdout}${stderr}\`\`\``
    fresh = fresh.replace(block, () => printed)
  }
  expectFile(PAGE, fresh)
})
