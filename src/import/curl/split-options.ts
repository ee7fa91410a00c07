import { CURL_LETTERS, CURL_OPTIONS, type CurlEffect } from './curl-options.ts'

export interface GivenOption {
  readonly effect: CurlEffect
  /** As it was typed. */
  readonly word: string
  readonly value: string
}

export interface SplitOptions {
  readonly given: readonly GivenOption[]
  /** Options that are in no table here. */
  readonly unknown: readonly string[]
}

/** Takes the words behind `curl` apart: `-XPOST`, `-sS`, `--data x`, `-d x`, and addresses. */
export function splitOptions(words: readonly string[]): SplitOptions {
  const given: GivenOption[] = []
  const unknown: string[] = []
  let at = 0
  let isOver = false
  const next = (): string => words[++at] ?? ''
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    if (isOver || !/^-./.test(word)) given.push({ effect: 'url', word: '', value: word })
    else if (word === '--') isOver = true
    else if (word.startsWith('--')) readLong(word, next, { given, unknown })
    else readLetters(word, next, { given, unknown })
  }
  return { given, unknown }
}

interface Found {
  readonly given: GivenOption[]
  readonly unknown: string[]
}

function readLong(word: string, next: () => string, { given, unknown }: Found): void {
  const option = CURL_OPTIONS.get(word.slice(2))
  if (option === undefined) unknown.push(word)
  else given.push({ effect: option.effect, word, value: option.takesValue ? next() : '' })
}

function readLetters(word: string, next: () => string, { given, unknown }: Found): void {
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at)
    const option = CURL_OPTIONS.get(CURL_LETTERS.get(letter) ?? '')
    if (option === undefined) {
      unknown.push(`-${letter}`)
      return
    }
    const rest = word.slice(at + 1)
    const value = !option.takesValue ? '' : rest === '' ? next() : rest
    given.push({ effect: option.effect, word: `-${letter}`, value })
    if (option.takesValue) return
  }
}
