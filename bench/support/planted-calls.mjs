/** Activities that a test or a benchmark plants in an export. */

export const PLANTED_WEBHOOK = 'CRM Lead Sync'
const OK = '{"status":"success","externalId":"00Q1"}'
const REFUSED = '{"status":"rejected","reason":"the company \\"Smith\\" is unknown"}'
const NO_ID = '{"status":"success"}'
const HTML = '<html>\r\n<p>busy, "later"</p>,\n</html>'
/** Ways in which calls end, with how many of a hundred do. */
const WAYS = [
  [60, '', OK, '2xx accepted'],
  [4, '', REFUSED, '2xx refused-in-answer'],
  [3, '', NO_ID, '2xx leads-nowhere'],
  [2, '', HTML, '2xx unreadable-answer'],
  [6, 'Bad Request', '{"error":"name"}', '400 refused'],
  [3, '401', '{"error":"key"}', '401 refused'],
  [5, 'Service Unavailable', HTML, '503 failed-endpoint'],
  [4, '500', '', '500 failed-endpoint'],
  [3, '1001', '', '1001 empty-answer'],
  [1, '1000', '', '1000 batch-campaign'],
  [4, 'time-out', '', '– time-out'],
  [3, 'Too Many Requests', '', '429 limited'],
  [2, 'Connection refused', '', '– unreachable'],
]
const BEGIN = Date.UTC(2026, 10, 26, 1, 0, 0)
const SECOND_MS = 1000
/** The activity of a number: the same for everybody. People call again and again. */
export function plantedCall(id, people) {
  const drawn = scrambled(id) % 100
  const [, errorType, response, verdict] = wayOf(drawn)
  return {
    id,
    lead: 1000 + (scrambled(id * 7 + 3) % people),
    time: BEGIN + id * SECOND_MS,
    webhook: PLANTED_WEBHOOK,
    errorType,
    response,
    payload: payloadOf(id),
    verdict,
  }
}
function wayOf(drawn) {
  let upTo = 0
  for (const way of WAYS) {
    upTo += way[0]
    if (drawn < upTo) return way
  }
  throw new Error('the shares are no hundred')
}
/** As the template of `programs/lead-sync` makes it, or as somebody has changed it by hand. */
function payloadOf(id) {
  const name = JSON.stringify(`O'Neil, "Pat" ${id}\nSons; Ltd`)
  const extra = id % 50 === 0 ? '  "phone": "1",\n' : ''
  return `{\n  "marketoId": ${id},\n  "email": "a${id}@example.com",\n${extra}  "firstName": ${name},\n  "lastName": "Ö",\n  "company": "",\n  "score": 5,\n  "region": "EMEA",\n  "syncedAt": "2026-11-26 01:00:00"\n}`
}
/** A number that looks drawn, and is the same everywhere. */
function scrambled(number) {
  const mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d)
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 15)) >>> 0
}
