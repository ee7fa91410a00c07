import { expect, test } from 'vitest'
import { compileProgram } from '../../src/compile/compile-program.ts'
import type { CompiledWebhook } from '../../src/compile/compiled-program.ts'
import { sentAssumptions } from '../../src/compile/sent-assumptions.ts'
import { failureKey, judge, openCourt, type Court } from '../../src/contract/judge.ts'
import { leadSpace, withValues, type VariedToken } from '../../src/contract/lead-space.ts'
import { pinnedValues } from '../../src/contract/pinned-values.ts'
import { checkSubject } from '../../src/contract/check-subject.ts'
import { isStorable } from '../../src/contract/stored-value.ts'
import { VALUE_CLASSES } from '../../src/contract/value-classes.ts'
import { assumptionSets } from '../../src/marketo/assumptions/assumption-sets.ts'
import type { TokenValue } from '../../src/marketo/token-value.ts'
import type { Program } from '../../src/model/program.ts'
import { NAUGHTY_CORPUS } from '../support/naughty-corpus.ts'
import { readWorkspace } from '../support/read-workspace.ts'
import { compileText, type Definition } from './test-text.ts'

test('the corpus is there', () => {
  expect(NAUGHTY_CORPUS.length).toBeGreaterThan(400)
})

const PROGRAMS = readWorkspace('programs/project.yaml').programs.flatMap(({ id, deployments }) =>
  deployments.slice(-1).map(({ program }) => [id, program] as const),
)

test.each(PROGRAMS)(
  'a sound program sends every string of the corpus, in all its texts at once: %s',
  (_id, program) => {
    for (const webhook of compileProgram(program).webhooks) {
      const court = courtOf(webhook, program)
      const broken = NAUGHTY_CORPUS.filter(fitsAsHtml).filter((text) => {
        const values = court.space.tokens
          .filter(({ field }) => isStorable(field, text))
          .map(({ use }) => [use.key, text] as const)
        return judge(court, withValues(court.space, values)).length > 0
      })
      expect(broken).toEqual([])
    }
  },
  60_000,
)

test('nearly the whole corpus stays within 255 characters when its entities are written out', () => {
  expect(NAUGHTY_CORPUS.length - NAUGHTY_CORPUS.filter(fitsAsHtml).length).toBeLessThan(5)
})

