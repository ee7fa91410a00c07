/** Table: statuses and their reason phrases, and older phrases that servers still send. Source: RFC 9110, 7231, 6585, 4918, 8297; IANA registry. */
const PHRASES: readonly (readonly [status: number, phrase: string])[] = [
  [200, 'OK'],
  [201, 'Created'],
  [202, 'Accepted'],
  [203, 'Non-Authoritative Information'],
  [204, 'No Content'],
  [205, 'Reset Content'],
  [206, 'Partial Content'],
  [207, 'Multi-Status'],
  [300, 'Multiple Choices'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [302, 'Moved Temporarily'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [408, 'Request Time-out'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [411, 'Length Required'],
  [412, 'Precondition Failed'],
  [413, 'Content Too Large'],
  [413, 'Payload Too Large'],
  [413, 'Request Entity Too Large'],
  [414, 'URI Too Long'],
  [414, 'Request-URI Too Long'],
  [415, 'Unsupported Media Type'],
  [417, 'Expectation Failed'],
  [421, 'Misdirected Request'],
  [422, 'Unprocessable Content'],
  [422, 'Unprocessable Entity'],
  [423, 'Locked'],
  [424, 'Failed Dependency'],
  [425, 'Too Early'],
  [426, 'Upgrade Required'],
  [428, 'Precondition Required'],
  [429, 'Too Many Requests'],
  [431, 'Request Header Fields Too Large'],
  [451, 'Unavailable For Legal Reasons'],
  [500, 'Internal Server Error'],
  [500, 'Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [503, 'Service Temporarily Unavailable'],
  [504, 'Gateway Timeout'],
  [504, 'Gateway Time-out'],
  [505, 'HTTP Version Not Supported'],
  [507, 'Insufficient Storage'],
  [508, 'Loop Detected'],
  [511, 'Network Authentication Required'],
]

const STATUS_BY_PHRASE: ReadonlyMap<string, number> = new Map(
  PHRASES.map(([status, phrase]) => [phrase.toLowerCase(), status]),
)

/** The status that a reason phrase stands for, whatever its case; undefined for a phrase of somebody's own. */
export function statusOfPhrase(phrase: string): number | undefined {
  return STATUS_BY_PHRASE.get(phrase.trim().toLowerCase())
}

/** The usual phrase of a status; undefined for a status that is in no registry. */
export function phraseOfStatus(status: number): string | undefined {
  return PHRASES.find(([each]) => each === status)?.[1]
}
