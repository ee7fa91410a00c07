/** What planted receivers answer with. */

/** The lead has been stored: what the contract promises, with other members where a receiver is wrong. */
export function stored({ id, phone = '', company = '' }, members = {}) {
  const answer = { status: 'success', id: `c-${id}`, phone, company, ...members }
  return { status: 200, type: 'application/json', body: JSON.stringify(answer) }
}

/** The receiver has broken on the lead. */
export function fail() {
  return { status: 500, type: 'text/plain', body: 'internal error' }
}

/** The receiver does not want the lead. */
export function refuse(status, message) {
  return { status, type: 'application/json', body: JSON.stringify({ status: 'error', message }) }
}
