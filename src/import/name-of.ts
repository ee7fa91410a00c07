import type { HttpRequest } from '../emulate/call.ts'

/** Words of an address that say nothing of what is called. */
const SAYS_NOTHING = /^(?:v\d+(?:\.\d+)*|api|rest|www|index|http|https|localhost|hooks?|services?)$/

/** `crm-gateway-leads` for `https://crm-gateway.example.com/v1/leads`. */
export function nameOf({ url }: Pick<HttpRequest, 'url'>): string {
  const [, host = '', path = ''] =
    /^(?:[a-z]+:\/\/)?(?:[^/?#@]*@)?([^/?#]*)([^?#]*)/i.exec(url) ?? []
  const [first = ''] = host
    .split(':')[0]
    ?.split('.')
    .filter((label) => isTelling(label)) ?? ['']
  const last = path.split('/').filter(isTelling).at(-1) ?? ''
  const words = [first, last].map(plain).filter((word) => word !== '')
  return words.join('-') || 'imported'
}

/** `Crm gateway leads` for `crm-gateway-leads`. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A long stretch of letters and digits is a key or an id, and no name. */
function isTelling(word: string): boolean {
  const isMixed = word.length >= 8 && /\d/.test(word) && /[a-z]/i.test(word)
  const isRandom = word.length >= 20 || isMixed || /\d{3,}/.test(word)
  return (
    /[a-z]/i.test(word) &&
    !isRandom &&
    !word.includes('{{') &&
    !SAYS_NOTHING.test(word.toLowerCase())
  )
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
