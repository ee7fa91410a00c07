import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LAYERS } from './layers.ts'

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

test('the layer table of ARCHITECTURE.md is the one that is enforced', () => {
  const section =
    /<!-- layers -->([\s\S]*)<!-- \/layers -->/.exec(read('ARCHITECTURE.md'))?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `([a-z]+)` *\| .* \| (.+?) *\|$/gm)]
  const table = rows.map(([, folder, allowed]) => [
    folder,
    allowed === '–' ? [] : allowed?.split(', '),
  ])
  expect(table).toEqual(Object.entries(LAYERS).map(([folder, allowed]) => [folder, [...allowed]]))
})

test.each(DOCUMENTS)('every file that %s links to exists', (document) => {
  const targets = [...read(document).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(
    (match) => match[1] ?? '',
  )
  const local = targets.filter((target) => !/^[a-z]+:/.test(target))
  const missing = local.filter((target) => !existsSync(join(dirname(document), target)))
  expect(missing).toEqual([])
})

test('no document holds the marks of a merge', () => {
  const documents = [...DOCUMENTS, ...readdirSync('docs').map((name) => join('docs', name))]
  const marked = documents
    .filter((path) => path.endsWith('.md'))
    .filter((path) => /^\s*(?:<{7} |\\?={7}$|(?:> ?){7} )/m.test(read(path)))
  expect(marked).toEqual([])
})

function read(path: string): string {
  return readFileSync(path, 'utf8')
}
