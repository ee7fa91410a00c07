import type { Assumption, AssumptionSet } from './assumption.ts'

/**
 * Table: what no source settles, each with its possible values, the likeliest first.
 * A value is pinned only by a project, with its evidence.
 */
export const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'astral',
    question: 'Do characters outside the basic plane, such as emoji, survive in a stored value?',
    values: ['kept', 'truncated'],
    evidence: 'practitioners report that such a character can cut the stored value',
    source: 'S. Whiteman, "Surrogate pair emoji truncated, newlines snipped"',
  },
  {
    id: 'backslash-preparse',
    question: 'Does Marketo read backslash escapes in the Template field before it sends it?',
    values: ['on', 'off'],
    evidence:
      'observed in 2023: \\n becomes a line break, \\d stops the call; not in the official pages',
    source: 'S. Whiteman, "A quirk with slash escapes in the Marketo webhook editor"',
  },
  {
    id: 'boolean-under-json',
    question: 'Is a Boolean bare or quoted under the encoding JSON?',
    values: ['bare', 'quoted'],
    evidence:
      "Adobe's recipe and Snowplow's schema have it bare; one published sample shows TRUE quoted, its type unstated",
    source: 'Adobe Sales Qualifier documentation; Snowplow; S. Whiteman',
  },
  {
    id: 'campaign-order',
    question:
      'In which order do campaigns run that have begun for the same person at the same time?',
    values: ['one-by-one', 'any-order'],
    evidence:
      'triggered campaigns wait in queues by priority, and Request Campaign runs in parallel; no order is promised',
    source:
      'Marketo knowledge base, "How campaign processing works"; Experience League, "Request Campaign"',
  },
  {
    id: 'concurrency',
    question: 'How many webhook calls does one subscription make at a time?',
    values: ['twenty', 'serial'],
    evidence:
      'twenty is the figure of the community; the only official arithmetic assumes one after another',
    source:
      'S. Whiteman, "Marketo webhooks: 20 concurrent connections"; Experience League, "Webhooks"',
  },
  {
    id: 'default-encoding',
    question: 'Is the text of a default encoded like a value?',
    values: ['as-value', 'raw'],
    evidence: 'not documented',
    source: 'Experience League, "Tokens Overview"',
  },
  {
    id: 'email-values',
    question: 'Can a field of the type e-mail hold a text that is no address?',
    values: ['any-text', 'addresses-only'],
    evidence:
      'not documented; the REST API takes addresses in ASCII only, and says nothing of forms, imports and other sources',
    source: 'Experience League, "Leads" (REST API)',
  },
  {
    id: 'empty-number-under-json',
    question: 'What stands in the place of an unset number or Boolean under the encoding JSON?',
    values: ['empty-string', 'nothing', 'null'],
    evidence:
      'unset fields were seen as empty texts; that every numeric token of Adobe has a default suggests trouble otherwise',
    source: 'Snowplow iglu-central, pull request 741; Adobe Sales Qualifier documentation',
  },
  {
    id: 'encoding-in-headers',
    question: 'Does the request token encoding apply to tokens in custom headers?',
    values: ['not-applied', 'applied'],
    evidence: 'not documented',
    source: 'Experience League, "Webhooks"',
  },
  {
    id: 'encoding-in-url',
    question: 'Does the request token encoding apply to tokens in the URL?',
    values: ['applied', 'not-applied'],
    evidence:
      'an official recipe has an empty template, tokens in the query and Form/Url chosen, which makes sense only if it applies',
    source: 'Adobe developer blog, 2017 (IFTTT recipe)',
  },
  {
    id: 'error-type',
    question: 'What does the activity record as Error Type?',
    values: ['reason-phrase', 'status-code'],
    evidence: 'two official pages disagree',
    source: 'Experience League, "Errors" (webhooks); Experience Data Model, schema callwebhook',
  },
  {
    id: 'form-space',
    question: 'Is a space + or %20 under the encoding Form/Url?',
    values: ['plus', 'percent'],
    evidence: 'one published sample shows +',
    source: 'S. Whiteman, "If someone recommends Request Token Encoding None"',
  },
  {
    id: 'html-encoding',
    question: 'Does "HTML Encode Tokens in Emails" also change tokens in webhooks?',
    values: ['off', 'on'],
    evidence: 'documented for e-mails only',
    source: 'Experience League, "HTML Encode Tokens in Emails"',
  },
  {
    id: 'json-escapes',
    question: 'Which characters does the encoding JSON escape beyond those that it must?',
    values: ['minimal', 'ascii'],
    evidence: 'not documented; both are the same value to a JSON reader',
    source: 'Experience League, "Webhooks"',
  },
  {
    id: 'line-breaks',
    question: 'Does a line break in a stored value arrive as a space?',
    values: ['to-spaces', 'kept'],
    evidence: 'practitioners report spaces',
    source: 'S. Whiteman, "Surrogate pair emoji truncated, newlines snipped"',
  },
  {
    id: 'mapping-coerce',
    question: 'Is a value of another type converted when a mapping writes it?',
    values: ['coerced', 'not-written'],
    evidence: 'only a string for an integer field is documented: it is not written',
    source: 'Experience League, "Response Mappings"',
  },
  {
    id: 'mapping-null',
    question: 'Does a null or empty value in the response clear the mapped field?',
    values: ['ignored', 'clears-field'],
    evidence: 'not documented',
    source: 'Experience League, "Response Mappings"',
  },
  {
    id: 'mapping-overflow',
    question: 'Is a value that is too long for its field cut, or not written?',
    values: ['truncated', 'not-written'],
    evidence: 'not documented',
    source: 'Experience League, "Response Mappings", "Field types"',
  },
  {
    id: 'mapping-timing',
    question:
      'Is a mapped value written before the next step of the calling flow runs, or after it?',
    values: ['after-next-step', 'before-next-step'],
    evidence:
      'practitioners report that the write is asynchronous: the next step cannot count on it; official pages are silent',
    source: 'S. Whiteman, "Fun with the Webhook is Called trigger"',
  },
  {
    id: 'redirect',
    question: 'Does Marketo follow a redirect?',
    values: ['refused'],
    evidence: 'not documented; a 3xx is no 2xx, and only a 2xx writes fields',
    source: 'Experience League, "Webhooks"',
  },
  {
    id: 'response-charset',
    question: 'In which character set does Marketo read a response?',
    values: ['declared', 'utf-8'],
    evidence: 'not documented',
    source: 'Experience League, "Webhooks", "Response Mappings"',
  },
  {
    id: 'response-deadline',
    question:
      'Does the wait of 30 seconds end with the first byte of the response or with its last?',
    values: ['last-byte', 'first-byte'],
    evidence: 'documented is only that Marketo waits up to 30 seconds for the response',
    source: 'Experience League, "Webhooks"',
  },
  {
    id: 'response-leniency',
    question:
      'Does Marketo read a response that bends the rules of its format: a byte order mark, a member twice, a document type?',
    values: ['refused', 'read'],
    evidence: 'not documented',
    source: 'Experience League, "Response Mappings"',
  },
  {
    id: 'response-limits',
    question: 'How large and how deep a response does Marketo read?',
    values: ['any', 'limited'],
    evidence: 'no limit is documented',
    source: 'Experience League, "Webhooks", "Response Mappings"',
  },
  {
    id: 'retry',
    question: 'Does Marketo repeat a failed call?',
    values: ['none'],
    evidence: 'no page names a retry; recovery is left to "Webhook is Called"',
    source: 'Experience League, "Errors" (webhooks)',
  },
  {
    id: 'unset-number-in-filter',
    question: 'Is an unset number less than another one in a filter, as if it were zero?',
    values: ['as-zero', 'matches-nothing'],
    evidence: '"is 0" also finds records without a value; of the other operators no page says it',
    source: 'Experience League, "Smart List Filter Operators Glossary"',
  },
]

/** The assumption of that id, or undefined. */
export function assumptionNamed(id: string): Assumption | undefined {
  return ASSUMPTIONS.find((assumption) => assumption.id === id)
}

/** The likeliest value of every assumption: what samples are rendered under. */
export function usualAssumptions(): AssumptionSet {
  return Object.fromEntries(ASSUMPTIONS.map(({ id, values }) => [id, values[0]]))
}
