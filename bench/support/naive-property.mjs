/**
 * The classical way, written by hand for the same webhook: draw strings, render the template as its
 * encoding says, parse the body, hold it against the schema. It knows the template, the types of the
 * fields, defaults and fields that are unset; it knows nothing of what Marketo leaves open.
 */
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'

/** Whether the property fails, after how many runs, and the longest text of its smallest counterexample. */
export function naiveProperty(webhook, { runs, seed }) {
  const lead = leadArbitrary(webhook)
  const validate = validatorOf(webhook)
  const result = fc.check(
    fc.property(lead, (values) => holds(webhook, values, validate)),
    { numRuns: runs, seed },
  )
  return {
    isFound: result.failed,
    runs: result.failed ? result.numRuns : runs,
    size: result.failed ? longest(result.counterexample[0]) : undefined,
  }
}

/** A value for every token of the webhook. */
export function leadArbitrary(webhook) {
  const tokens = new Map()
  for (const text of textsOf(webhook)) {
    for (const part of text.parts) if (part.kind === 'token') tokens.set(part.key, part)
  }
  return fc.record(Object.fromEntries([...tokens].map(([key, use]) => [key, valueOf(use)])))
}

export function renderBody(webhook, values) {
  return webhook.template.parts.map((part) => rendered(part, values, webhook.encoding)).join('')
}

function textsOf(webhook) {
  const headers = webhook.headers.filter(({ kind }) => kind === 'text').map(({ value }) => value)
  return [webhook.url, ...headers, ...(webhook.template === undefined ? [] : [webhook.template])]
}

function valueOf({ field }) {
  const value = byType(field?.type)
  return field?.isAlwaysSet === true ? value : fc.option(value, { nil: null })
}

function byType(type) {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
  switch (type) {
    case 'integer':
    case 'score':
      return fc.integer()
    case 'float':
    case 'currency':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    case 'boolean':
      return fc.boolean()
    case 'date':
      return day.map((text) => text.slice(0, 10))
    case 'datetime':
      return day.map((text) => text.slice(0, 19).replace('T', ' '))
    default:
      return fc.string()
  }
}

function validatorOf({ request }) {
  if (request?.schema === undefined) return () => true
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  return ajv.compile(request.schema)
}

function holds(webhook, values, validate) {
  const render = (text) =>
    text.parts.map((part) => rendered(part, values, webhook.encoding)).join('')
  if (!URL.canParse(render(webhook.url))) return false
  if (webhook.template === undefined) return true
  const body = parsed(render(webhook.template), webhook.bodyFormat)
  return body !== undefined && validate(body.value)
}

function rendered(part, values, encoding) {
  if (part.kind === 'text') return part.text
  const value = values[part.key] ?? part.token.defaultText ?? null
  if (encoding === 'JSON') return JSON.stringify(typed(value, part))
  const text = value === null ? '' : String(value)
  return encoding === 'None' ? text : new URLSearchParams({ '': text }).toString().slice(1)
}

/** A default is written as a text, whatever the type of its field. */
function typed(value, { field }) {
  if (value === null) return ''
  if (typeof value !== 'string') return value
  const isNumber = ['integer', 'score', 'float', 'currency'].includes(field?.type)
  if (isNumber && value !== '' && !Number.isNaN(Number(value))) return Number(value)
  return field?.type === 'boolean' && /^(?:true|false)$/.test(value) ? value === 'true' : value
}

/** Undefined where the body cannot be parsed. */
function parsed(body, format) {
  try {
    if (format === 'json') return { value: JSON.parse(body) }
    if (format === 'form') return { value: Object.fromEntries(new URLSearchParams(body)) }
    if (format === 'xml') new SaxesParser().write(body).close()
    return { value: body }
  } catch {
    return undefined
  }
}

/** How long the longest value of a counterexample is. */
export function longest(values) {
  return Math.max(0, ...Object.values(values).map((value) => String(value ?? '').length))
}
