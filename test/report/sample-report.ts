import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import type { Report, Run } from '../../src/report/report.ts'

const FILE = 'programs/a b/program.yaml'

/** A text that tries to be a workflow command, an element, a mention, a colour and a second line. */
export const HOSTILE =
  '</failure>::error::@team\r\n::warning file=x::"\'&\u001b[31m\u202e\u0000\u2028%0A'

const FAILED: Diagnostic = {
  rule: 'body-parses',
  severity: 'error',
  at: { file: FILE, start: 22, end: 33 },
  message: `when it is ${HOSTILE}, the body is not JSON`,
  label: 'here',
  effect: `the endpoint reads ${HOSTILE}`,
  help: 'remove the quotes',
  setBy: [{ at: { file: FILE, start: 0, end: 5 }, message: 'tokenEncoding: JSON' }],
  related: [{ at: { file: FILE, start: 36, end: 40 }, message: 'see also' }],
  assumptions: ['line-breaks: kept'],
  fix: { title: 'remove', edits: [{ at: { file: FILE, start: 22, end: 23 }, text: '' }] },
  counterexample: {
    id: '0123456789ab',
    kept: { file: 'fixtures/found/0123456789ab.json', as: 'open' },
    lead: { 'lead.First Name': '\\n', 'lead.Id': 1, 'lead.Is Customer': null },
    request: 'POST https://example.com/\nX-A: b\n\n{"a": 1}',
    marked: [{ start: 40, end: 41 }],
    received: 'nothing',
    replay: 'hookbook test a --seed 1 --path plain',
    curl: "curl 'https://example.com/'",
  },
}

const RUN: Run = {
  command: `hookbook check '${HOSTILE}' --seed 1`,
  seed: 1,
  runs: 2,
  definitions: '0123',
  programs: [{ id: 'a', environments: 1, files: 3 }],
}

/** A report with everything that a finding can carry, and hostile texts wherever a text can be. */
export const SAMPLE: Report = {
  toolVersion: '1.2.3',
  run: RUN,
  checked: [{ text: '1 program linted', milliseconds: 5 }],
  files: [{ path: FILE, text: 'first: 1\n\tsecond: "漢 {{lead.Id}}"\nlast: 3\n' }],
  results: [
    {
      program: 'a',
      environment: 'prod',
      webhook: 'w',
      at: { file: FILE, start: 0, end: 5 },
      target: 'receiver',
      seed: 1,
      leads: 2,
      assumptionSets: 4,
      checks: [
        { check: 'body-parses', passed: 1, failed: 1 },
        { check: 'values-survive', passed: 2, failed: 0 },
      ],
      failures: [FAILED],
      tokens: [
        {
          token: '{{lead.First Name}}',
          part: 'body',
          context: 'json-string',
          type: 'string',
          encodings: ['JSON'],
          verdict: 'refuted',
          reason: 'the body is not JSON',
          value: null,
          isEveryValue: true,
          assumptions: [],
        },
      ],
      answers: [
        {
          id: 'valid-1',
          kind: 'valid',
          endpoint: 'answers with a listed value',
          others: 1,
          marketo: { does: 'written', because: 'a 2xx that can be read', assumption: undefined },
          writes: [
            { path: 'status', field: 'Sync Status', end: 'written', shown: '"ok"' },
            { path: 'id', field: 'CRM Id', end: 'missing', shown: 'nothing is found' },
          ],
          isFailure: false,
          noticedBy: [],
        },
        {
          id: 'server-error',
          kind: 'fault',
          endpoint: `fails with ${HOSTILE}`,
          others: 0,
          marketo: { does: 'not-written', because: 'refused with 500', assumption: undefined },
          writes: [],
          isFailure: true,
          noticedBy: [{ campaign: '99 Sync failed', certainty: 'always', under: [] }],
        },
        {
          id: 'gone',
          kind: 'fault',
          endpoint: 'is not there',
          others: 0,
          marketo: { does: 'not-written', because: 'refused with 410', assumption: undefined },
          writes: [],
          isFailure: true,
          noticedBy: [],
        },
      ],
      coverage: [
        { area: 'values', row: 'lead.First Name', column: 'quotes', tried: 4, failed: 1 },
        { area: 'faults', row: HOSTILE, column: 'refused', tried: 1, failed: 0 },
        { area: 'mappings', row: 'status', column: 'written', tried: 0, failed: 0 },
      ],
      cases: [],
      replayed: [{ id: '0123456789ab', status: 'open', verdict: 'fails' }],
      measured: { milliseconds: 5, latencies: [] },
    },
  ],
  diagnostics: [
    FAILED,
    {
      rule: 'lead-id-in-payload',
      severity: 'warning',
      at: { file: FILE, start: 0, end: 25 },
      message: 'more than one line',
    },
    {
      rule: 'worth-knowing',
      severity: 'info',
      at: { file: 'elsewhere.yaml', start: 3, end: 4 },
      message: 'in a file that was not read',
    },
  ],
}

/** One of three parts of a run. */
export const SHARD: Report = { ...SAMPLE, run: { ...RUN, shard: { index: 2, count: 3 } } }

const { run: _run, ...WITHOUT_RUN } = SAMPLE

/** A report with nothing to say. */
export const CLEAN: Report = { ...WITHOUT_RUN, diagnostics: [], results: [] }
