/**
 * A copy of a document with a JSON Patch (RFC 6902) applied: `add`, `replace` and `remove`; and `reverse`,
 * which turns the order of all keys and of the names that are required, and changes nothing else.
 */
export function applyPatch(document, patch) {
  return patch.reduce(apply, structuredClone(document))
}

function apply(document, { op, path, value }) {
  if (op === 'reverse') return reversed(document)
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop()
  const holder = steps.reduce((at, step) => at[step], document)
  if (op === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(last), 1)
    else delete holder[last]
  } else if (last === '-') holder.push(structuredClone(value))
  else holder[last] = structuredClone(value)
  return document
}

function reversed(value, key) {
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item))
    return key === 'required' ? items.toReversed() : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member, name)]),
  )
}
