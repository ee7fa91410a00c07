import type { JsonSchema } from '../model/webhook.ts'

export type Keywords = Readonly<Record<string, unknown>>

/** Follows a reference inside the document. Source: RFC 6901. */
export function pointTo(root: JsonSchema, reference: string): unknown {
  if (reference === '#') return root
  if (!reference.startsWith('#/')) return {}
  let current: unknown = root
  for (const key of reference.slice(2).split('/')) {
    const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')
    current = Array.isArray(current) ? current[Number(name)] : asRecord(current)[name]
  }
  return current
}

/** A place as a JSON Pointer. Source: RFC 6901. */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The document that a reference means, by its path from the project's root, and the place in it. */
export function locateReference(
  reference: string,
  from: string,
): { readonly path: string; readonly pointer: string } | undefined {
  const base = `file:///${from}`
  if (!URL.canParse(reference, base)) return undefined
  const { pathname, hash } = new URL(reference, base)
  return { path: decodeURIComponent(pathname.slice(1)), pointer: hash === '' ? '#' : hash }
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asRecord(value: unknown): Keywords {
  return isRecord(value) ? value : {}
}

export function isRecord(value: unknown): value is Keywords {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
