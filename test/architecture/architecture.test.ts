import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { IN_PAGE, LAYERS, PACKAGE_OWNERS, PURE_BUILT_INS, SHELL, TYPE_PACKAGES } from './layers.ts'
import { readSourceTree, type SourceModule } from './source-tree.ts'

const modules = readSourceTree()

test('every folder of src/ is a layer of the table', () => {
  const folders = new Set(modules.map((module) => module.layer).filter((layer) => layer !== ''))
  expect([...folders].sort()).toEqual(Object.keys(LAYERS).sort())
})

test('the table itself only points downwards', () => {
  const order = Object.keys(LAYERS)
  const upward = order.flatMap((layer, index) =>
    (LAYERS[layer] ?? []).filter((below) => !order.slice(0, index).includes(below)),
  )
  expect(upward).toEqual([])
})

test('a layer imports only what the table allows', () => {
  const offences = modules.flatMap((module) =>
    module.imports
      .filter((target) => module.layer !== '' && !mayImport(module.layer, target))
      .map((target) => `${module.path} imports ${target}`),
  )
  expect(offences).toEqual([])
})

test('no module is part of an import cycle', () => {
  expect(findCycle(modules)).toEqual([])
})

test('a package is imported only by the folder that decided for it', () => {
  const offences = modules.flatMap((module) =>
    module.packages
      .filter((name) => !mayUsePackage(module.layer, name))
      .map((name) => `${module.path} imports ${name}`),
  )
  expect(offences).toEqual([])
})

test('every run-time dependency has an owner and every owner a dependency', () => {
  const manifest: {
    readonly dependencies: Readonly<Record<string, string>>
    readonly peerDependencies: Readonly<Record<string, string>>
  } = JSON.parse(readFileSync('package.json', 'utf8'))
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies }
  expect(Object.keys(needed).sort()).toEqual(Object.keys(PACKAGE_OWNERS).sort())
})

test('a dependency that may be missing is loaded only when it is needed', () => {
  const manifest: { readonly peerDependenciesMeta: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  for (const name of Object.keys(manifest.peerDependenciesMeta)) {
    const loads = new RegExp(`^(?:import|export)(?! type\\b).* from '${name}'`, 'm')
    expect(modules.filter(({ text }) => loads.test(text)).map(({ path }) => path)).toEqual([])
  }
})

test('the core touches neither clock, chance, process nor console', () => {
  const impure = /\b(?:Math\.random|Date\.now|new Date\(\)|process\.|console\.|setTimeout|fetch\()/
  const offences = modules
    .filter((module) => !SHELL.includes(module.layer) && module.layer !== '')
    .filter((module) => !runsInPage(module))
    .filter((module) => impure.test(withoutComments(module.text)))
  expect(offences.map((module) => module.path)).toEqual([])
})

test('only what runs in a page imports what needs one', () => {
  const offences = modules
    .filter((module) => !runsInPage(module))
    .flatMap((module) => module.imports.filter((target) => target.startsWith(IN_PAGE)))
  expect(offences).toEqual([])
})

test('no file of logic is longer than 300 lines', () => {
  const long = modules.filter((module) => module.lines > 300 && !isTable(module))
  expect(long.map((module) => `${module.path}: ${module.lines}`)).toEqual([])
})

test('every file is named in kebab-case', () => {
  const odd = modules.filter(
    (module) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9-]+\.ts$/.test(module.path),
  )
  expect(odd.map((module) => module.path)).toEqual([])
})

test('starting the command line loads commander and nothing else', () => {
  expect([...new Set(staticPackages('bin.ts'))].sort()).toEqual([
    'commander',
    'node:crypto',
    'node:fs',
    'node:module',
    'node:path',
    'node:tty',
  ])
})

/** Packages that are loaded before a command is chosen: no types, nothing behind a dynamic import. */
function staticPackages(path: string, seen: Set<string> = new Set()): readonly string[] {
  if (seen.has(path)) return []
  seen.add(path)
  const text = modules.find((module) => module.path === path)?.text ?? ''
  const found = [
    ...text.matchAll(/^(?:import|export)(?! type\b)[^'\n]*(?:\n[^'\n]*)*? from '([^']+)'/gm),
  ]
  const values = found.filter(([statement]) => !/\{(?:\s*type [^,}]+,?)+\s*\}/.test(statement))
  return values.flatMap(([, specifier = '']) =>
    specifier.startsWith('.')
      ? staticPackages(posix.normalize(`${posix.dirname(path)}/${specifier}`), seen)
      : [specifier],
  )
}

function mayImport(layer: string, target: string): boolean {
  const folder = target.slice(0, target.indexOf('/'))
  return folder === layer || (LAYERS[layer] ?? []).includes(folder)
}

function mayUsePackage(layer: string, name: string): boolean {
  if (name.startsWith('node:')) {
    return layer === '' || SHELL.includes(layer) || PURE_BUILT_INS.includes(name)
  }
  return [...(PACKAGE_OWNERS[name] ?? []), ...(TYPE_PACKAGES[name] ?? [])].includes(layer)
}

function runsInPage(module: SourceModule): boolean {
  return module.path.startsWith(IN_PAGE)
}

/** A table of facts says so in its first comment and holds no function bodies worth speaking of. */
function isTable(module: SourceModule): boolean {
  return /^\/\*\* Table: /m.test(module.text)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '')
}

function findCycle(all: readonly SourceModule[]): readonly string[] {
  const byPath = new Map(all.map((module) => [module.path, module]))
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return []
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle.length > 0) return cycle
    }
    done.add(path)
    return []
  }
  for (const module of all) {
    const cycle = visit(module.path, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
