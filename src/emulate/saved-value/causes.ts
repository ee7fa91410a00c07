import type { Cause } from './cause.ts'

/**
 * How texts change on their way through mail, chat, word processors and forms, the gentlest first:
 * a cause is named only where those before it do not explain the difference.
 */
export const CAUSES: readonly Cause[] = [
  {
    id: 'last-line-break',
    says: 'A line break at the very end was lost or added. Selecting text often does that: look whether the field itself ends with one.',
    fold: (text) => text.replace(/\n+$/, ''),
  },
  {
    id: 'trailing-space',
    says: 'Spaces at the end of a line were added or lost.',
    fold: (text) => text.replace(/[ \t]+$/gm, ''),
  },
  {
    id: 'invisible-character',
    says: 'It holds a character that cannot be seen. Web pages and chats put such characters in.',
    fold: (text) => text.replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ''),
  },
  {
    id: 'other-space',
    says: 'A space is another kind of space, such as one that does not break. Mail and word processors make these.',
    fold: (text) => text.replace(/\p{Zs}/gu, ' '),
  },
  {
    id: 'curly-quotes',
    says: 'Straight quotes became curly ones. Word processors, mail and chat do that.',
    fold: (text) =>
      text
        .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
        .replace(/[\u2018-\u201b\u2032]/g, "'"),
  },
  {
    id: 'dashes',
    says: 'A hyphen became a dash, or three dots became one character. Word processors do that.',
    fold: (text) => text.replace(/[\u2010-\u2015\u2212]/g, '-').replaceAll('\u2026', '...'),
  },
  {
    id: 'composed-letters',
    says: 'A letter with an accent is written as letter and accent apart, or the other way round. It looks the same and is not.',
    fold: (text) => text.normalize('NFC'),
  },
  {
    id: 'html-entities',
    says: 'Characters are written as HTML, such as &quot; for a quotation mark.',
    fold: unescapeHtml,
  },
  {
    id: 'backslashes',
    says: 'Backslashes were doubled or halved.',
    fold: (text) => text.replace(/\\+/g, '\\'),
  },
  {
    id: 'token-default',
    says: 'The default of a token was lost, added or changed. Without it an empty field leaves a hole.',
    fold: (text) => text.replace(/(\{\{[^{}:]*):default=[^{}]*\}\}/g, '$1}}'),
  },
  {
    id: 'letter-case',
    says: 'Capitals and small letters differ. Names of fields, tokens and headers count on them.',
    fold: (text) => text.toLowerCase(),
  },
  {
    id: 'line-breaks',
    says: 'A line break was lost or added. Chats, spreadsheets and fields of one line do that.',
    fold: (text) => text.replaceAll('\n', ''),
  },
  {
    id: 'white-space',
    says: 'Spaces, tabs or line breaks were added or lost, as when a text is indented anew.',
    fold: (text) => text.replace(/[ \t\n]+/g, ''),
  },
]

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
])

function unescapeHtml(text: string): string {
  return text.replace(/&(?:quot|apos|lt|gt|nbsp|amp|#34|#39);/g, (name) => ENTITIES.get(name) ?? '')
}
