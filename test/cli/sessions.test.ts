import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'
import { expectFile } from '../support/expected-file.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const FOLDER = 'test/cli/sessions'
const SESSIONS = readdirSync(FOLDER)

test('there are sessions', () => {
  expect(SESSIONS.length).toBeGreaterThan(5)
})

/**
 * A session is a file that reads like a terminal: `$ ` begins a command, `~ path: old => new` edits a file
 * before it, `! ` marks what went to stderr, and the exit code stands in brackets. `#` begins a remark
 * between commands, and a heading within what they print.
 */
test.each(SESSIONS)(
  '%s goes as it is written',
  async (name) => {
    const path = join(FOLDER, name)
    expectFile(path, await replay(readFileSync(path, 'utf8')))
  },
  60_000,
)

async function replay(session: string): Promise<string> {
  const committed = session.startsWith('# empty folder') ? {} : repositoryFiles()
  const revisions = { main: committed, HEAD: committed }
  const isRepository = session.startsWith('# in a repository')
  let files = committed
  let isOutput = false
  const lines: string[] = []
  for (const line of session.split('\n')) {
    isOutput = line.startsWith('$ ') || (isOutput && !/^\[\d+\]$/.test(line))
    if (line.startsWith('#') && !isOutput) lines.push(line, '')
    if (line.startsWith('~ ')) {
      files = edit(files, line.slice(2))
      lines.push(line)
    }
    if (!line.startsWith('$ hookbook')) continue
    const host = memoryHost({
      files,
      ...(isRepository ? { git: { revisions, mergeBase: 'main' } } : {}),
      seed: 1,
      environment: { CRM_SYNC_KEY_SANDBOX: 's3cret-value' },
    })
    const exitCode = await main(wordsOf(line.slice('$ hookbook'.length)), host)
    files = host.written()
    lines.push(line, ...printed(host), `[${exitCode}]`, '')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function edit(
  files: Readonly<Record<string, string>>,
  command: string,
): Readonly<Record<string, string>> {
  const [, path = '', before = '', after = ''] = /^(\S+): (.*) => (.*)$/.exec(command) ?? []
  const text = files[path] ?? ''
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  return { ...files, [path]: text.replace(before, () => after.replaceAll('{newline}', '\n')) }
}

function wordsOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.trim().split(/\s+/)
}

function printed(host: MemoryHost): readonly string[] {
  const { stdout, stderr } = host.output()
  const out = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n')
  const err =
    stderr === ''
      ? []
      : stderr
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `! ${line}`)
  return [...out, ...err].map((line) => withoutSizes(line.trimEnd()))
}

/** Pages change their size with every style; that they stay small is tested where they are made. */
function withoutSizes(line: string): string {
  return line.replace(/\d+ kB/g, '… kB')
}
