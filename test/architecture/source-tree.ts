import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export interface SourceModule {
  /** Relative to src/, with forward slashes. */
  readonly path: string
  /** The folder below src/, or the empty text for the entry points. */
  readonly layer: string
  readonly lines: number
  /** Modules of src/ that it imports, types included, as paths relative to src/. */
  readonly imports: readonly string[]
  /** Packages and built-ins that it imports, without subpaths. */
  readonly packages: readonly string[]
  readonly text: string
}

const IMPORT = /(?:from|(?<!')import)\s*\(?\s*'([^']+)'/g

/** Every module of src/ with what it imports. */
export function readSourceTree(): readonly SourceModule[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map(readModule)
}

function readModule(path: string): SourceModule {
  const text = readFileSync(join('src', path), 'utf8')
  const specifiers = [...text.matchAll(IMPORT)].map((match) => match[1] ?? '')
  const isOwn = (specifier: string): boolean => specifier.startsWith('.')
  return {
    path,
    layer: path.includes('/') ? path.slice(0, path.indexOf('/')) : '',
    lines: text.split('\n').length - 1,
    imports: specifiers.filter(isOwn).map((own) => posix.normalize(`${dirname(path)}/${own}`)),
    packages: specifiers.filter((specifier) => !isOwn(specifier)).map(packageName),
    text,
  }
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
