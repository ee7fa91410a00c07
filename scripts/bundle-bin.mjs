/**
 * Bundles the command line: a start reads one file and those of its command, not hundreds.
 * The packages that every start or every linting needs are part of it; the others stay what they are, and are
 * loaded by the commands that need them. It is CommonJS: Node's loader of modules alone took longer to start than
 * everything that it loads.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * What is bundled of node_modules, with what these packages need themselves: what every start or every linting
 * reads, and what CommonJS cannot load, because its package.json names no entry but for `import`.
 */
const READ_ALWAYS = ['commander', 'jsonc-parser', 'picocolors', 'saxes', 'xmlchars', 'yaml']
const IMPORT_ONLY = ['beautiful-mermaid', 'elkjs', 'entities']
const PACKED = [...READ_ALWAYS, ...IMPORT_ONLY]

const STATIC_IMPORT = /^(?:import|export)(?! type\b)[^'"]*? from '([^']+)'/gm

/**
 * What is read together: a file for each module would cost more than what is in them.
 * Everything that `lint` needs, and of that apart what is needed before a command is chosen.
 */
const GROUPS = [
  { name: 'start', entry: 'main.ts' },
  { name: 'definitions', entry: 'work/lint-programs.ts' },
].map(({ name, entry }) => ({ name, modules: staticModules(join(ROOT, 'src', 'cli', entry)) }))

/** The modules and packages that are loaded with one of ours, without those behind a dynamic import. */
function staticModules(path, seen = new Set()) {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, specifier] of readFileSync(path, 'utf8').matchAll(STATIC_IMPORT)) {
    if (specifier.startsWith('.')) staticModules(join(dirname(path), specifier), seen)
    else seen.add(specifier)
  }
  return seen
}

/** The group of a module; that of a package, with all that it brings along, is that of who imports it. */
function groupOf(id) {
  const [, name = id] = /\/node_modules\/([^/]+)\//.exec(id) ?? []
  const importer = name === 'xmlchars' ? 'saxes' : name
  return GROUPS.find(({ modules }) => modules.has(importer))?.name ?? null
}

/** Writes `bin.cjs` into a folder, with what it loads beside it in `bundle/`. */
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
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'bundle/[name]-[hash].cjs',
    codeSplitting: { groups: [{ name: groupOf, debugName: 'what is read together' }] },
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
