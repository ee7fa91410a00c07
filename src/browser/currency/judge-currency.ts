import { isCount, isObject, isText } from '../run-record/member-guards.ts'
import type { PageIdentity } from '../run-record/run-record.ts'

/** Whether a page is the newest, as far as anybody has looked. */
export type Currency =
  | { readonly status: 'newest' }
  /** The server holds another one: `newer` by its revision, or `other` where the number does not say which. */
  | { readonly status: 'newer' | 'other'; readonly revision: number; readonly fingerprint: string }
  | { readonly status: 'unchecked'; readonly why: string }

/** Holds a page against what the server's `latest.json` says of its environment. */
export function judgeCurrency(latest: unknown, page: PageIdentity): Currency {
  const entry = isObject(latest) ? latest[page.environment] : undefined
  if (!isObject(entry)) {
    return { status: 'unchecked', why: `the server says nothing about ${page.environment}` }
  }
  const { revision, fingerprint } = entry
  if (!isCount(revision) || !isText(fingerprint)) {
    return { status: 'unchecked', why: 'the answer of the server cannot be read' }
  }
  if (fingerprint === page.fingerprint && revision === page.revision) return { status: 'newest' }
  return { status: revision > page.revision ? 'newer' : 'other', revision, fingerprint }
}

/** A sentence for the reader; `at` is when it was asked: `14:20`. */
export function currencyWords(currency: Currency, page: PageIdentity, at: string): string {
  switch (currency.status) {
    case 'newest':
      return `✓ This is the newest page (checked ${at})`
    case 'newer':
      return `⚠ A newer one exists: revision ${currency.revision}. This is revision ${page.revision}. Get the new page before you go on (checked ${at})`
    case 'other':
      return `⚠ The server holds another page: revision ${currency.revision}, fingerprint ${currency.fingerprint}. Ask which one counts (checked ${at})`
    case 'unchecked':
      return `not checked: ${currency.why}`
  }
}
