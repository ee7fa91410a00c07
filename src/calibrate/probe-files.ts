/** The program that is called once in a sandbox; its id and its environment. */
export const PROBE = { program: 'hookbook-probe', environment: 'sandbox' } as const

/** A field of the test person, and what is typed into it by hand. */
export interface ProbeValue {
  /** As the record names it. */
  readonly field: string
  readonly key: string
  /** Undefined for a field that must be empty. */
  readonly value: string | boolean | undefined
  readonly why: string
}

/**
 * Table: the test person. Each value makes one open question visible and has nothing else in it, and none
 * is what somebody gets by leaving out or simplifying what was to be typed: two line breaks are no space.
 */
export const PROBE_PERSON: readonly ProbeValue[] = [
  { field: 'First Name', key: 'lead.first name', value: 'A & B <i>', why: 'html-encoding' },
  { field: 'Last Name', key: 'lead.last name', value: 'Müller', why: 'json-escapes' },
  { field: 'Address', key: 'lead.address', value: 'one\n\ntwo', why: 'line-breaks' },
  { field: 'City', key: 'lead.city', value: 'x😀y', why: 'astral' },
  {
    field: 'Department',
    key: 'lead.department',
    value: 'R&D',
    why: 'encoding-in-url, -in-headers',
  },
  { field: 'Job Title', key: 'lead.job title', value: 'a b', why: 'form-space' },
  { field: 'Do Not Call', key: 'lead.do not call', value: true, why: 'boolean-under-json' },
  { field: 'Fax Number', key: 'lead.fax number', value: undefined, why: 'default-encoding' },
  {
    field: 'Num Employees',
    key: 'company.num employees',
    value: undefined,
    why: 'empty-number-under-json',
  },
  { field: 'Middle Name', key: 'lead.middle name', value: 'before', why: 'mapping-null' },
  { field: 'Salutation', key: 'lead.salutation', value: 'before', why: 'mapping-coerce' },
  {
    field: 'Do Not Call Reason',
    key: 'lead.do not call reason',
    value: 'before',
    why: 'mapping-overflow',
  },
]

/** Longer than a string field holds. Source: Experience League, "Field types" (255 characters). */
const TOO_LONG: string = 'x'.repeat(300)

/** What the endpoint answers to the third call. */
export const PROBE_ANSWER: Readonly<Record<string, string | number | null>> = {
  nothing: null,
  number: 42,
  long: TOO_LONG,
}

/** A project of its own, with one program: the probe as a definition, which `serve` serves and `build` compiles. */
export function probeFiles(origin: string): Readonly<Record<string, string>> {
  return { 'programs/project.yaml': PROJECT, [PROGRAM_FILE]: programText(origin) }
}

const PROGRAM_FILE = `programs/${PROBE.program}/program.yaml`

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: hookbook-probe
subscriptions: {sandbox: {stage: sandbox}}
environments: {sandbox: {subscription: sandbox}}
`

/**
 * Each webhook is in one line, because the Template field may spell line breaks in its own way. What is
 * encoded must be legal where it stands, so that the call itself never fails.
 */
function programText(origin: string): string {
  const url = (path: string): string => JSON.stringify(`${origin}/hookbook-probe/${path}`)
  return `apiVersion: hookbook/v1
kind: WebhookProgram
id: ${PROBE.program}
title: Probe of what Marketo does not document
summary: Called once in a sandbox, for an invented person; then everything of it is deleted.
revision: 1
webhooks:
  probe-json:
    marketo: {name: Hookbook Probe JSON, description: Delete after the calibration}
    url: ${url('json')}
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers: {Content-Type: application/json}
    template: '{"html": {{lead.First Name}}, "escapes": {{lead.Last Name}}, "lines": {{lead.Address}}, "astral": {{lead.City}}, "boolean": {{lead.Do Not Call}}, "empty": {{company.Num Employees}}, "default": {{lead.Fax Number:default=none}}, "slash": "\\\\", "end": 1}'
  probe-form:
    marketo: {name: Hookbook Probe Form, description: Delete after the calibration}
    url: ${url('form?url={{lead.Department}}&end=1')}
    method: POST
    tokenEncoding: Form/Url
    responseType: JSON
    headers:
      Content-Type: application/x-www-form-urlencoded
      X-Hookbook-Probe: "{{lead.Department}}"
    template: space={{lead.Job Title}}&end=1
  probe-answer:
    marketo: {name: Hookbook Probe Answer, description: Delete after the calibration}
    url: ${url('answer')}
    method: POST
    tokenEncoding: JSON
    responseType: JSON
    headers: {Content-Type: application/json}
    template: '{"person": {{lead.Id}}}'
    response: ${JSON.stringify(ANSWER_SCHEMA)}
    mappings: {nothing: MiddleName, number: Salutation, long: DoNotCallReason}
campaigns:
  probe:
    marketo: {name: Hookbook Probe}
    triggers:
      chosen: {trigger: Data Value Changes, attribute: Lead Source, newValue: hookbook-probe}
    qualification: every time
    flow:
      - {id: json, step: Call Webhook, webhook: probe-json}
      - {id: form, step: Call Webhook, webhook: probe-form}
      - {id: answer, step: Call Webhook, webhook: probe-answer}
`
}

const ANSWER_SCHEMA = {
  type: 'object',
  required: Object.keys(PROBE_ANSWER),
  properties: Object.fromEntries(
    Object.entries(PROBE_ANSWER).map(([name, value]) => [name, { const: value }]),
  ),
}
