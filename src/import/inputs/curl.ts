import { buildCall } from '../curl/build-call.ts'
import { shellWords } from '../curl/shell-words.ts'
import { splitOptions } from '../curl/split-options.ts'
import type { InputKind, InputReading } from '../imported-request.ts'
import { withoutTransportHeaders } from '../transport-headers.ts'

/** A command line of curl, as documentation, API tools and browsers ("Copy as cURL") give it. */
export const curl: InputKind = {
  name: 'curl',
  title: 'a curl line',
  recognises: (text) => /^\s*(?:\$ )?curl(?:\.exe)?\s/.test(text),
  read: (text) => readCurl(text.replace(/^\s*\$ /, '')),
}

function readCurl(text: string): InputReading {
  if (/\^\r?\n/.test(text) || /\^"/.test(text))
    return unreadable('it is quoted for the Windows prompt: choose "Copy as cURL (bash)"')
  const split = shellWords(text)
  if (split.status === 'open')
    return unreadable(`a quote that begins with ${split.quote} does not end`)
  if (split.endedBy === '&')
    return unreadable(
      'for a shell an "&" outside quotes ends the command: put the address in quotes',
    )
  const { given, unknown } = splitOptions(split.words.slice(1))
  const built = buildCall(given)
  if (built.status === 'refused') return unreadable(built.reason)
  const { kept, told } = withoutTransportHeaders(built.request.headers, 'typed')
  const request = { ...built.request, headers: kept }
  const notes = [...told, ...notesOf(unknown, split.endedBy)]
  return { status: 'read', calls: [{ request, answer: undefined, holds: 'request', told: notes }] }
}

function notesOf(unknown: readonly string[], endedBy: string | undefined): readonly string[] {
  const rest =
    endedBy === undefined
      ? []
      : [`What comes after the command (behind the ${endedBy}) is left out.`]
  const options = unknown.map(
    (word) =>
      `The option ${word} is not known here and left out; look whether it changes the request.`,
  )
  return [...rest, ...options]
}

function unreadable(reason: string): InputReading {
  return { status: 'unreadable', reason }
}
