import type { Compatibility } from '../../../src/compatibility/compatibility.ts'
import type { Change } from '../../../src/diff/change.ts'
import type { Comment, PlannedSteps } from '../../../src/report/comment/comment.ts'
import { choose, click, enter, step, type Movement, type Step } from '../../../src/steps/step.ts'

const AT = { file: 'programs/a/program.yaml', start: 0, end: 1 }

const UNKNOWN = { status: 'unknown', reason: 'nobody asks' } as const

/** A comment that holds one text wherever a comment can hold one. */
export function hostileComment(text: string): Comment {
  return {
    project: text,
    findings: [
      {
        rule: text,
        severity: 'error',
        message: text,
        place: `${text}:1:1`,
        effect: text,
        help: text,
        assumptions: [text],
        counterexample: {
          lead: { [text]: text },
          request: `POST ${text}\n\n${text}`,
          replay: text,
          curl: text,
        },
      },
    ],
    tests: [
      {
        program: text,
        environment: text,
        webhook: text,
        leads: 2,
        checks: [{ check: text, passed: 1, failed: 1 }],
        coverage: [],
        failures: 1,
      },
    ],
    comparison: {
      status: 'compared',
      base: text,
      changes: [change(text)],
      compatibility: [broken(text), unknown(text)],
      plans: [plan(text)],
      notCompared: [{ program: text, why: text }],
    },
    again: [text],
    artifact: text,
  }
}

function change(text: string): Change {
  return {
    id: text,
    kind: 'payload',
    motion: 'changed',
    program: text,
    subject: { kind: 'webhook', id: text },
    environments: [text],
    what: text,
    because: text,
    steps: [text],
    before: text,
    after: text,
    actors: ['receiver', 'human'],
    impact: 'breaking',
    rollout: 'endpoint-first',
    at: AT,
    wasAt: AT,
  }
}

function broken(text: string): Compatibility {
  const witness = { lead: { [text]: text }, before: text, after: `${text}2`, because: text }
  const hostileBreak = {
    fingerprint: text,
    keyword: text,
    place: text,
    demand: text,
    witness,
    assumptions: [text],
    approved: text,
  }
  return {
    program: text,
    webhook: text,
    side: 'request',
    environments: [text],
    verdict: { status: 'broken', breaks: [hostileBreak] },
    order: { endpointFirst: UNKNOWN, marketoFirst: UNKNOWN },
    at: AT,
  }
}

function unknown(text: string): Compatibility {
  return { ...broken(text), verdict: { status: 'unknown', reason: text } }
}

function plan(text: string): PlannedSteps {
  const actors = ['human', 'receiver', 'api'] as const
  return {
    program: text,
    environment: text,
    page: text,
    steps: actors.map((actor): Step => ({ ...act(text), id: actor, actor })),
  }
}

function act(text: string): Step {
  const words = [text, { onScreen: text }, { code: text }, { file: text }, { step: text }]
  const movements: readonly Movement[] = [
    click(text),
    { kind: 'tick', label: text },
    enter(text, text),
    choose(text, text),
    { kind: 'leave', label: text },
    { kind: 'secret', label: text, format: text, secret: text, from: words },
    {
      kind: 'add',
      what: 'trigger',
      name: text,
      settings: [
        { label: text, operator: text, value: text },
        { label: text, operator: undefined, value: text },
        { label: text, operator: text, value: undefined },
      ],
    },
    { kind: 'copy', words, value: text, language: text },
    { kind: 'do', words },
  ]
  return step({
    id: 'a',
    actor: 'human',
    does: text,
    where: [text, text],
    movements,
    expect: words,
    ifNot: words,
    verify: words,
    undo: words,
  })
}
