import type { TokenContext } from '../../marketo/body-formats/body-format.ts'

/** What people call a place, and the law of it: what must hold of the text that comes to stand there. */
export interface ContextLaw {
  readonly title: string
  /** A sentence that goes on after "it". */
  readonly law: string
}

/** Table: every place that a token can have. */
export const CONTEXT_LAWS: Readonly<Record<TokenContext, ContextLaw>> = {
  'json-value': {
    title: 'JSON value',
    law: 'must be one JSON value, and be read as what the lead holds',
  },
  'json-string': {
    title: 'inside a JSON string',
    law: 'must not end the string, and be read as what the lead holds',
  },
  'json-key': { title: 'JSON key', law: 'names a member, so it must be the same for every lead' },
  'form-value': {
    title: 'form value',
    law: 'must stay one value, and decode to what the lead holds',
  },
  'form-key': { title: 'form key', law: 'names a pair, so it must be the same for every lead' },
  'xml-text': {
    title: 'XML text',
    law: 'must hold no markup and no character that XML forbids, and be read as what the lead holds',
  },
  'xml-cdata': {
    title: 'XML CDATA',
    law: 'must not end the section, hold no character that XML forbids, and be read as what the lead holds',
  },
  'xml-attribute': {
    title: 'XML attribute',
    law: 'must not end the quotes, hold no markup, and be read as what the lead holds',
  },
  'xml-comment': {
    title: 'XML comment',
    law: 'must not end the comment, and hold no character that XML forbids; nobody reads it',
  },
  'xml-markup': {
    title: 'XML markup',
    law: 'names or shapes something, so it must be the same for every lead',
  },
  'url-host': {
    title: 'URL, before the path',
    law: 'decides who is called, so it must be the same for every lead',
  },
  'url-path': {
    title: 'URL path',
    law: 'must stay one segment that is not empty and goes nowhere else, and decode to what the lead holds',
  },
  'url-query': {
    title: 'URL query',
    law: 'must stay one value, and decode to what the lead holds',
  },
  'url-query-key': {
    title: 'name in the URL query',
    law: 'names a member of the query, so it must be the same for every lead',
  },
  'url-fragment': { title: 'URL fragment', law: 'is for browsers: no server sees it' },
  'header-value': {
    title: 'header value',
    law: 'must hold nothing that no header may hold, and arrive as it is',
  },
  text: { title: 'plain text', law: 'is read in a way that nothing states' },
}
