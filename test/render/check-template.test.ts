import { expect, test } from 'vitest'
import { checkTemplate } from '../../src/render/check-template.ts'
import { TEMPLATE_SHAPES } from '../../src/render/template-shapes.ts'
import { BUILT_IN_PAGES, BUILT_IN_TEMPLATES } from '../support/built-in-templates.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { pageOf, renderPages, sectionOf } from '../support/pages.ts'

/** Each problem with the words that it points at. */
function problems(name: string, text: string): readonly string[] {
  return checkTemplate(name, text).map(
    ({ start, end, message }) => `${text.slice(start, end)} | ${message}`,
  )
}

test.each(Object.keys(TEMPLATE_SHAPES))('the template %s of the package is sound', (name) => {
  expect(BUILT_IN_TEMPLATES[name]).not.toBe('')
  expect(problems(name, BUILT_IN_TEMPLATES[name] ?? '')).toEqual([])
})

test.each([
  [
    'a value that is not there',
    'stamp',
    'a\n  {{revison}}',
    'revison | there is no value "revison" here',
  ],
  ['a value of another section', 'stamp', '{{steps}}', 'steps | there is no value "steps" here'],
  [
    'a value of a list outside it',
    'diagnose',
    '{{heading}}',
    'heading | there is no value "heading" here',
  ],
  [
    'a value within a text',
    'stamp',
    '{{owner.name}}',
    'owner.name | there is no value "owner.name" here',
  ],
  ['a value in an if', 'stamp', '{{#if alert}}{{/if}}', 'alert | there is no value "alert" here'],
  ['a list as a text', 'diagnose', '{{steps}}', 'steps | "steps" is no text'],
  ['a text as a list', 'stamp', '{{#each owner}}{{/each}}', 'owner | "owner" is no list'],
  [
    'the parent of the top',
    'stamp',
    '{{../owner}}',
    '../owner | there is no value "../owner" here',
  ],
  ['a place in no list', 'stamp', '{{#if @first}}{{/if}}', '@first | there is no "@first" here'],
  ['the root', 'stamp', '{{@root.owner}}', '@root.owner | there is no "@root.owner" here'],
  [
    'a partial that is not there',
    'diagnose',
    '{{#each steps}}{{> stepp}}{{/each}}',
    '{{> stepp}} | there is no partial "stepp"',
  ],
  [
    'a section as a partial',
    'diagnose',
    '{{> stamp}}',
    '{{> stamp}} | there is no partial "stamp"',
  ],
  [
    'a partial without its values',
    'diagnose',
    '{{> step}}',
    '{{> step}} | the partial "step" has no values here',
  ],
  [
    'a partial in itself',
    'step',
    '{{> step}}',
    '{{> step}} | a partial cannot hold the partial "step"',
  ],
  [
    'a helper',
    'stamp',
    '{{upper owner}}',
    '{{upper owner}} | a template holds no logic but if, unless and each',
  ],
  [
    'a block of its own',
    'stamp',
    '{{#with owner}}{{/with}}',
    '{{#with owner}}{{/with}} | a template holds no logic but if, unless and each',
  ],
  [
    'a decorator',
    'stamp',
    '{{* x}}',
    '{{* x}} | a template holds no logic but if, unless and each',
  ],
  [
    'an open block',
    'stamp',
    '{{owner}}\n{{#if owner}}',
    ' | the template cannot be read from here on',
  ],
  ['half a brace', 'stamp', 'x\n{{owner', 'owner | the template cannot be read from here on'],
  [
    'a wrong end',
    'stamp',
    'x\n{{#if owner}}{{/each}}',
    'if owner}}{{/each}} | "if doesn\'t match each"',
  ],
])('%s is found at its place', (_, name, text, expected) => {
  expect(problems(name, text)).toEqual([expected])
})

test.each([
  ['stamp', 'plain text, <b>and</b> {{!-- a comment --}}{{revision}} {{{owner}}}'],
  [
    'diagnose',
    '{{#each steps}}{{#unless @last}}{{heading}}{{/unless}}{{#each movements}}{{this}}{{/each}}{{/each}}',
  ],
  ['rotate', '{{#each rotations}}{{#each steps}}{{../id}}{{> look}}{{/each}}{{else}}none{{/each}}'],
  [
    'first-screen',
    '{{#if stops}}{{#each others}}{{environment}} at {{index}}{{/each}}{{/if}}'.replace(
      '{{index}}',
      '{{@index}}',
    ),
  ],
])('a sound template of %s passes', (name, text) => {
  expect(problems(name, text)).toEqual([])
})

test('the nearest name is offered', () => {
  expect(checkTemplate('stamp', '{{fingerprnt}}')[0]?.help).toMatch(/^did you mean "fingerprint"\?/)
  expect(checkTemplate('diagnose', '{{#each steps}}{{> steo}}{{/each}}')[0]?.help).toBe(
    'did you mean "step"?',
  )
})

test('a template of a team stands in the place of that of the package, in its section only', () => {
  const templates = { ...BUILT_IN_TEMPLATES, tell: 'Ring 555 0100 first.\n\n{{start}}' }
  const notes = new Map([[7, 'Ask *nobody* else.\n']])
  const pages = { templates, notes, files: ['notes.md', '../templates/tell.md.hbs'] }
  const files = renderPages('lead-sync', exampleWorkspace(), pages)
  const page = pageOf(files, 'prod-emea/runbook.md')
  const before = pageOf(
    renderPages('lead-sync', exampleWorkspace(), BUILT_IN_PAGES),
    'prod-emea/runbook.md',
  )
  expect(sectionOf(page, 7)).toMatch(/^\n\nRing 555 0100 first\./)
  expect(sectionOf(page, 7)).toContain('\n### Notes of the team\n\nAsk *nobody* else.\n')
  for (const number of [0, 6, 8, 15])
    expect(sectionOf(page, number)).toBe(sectionOf(before, number))
  expect(JSON.parse(pageOf(files, 'manifest.json')).sources).toContain('notes.md')
})
