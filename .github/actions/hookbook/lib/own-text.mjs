/** Texts that hookbook has posted: known by their first line, and by who has posted them. */

/** The first line of every text of ours; see src/report/comment/marker.ts. */
const MARKER = /^<!-- hookbook(?:: [a-z0-9.]+(?:-[a-z0-9.]+)*)? -->$/

/** Whoever posts with the token of a job. */
const AUTHOR = 'github-actions[bot]'

/** GitHub takes so many characters, and four bytes for each. */
export const MOST_CHARACTERS = 65_536

/** The marker of texts about something; only small letters, digits and single hyphens name it. */
export function markerFor(id) {
  return `<!-- hookbook: ${id} -->`
}

/** The marker of a text, or undefined for what is none of ours. */
export function markerOf(text) {
  const [first = ''] = text.split(/\r?\n/, 1)
  return MARKER.test(first) ? first : undefined
}

/** True where somebody else cannot have written it: a marker can be copied, an author cannot. */
export function isOurs({ body, user }, marker, environment) {
  const author = environment['HOOKBOOK_AUTHOR'] || AUTHOR
  return user?.login === author && typeof body === 'string' && markerOf(body) === marker
}

/** GitHub may give line ends back as it likes. */
export function isSameText(one, other) {
  return normal(one) === normal(other)
}

function normal(text) {
  return text.replaceAll('\r\n', '\n').trimEnd()
}

export function isTooLong(text) {
  return [...text].length > MOST_CHARACTERS || Buffer.byteLength(text) > 4 * MOST_CHARACTERS
}
