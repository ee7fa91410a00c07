import { disarm } from './disarm.ts'

/** JSON text whose invisible characters, and what a log would obey, are spelled as escapes: the same value, safe to print. */
export function printableJson(json: string): string {
  const visible = json.replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => {
      return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
    }).join(''),
  )
  return disarm(visible, { colon: ':', hash: '\\u0023' })
}
