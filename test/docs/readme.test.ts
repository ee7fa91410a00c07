import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { expectFile } from '../support/expected-file.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const BLOCK =
  /(?:<!-- edit (?<path>\S+): (?<before>.*) => (?<after>.*) -->\n\n)?```console\n\$ hookbook (?<words>[^\n]*)\n[^]*?```/g

const PAGES = ['README.md', 'docs/compatibility.md', 'docs/guarantees.md']

test.each(PAGES)(
  'every terminal block of %s shows what the command really prints',
  async (page) => {
    const readme = readFileSync(page, 'utf8')
    const blocks = [...readme.matchAll(BLOCK)]
    expect(blocks.length).toBeGreaterThan(1)
    let fresh = readme
    for (const { 0: block, groups = {} } of blocks) {
      const { path, before = '', after = '', words = '' } = groups
      const output = await run(words, path === undefined ? undefined : { path, before, after })
      const head = block.slice(0, block.indexOf('```console'))
      fresh = fresh.replace(
        block,
        () => `${head}\`\`\`console\n$ hookbook ${words}\n${output}\`\`\``,
      )
    }
    expectFile(page, fresh)
  },
  120_000,
)

interface Edit {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** Timings differ from machine to machine: the virtual clock of the memory host counts only waiting. */
async function run(words: string, edit: Edit | undefined): Promise<string> {
  const files = repositoryFiles()
  const text =
    edit === undefined ? undefined : files[edit.path]?.replace(edit.before, () => edit.after)
  const host = memoryHost({
    files: edit === undefined || text === undefined ? files : { ...files, [edit.path]: text },
    git: { revisions: { main: files, HEAD: files }, mergeBase: 'main' },
    seed: 1,
  })
  await main(words.split(' '), host)
  return `${host
    .output()
    .stdout.replace(/,? in \d+\.\d s|, \d+\.\d s(?=;)/g, '')
    .replaceAll('```', "'''")
    .trimEnd()}\n`
}
