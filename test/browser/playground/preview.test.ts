import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { previewOf, type ShownRequest } from '../../../src/browser/playground/preview.ts'
import type { MarkedText } from '../../../src/browser/playground/mark-tokens.ts'
import type { Trial } from '../../../src/browser/playground/open-trials.ts'
import type { CompiledProgram, CompiledWebhook } from '../../../src/compile/compiled-program.ts'
import { compileProgram } from '../../../src/compile/compile-program.ts'
import { sentAssumptions } from '../../../src/compile/sent-assumptions.ts'
import { checkSubject } from '../../../src/contract/check-subject.ts'
import { fitPlain } from '../../../src/contract/fit-plain.ts'
import { judge, openCourt } from '../../../src/contract/judge.ts'
import { leadSpace } from '../../../src/contract/lead-space.ts'
import { pinnedValues } from '../../../src/contract/pinned-values.ts'
import { buildRequest } from '../../../src/emulate/build-request.ts'
import type { HttpRequest, Situation } from '../../../src/emulate/call.ts'
import { curlLine, maskedSecret } from '../../../src/emulate/curl-line.ts'
import { fixtureSituation, tokensOf } from '../../../src/emulate/fixture-situation.ts'
import { maskRequest } from '../../../src/emulate/mask-request.ts'
import { assumptionSets } from '../../../src/marketo/assumptions/assumption-sets.ts'
import { usualAssumptions } from '../../../src/marketo/assumptions/assumptions.ts'
import { exampleWorkspace } from '../../support/example-programs.ts'
import { HOSTILE_STRINGS } from '../../support/hostile-strings.ts'
import { openPlayground } from '../../support/open-playground.ts'
import { readWorkspace } from '../../support/read-workspace.ts'

const { leads } = exampleWorkspace()
const REAL = 'fixtures/real-webhooks'
const PROJECTS = [
  'fixtures/common-tutorial',
  ...readdirSync(REAL).flatMap((name) => [
    `${REAL}/${name}/published`,
    `${REAL}/${name}/corrected`,
  ]),
]
const DEPLOYED = [
  exampleWorkspace(),
  ...PROJECTS.map((folder) => readWorkspace(`${folder}/project.yaml`)),
].flatMap(({ programs }) =>
  programs.flatMap(({ deployments }) => deployments.map(({ program }) => compileProgram(program))),
)

interface Opened {
  readonly compiled: CompiledProgram
  readonly webhook: CompiledWebhook
  readonly trials: readonly Trial[]
}

const OPENED: readonly Opened[] = DEPLOYED.flatMap((compiled) => {
  const playground = openPlayground(compiled)
  return compiled.webhooks.map((webhook, nth) => ({
    compiled,
    webhook,
    trials: playground[nth] ?? [],
  }))
})

function textOf({ stretches }: MarkedText): string {
  return stretches.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('')
}

function requestOf({ method, url, headers, body }: ShownRequest): HttpRequest {
  return {
    method,
    url: textOf(url),
    headers: headers.map(({ name, value }) => [name, textOf(value)]),
    body: body && textOf(body),
  }
}

/** The request by the code of the command line, from the definition itself. */
function expectedRequest(
  { compiled, webhook }: Opened,
  { encoding }: Trial,
  situation: Situation,
): HttpRequest | undefined {
  const built = buildRequest({ ...webhook, encoding }, situation, {
    assumptions: { ...usualAssumptions(), ...pinnedValues(compiled) },
    secretOf: maskedSecret,
  })
  return built.status === 'built' ? maskRequest(built.request) : undefined
}

function expectSame(opened: Opened, situation: Situation): void {
  for (const trial of opened.trials) {
    const { request } = previewOf(trial, situation)
    const expected = expectedRequest(opened, trial, situation)
    expect(request && requestOf(request)).toEqual(expected)
    expect(request?.curl).toBe(expected && curlLine(expected))
  }
}

test('every webhook has a playground with each encoding, its own first', () => {
  expect(OPENED.length).toBeGreaterThan(20)
  for (const { webhook, trials } of OPENED) {
    expect(trials).toHaveLength(3)
    expect(trials.map(({ isChosen }) => isChosen)).toEqual([true, false, false])
    expect(trials[0]?.encoding).toBe(webhook.encoding)
  }
})

test('every fixture lead gives the request of the command line, under each encoding', () => {
  for (const opened of OPENED) {
    for (const { values } of leads) {
      expectSame(opened, fixtureSituation(opened.webhook, opened.compiled.program, values))
    }
  }
})

test('hostile values give the request of the command line, under each encoding', () => {
  for (const opened of OPENED.filter((_each, nth) => nth % 3 === 0 || nth > 9)) {
    const plain = fixtureSituation(opened.webhook, opened.compiled.program, {})
    const keys = tokensOf(opened.webhook).map(({ key }) => key)
    const value = fc.oneof(
      fc.constantFrom(...HOSTILE_STRINGS),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(null, true, false, 0, -1, 1.5, 1e21),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (values) => {
        expectSame(opened, new Map([...plain, ...Object.entries(values)]))
      }),
      { seed: 11, numRuns: 25 },
    )
  }
})

test('the contract says the same as in a test on the command line, in the same words', () => {
  for (const { compiled, webhook, trials } of OPENED) {
    for (const { encoding, court } of trials) {
      const encoded = { ...webhook, encoding }
      const worlds = assumptionSets(sentAssumptions(encoded), pinnedValues(compiled))
      const space = leadSpace(webhook, compiled.program)
      const fitted = fitPlain(space, checkSubject(webhook), usualAssumptions())
      const own = openCourt(checkSubject(encoded), fitted, worlds)
      for (const { values } of leads) {
        const situation = fixtureSituation(webhook, compiled.program, values)
        const told = ({ check, fault, use }: ReturnType<typeof judge>[number]): unknown => [
          check.id,
          fault.message,
          fault.received,
          use?.key,
        ]
        expect(judge(court, situation).map(told)).toEqual(judge(own, situation).map(told))
      }
    }
  }
})
