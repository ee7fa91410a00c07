import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { readSourceTree, type SourceModule } from '../architecture/source-tree.ts'
import { pullRequests } from '../support/pull-requests.ts'

const MODULES = new Map(readSourceTree().map((module) => [module.path, module]))

/** Every module that is loaded for a command's work, however far away. */
function reached(path: string, seen: Map<string, SourceModule> = new Map()): typeof seen {
  const module = MODULES.get(path)
  if (module === undefined || seen.has(path)) return seen
  seen.set(path, module)
  for (const target of module.imports) reached(target, seen)
  return seen
}

/** What changes something outside: files of the host, other machines, other programs. The core has no way to. */
const EFFECT =
  /\.(?:writeText|writeBytes|remove|appendTo|appendSafelyTo)\(|\b(?:transport|transportTo|openBrowser|serve|serveReceiver|serveSite)\(/

test('the work of diff can write nothing but its report, into the file that was named for it', () => {
  const writing = [...reached('cli/work/show-changes.ts').values()]
    .filter(({ layer }) => layer === 'cli')
    .filter(({ text }) => EFFECT.test(text))
  expect(writing.map(({ path }) => path)).toEqual(['cli/print-report.ts'])
})

test('the work of diff loads none of the modules that talk to the machine', () => {
  const node = [...reached('cli/work/show-changes.ts').keys()].filter((path) =>
    path.startsWith('host/node-'),
  )
  expect(node).toEqual([])
})

test('files of reports are the only ones that are new after a diff', async () => {
  const [first] = pullRequests()
  if (first === undefined) throw new Error('there is no pull request')
  const { base, head } = first
  const host = memoryHost({
    files: head,
    git: { revisions: { main: base, HEAD: base }, mergeBase: 'main' },
  })
  await main(['diff', '--format', 'pretty', '--format', 'json:out/diff.json'], host)
  const { 'out/diff.json': written, ...others } = host.written()
  expect(others).toEqual(head)
  expect(written).toContain('"formatVersion": 1')
})
