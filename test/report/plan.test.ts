import { Ajv } from 'ajv'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planJson } from '../../src/report/plan/plan-json.ts'
import { planMarkdown } from '../../src/report/plan/plan-markdown.ts'
import { planPretty } from '../../src/report/plan/plan-pretty.ts'
import { planBetween } from '../../src/steps/plan-between.ts'
import type { Plan } from '../../src/steps/plan.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { spoiledWorkspace } from '../support/spoiled-program.ts'

const HOSTILE = 'x\u0007\u202e](http://evil.example) @team <script> ::error::'

const WHOLE = spoiledWorkspace(['[sandbox-emea, prod-emea, prod-apac]', '[sandbox-emea]'])

const PLANS: readonly (readonly [string, readonly Plan[]])[] = [
  ['nothing', planBetween(exampleWorkspace(), exampleWorkspace(), 'prod-emea')],
  ['set-up', planBetween(WHOLE, exampleWorkspace(), 'prod-emea')],
  ['retire', planBetween(exampleWorkspace(), WHOLE, 'prod-emea')],
  [
    'hostile',
    planBetween(
      exampleWorkspace(),
      spoiledWorkspace(['name: 01 Sync to CRM', `name: ${JSON.stringify(HOSTILE)}`]),
      'prod-emea',
    ),
  ],
]

/** The only markup: what is folded under words of ours. */
const DETAILS = /^(?:<details><summary>Step \d+: what to click and type<\/summary>|<\/details>)$/

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8')),
)

test.each(PLANS)('%s: the JSON is as its schema says, the same twice', (_, plans) => {
  const report = { environment: 'prod-emea', plans, warnings: ['a'] }
  const text = planJson(report)
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
  expect(planJson(report)).toBe(text)
})

test.each(PLANS)('%s: a line for each step, and no hand step is left out', (status, plans) => {
  const markdown = planMarkdown(
    { environment: 'prod-emea', plans, warnings: [] },
    { isVerbose: true },
  )
  const pretty = planPretty(plans, { isColored: false, isVerbose: true })
  const steps = plans.flatMap((plan) => plan.steps)
  expect(steps.length > 0).toBe(status !== 'nothing')
  expect(pretty.match(/^ +\d+ {2}by /gm)?.length ?? 0).toBe(steps.length)
  expect(markdown.match(/^\d+\. \*\*by /gm)?.length ?? 0).toBe(steps.length)
})

test.each(PLANS)('%s: nothing in a plan is anything but text', (_, plans) => {
  const report = { environment: 'prod-emea', plans, warnings: [HOSTILE] }
  const texts = [
    planPretty(plans, { isColored: false, isVerbose: true }),
    planMarkdown(report, { isVerbose: true }),
    planJson(report),
  ]
  for (const text of texts) {
    expect(text).not.toMatch(/[\u0007\u202e]/)
    expect(text).not.toMatch(/^\s*::/m)
  }
  const nodes = nodesOf(
    fromMarkdown(texts[1] ?? '', { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  )
  expect(nodes.filter(({ type }) => ['link', 'image', 'linkReference'].includes(type))).toEqual([])
  for (const node of nodes) if (node.type === 'html') expect(node.value).toMatch(DETAILS)
})