/** A text full of ampersands may outgrow its schema where Marketo encodes for HTML: that is no escaping. */
function fitsAsHtml(text: string): boolean {
  return text.replace(/[&<>"]/g, '&quot;').length <= 255
}

const JSON_NONE: Definition = {
  encoding: 'None',
  contentType: 'application/json',
  template: '{"first": "{{lead.First Name}}", "id": {{lead.Id}}}',
  schema: {},
}

/** Definitions that some value breaks, each in its own way. */
const BREAKABLE: Readonly<Record<string, Definition>> = {
  'JSON without an encoding': JSON_NONE,
  'a bare value in JSON': { ...JSON_NONE, template: '{"first": {{lead.First Name}}, "id": 1}' },
  'quotes around an encoded value': {
    ...JSON_NONE,
    encoding: 'JSON',
    template: '{"first": "{{lead.First Name}}"}',
  },
  'a key in JSON': { ...JSON_NONE, encoding: 'JSON', template: '{{{lead.First Name}}: 1}' },
  'a form without an encoding': {
    ...JSON_NONE,
    contentType: 'application/x-www-form-urlencoded',
    template: 'first={{lead.First Name}}&id={{lead.Id}}',
  },
  'XML text': {
    ...JSON_NONE,
    contentType: 'application/xml',
    template: '<a>{{lead.First Name}}</a>',
  },
  'an attribute in XML': {
    ...JSON_NONE,
    contentType: 'application/xml',
    template: '<a b="{{lead.First Name}}"/>',
  },
  'a section in XML': {
    ...JSON_NONE,
    contentType: 'application/xml',
    template: '<a><![CDATA[{{lead.First Name}}]]></a>',
  },
  'a path': { ...JSON_NONE, template: '{}', url: 'https://example.com/a/{{lead.First Name}}/b' },
  'an encoded path': {
    ...JSON_NONE,
    encoding: 'Form/Url',
    template: 'id={{lead.Id}}',
    contentType: 'application/x-www-form-urlencoded',
    url: 'https://example.com/a/{{lead.First Name}}/b',
  },
  'a query': {
    ...JSON_NONE,
    template: '{}',
    url: 'https://example.com/?a={{lead.First Name}}&b=1',
  },
  'a header': { ...JSON_NONE, template: '{}', headers: { 'X-Name': '{{lead.First Name}}' } },
}

/** Endpoints that take texts of most kinds, and not of one: what their schema forbids. */
const BANS: Readonly<Record<string, string>> = {
  'what is not ASCII': '[^\\u0000-\\u007f]',
  'what is not Latin-1': '[^\\u0000-\\u00ff]',
  'more than sixteen bits': '[\\ud800-\\udfff]',
  'control characters': '[\\u0000-\\u001f\\u007f]',
  'second control characters': '[\\u0080-\\u009f]',
  'other spaces': '[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff]',
  'separators of lines': '[\\u2028\\u2029\\u0085]',
  'turned text': '[\\u202a-\\u202e\\u2066-\\u2069]',
  'right-to-left letters': '[\\u0590-\\u06ff]',
  'combining marks': '[\\u0300-\\u036f]',
  ideographs: '[\\u3000-\\u9fff]',
  'full-width forms': '[\\uff00-\\uffef]',
  'typographic quotes': '[\\u2018-\\u201f]',
  'digits alone': '^[0-9]+$',
  numbers: '^[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?$',
  'hexadecimal numbers': '^0x[0-9a-fA-F]+$',
  'zeros in front': '^0[0-9]',
  'words of programs': '^(?:null|true|NaN|undefined|Infinity)$',
  'names of members': '^(?:__proto__|constructor|toString|hasOwnProperty)$',
  'HTML elements': '<[a-z]',
  'HTML entities': '&[a-z#0-9]+;',
  'percent signs': '%[0-9a-fA-F]{2}',
  braces: '\\{\\{',
  'dollar expressions': '\\$\\{',
  'steps up': '\\.\\.',
  'addresses of pages': '^https?:',
  'leading signs of formulas': '^[=+@-]',
  'nothing but blanks': '^\\s+$',
  'blanks at an end': '^\\s|\\s$',
  tabs: '\\t',
  'line breaks': '[\\r\\n]',
  backslashes: '\\\\',
  'single quotes': "'",
  semicolons: ';',
}

const CASES: readonly (readonly [string, Definition])[] = [
  ...Object.entries(BREAKABLE),
  ...Object.entries(BANS).map(([what, pattern]): readonly [string, Definition] => [
    `an endpoint that refuses ${what}`,
    {
      ...JSON_NONE,
      encoding: 'JSON',
      template: '{"first": {{lead.First Name}}}',
      schema: { properties: { first: { not: { pattern } } } },
    },
  ]),
]

test.each(CASES)(
  'whatever a string of the corpus breaks, a value of ours breaks too: %s',
  (_what, definition) => {
    const { compiled, webhook } = compileText(definition)
    const court = courtOf(webhook, compiled.program)
    const ours = (token: VariedToken): readonly TokenValue[] =>
      VALUE_CLASSES.flatMap(({ values }) => values(token.field))
    const byCorpus = causesOf(court, () => NAUGHTY_CORPUS)
    const byUs = causesOf(court, ours)
    expect([...byCorpus].filter((cause) => !byUs.has(cause))).toEqual([])
    expect(byUs.size).toBeGreaterThan(0)
  },
  20_000,
)

/** Which check of which token some value fails, in any world; a token that is unset is no matter here. */
function causesOf(
  court: Court,
  valuesOf: (token: VariedToken) => readonly TokenValue[],
): ReadonlySet<string> {
  const failures = court.space.tokens.flatMap((token) =>
    valuesOf(token)
      .filter((value) => value !== null && isStorable(token.field, value))
      .flatMap((value) => judge(court, withValues(court.space, [[token.use.key, value]]))),
  )
  return new Set(failures.map((failure) => `${failure.check.id} ${failureKey(failure)}`))
}

function courtOf(webhook: CompiledWebhook, program: Program): Court {
  const worlds = assumptionSets(sentAssumptions(webhook), pinnedValues(compileProgram(program)))
  return openCourt(checkSubject(webhook), leadSpace(webhook, program), worlds)
}
