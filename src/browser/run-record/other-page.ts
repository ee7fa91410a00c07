import type { PageIdentity } from './run-record.ts'

/** Why a record says nothing about this page, in a sentence; undefined where it is this page's. */
export function otherPage(record: PageIdentity, page: PageIdentity): string | undefined {
  if (record.program !== page.program) {
    return `it belongs to the program ${record.program}; this page is ${page.program}`
  }
  if (record.environment !== page.environment) {
    return `it belongs to ${record.environment}; this page is ${page.environment}`
  }
  if (record.fingerprint === page.fingerprint) return undefined
  return `it belongs to ${stamp(record)}; this page is ${stamp(page)}, and may ask for other things`
}

/** `revision 7, fingerprint 904b4665cf24`. */
export function stamp({ revision, fingerprint }: PageIdentity): string {
  return `revision ${revision}, fingerprint ${fingerprint}`
}
