import type { Diagnostic, Severity } from '../../src/diagnostic/finding.ts'
import type { Report } from '../../src/report/report.ts'

/** A report that holds one text wherever a report can hold a text. */
export function hostileReport(text: string): Report {
  const failed = finding('error', text)
  return {
    toolVersion: '1.2.3',
    run: { command: text, seed: 1, runs: 1, definitions: text },
    checked: [{ text }, { text }],
    files: [{ path: text, text: `x: ${text}` }],
    diagnostics: [failed, finding('warning', text), finding('info', text)],
    results: [
      {
        program: text,
        environment: text,
        webhook: text,
        at: { file: text, start: 0, end: 1 },
        target: 'endpoint',
        seed: 1,
        leads: 2,
        assumptionSets: 1,
        checks: [
          { check: text, passed: 1, failed: 1 },
          { check: 'another', passed: 2, failed: 0 },
        ],
        coverage: [
          { area: 'values', row: text, column: text, tried: 1, failed: 1 },
          { area: 'values', row: text, column: 'another', tried: 0, failed: 0 },
          { area: 'faults', row: text, column: text, tried: 3, failed: 0 },
        ],
        replayed: [],
        tokens: [
          {
            token: text,
            part: text,
            context: 'text',
            type: 'string',
            encodings: ['None'],
            verdict: 'refuted',
            reason: text,
            value: text,
            isEveryValue: false,
            assumptions: [text],
          },
        ],
        answers: [
          {
            id: text,
            kind: 'valid',
            endpoint: text,
            others: 1,
            marketo: { does: 'unspecified', because: text, assumption: text },
            writes: (['written', 'not-written', 'missing', 'unspecified'] as const).map((end) => ({
              path: text,
              field: text,
              end,
              shown: text,
            })),
            isFailure: true,
            noticedBy: [{ campaign: text, certainty: 'sometimes', under: [text] }],
          },
        ],
        failures: [failed],
        measured: { milliseconds: 1, latencies: [3, 5, 8] },
      },
    ],
  }
}

/** One is enough: a report has a longest length, and leaves out what goes beyond it. */
function hostileEvidence(text: string): NonNullable<Diagnostic['evidence']> {
  return { fingerprint: text, lead: { [text]: text }, before: text, after: `${text}2` }
}

function finding(severity: Severity, text: string): Diagnostic {
  const at = { file: text, start: 0, end: 1 }
  return {
    rule: text,
    severity,
    at,
    message: text,
    label: text,
    effect: text,
    help: text,
    setBy: [{ at, message: text }],
    related: [{ at, message: text }],
    assumptions: [text],
    fix: { title: text, edits: [{ at, text }] },
    origin: { lead: 1, cause: text },
    ...(severity === 'info' ? { evidence: hostileEvidence(text) } : {}),
    counterexample: {
      lead: Object.fromEntries([[text, text]]),
      request: `POST ${text}\n${text}: ${text}\n\n${text}`,
      marked: [{ start: 5, end: 5 + text.length }],
      received: text,
      replay: text,
      curl: text,
    },
  }
}
