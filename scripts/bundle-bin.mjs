/**
 * Bundles the command line: a start reads one file and those of its command, not hundreds.
 * The packages that every start or every linting needs are part of it; the others stay what they are, and are
 * loaded by the commands that need them.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is bundled of node_modules, with what these packages need themselves. */
const PACKED = ['commander', 'jsonc-parser', 'picocolors', 'saxes', 'xmlchars', 'yaml']

/** What is read together: a file for each module would cost more than what is in them. */
const GROUPS = [
  {
    name: 'start',
    test: /\/src\/(?:cli\/(?:main|command|commands|exit-codes|version|[a-z-]+-(?:options|words))\.ts|cli\/commands\/|host\/(?:node-host|node-files|package-file)|base\/nearest|diagnostic\/severity|report\/format-names)|\/node_modules\/commander\//,
    priority: 3,
  },
  {
    name: 'definitions',
    test: /\/src\/(?:base|diagnostic|source|marketo|model|suppression|lint)\/|\/node_modules\/(?:yaml|jsonc-parser|saxes|xmlchars|picocolors)\/|\/src\/(?:cli\/(?:lint-report|open-project|open-baseline|read-pages|run-lint|settle-report|terms-of|has-no-errors|print-report)|cli\/work\/lint-programs|report\/(?:formats|formats\/[a-z]+|summary|locate|code-frame|disarm|printable-json|by-severity|shard-part|findings-beside|test-suites)|render\/(?:template-names|text-problem))\.ts/,
    priority: 2,
  },
]

/** Replaces `bin.js` in a folder, with what it loads beside it in `bundle/`. */
export async function bundleBin(folder) {
  const bundle = await rolldown({
    input: { bin: join(ROOT, 'src', 'bin.ts') },
    cwd: ROOT,
    platform: 'node',
    external: (id) => /^[\w@]/.test(id) && !PACKED.includes(id.split('/')[0]),
    resolve: {
      mainFields: ['module', 'main'],
      alias: { yaml: join(ROOT, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
    },
    transform: { target: 'node20' },
    onLog: (_level, log) => {
      throw new Error(log.message)
    },
  })
  rmSync(join(folder, 'bundle'), { recursive: true, force: true })
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'bundle/[name]-[hash].js',
    codeSplitting: { groups: GROUPS },
    comments: { legal: true },
    sourcemap: false,
  })
  await bundle.close()
  writeFileSync(join(folder, 'bundle', 'LICENSES.txt'), PACKED.map(licenceOf).join('\n'))
}

/** The notice that each of these packages asks for. */
function licenceOf(name) {
  const folder = join(ROOT, 'node_modules', name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const text = ['LICENSE', 'LICENSE.md', 'LICENCE'].map((file) => read(join(folder, file)))
  return `${name} ${version}, ${license}\n\n${text.find((each) => each !== undefined) ?? ''}\n`
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
