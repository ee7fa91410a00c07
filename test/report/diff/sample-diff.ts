import type { Change } from '../../../src/diff/change.ts'
import type { DiffReport } from '../../../src/report/diff/diff-report.ts'

const AT = { file: 'sync/program.yaml', start: 0, end: 4 }

/** A change, of which only what matters is stated. */
export function sampleChange(own: Partial<Change>): Change {
  return {
    id: 'webhook.send.url',
    kind: 'url',
    motion: 'changed',
    program: 'sync',
    subject: { kind: 'webhook', id: 'send' },
    environments: ['live'],
    what: 'URL',
    before: 'a',
    after: 'b',
    actors: ['receiver', 'human'],
    impact: 'breaking',
    rollout: 'endpoint-first',
    because: 'the new address must answer first',
    steps: ['webhook.send.dialog'],
    at: AT,
    wasAt: AT,
    ...own,
  }
}

/** A report in which a text stands wherever one of somebody else's may stand. */
export function diffReportWith(text: string): DiffReport {
  const files = [{ path: text, text: 'sync' }]
  return {
    compared: 'revisions',
    from: { name: text, files },
    to: { name: text, files },
    environments: { [text]: [text, 'other'] },
    notCompared: [{ program: text, why: text }],
    changes: [
      sampleChange({
        id: text,
        program: text,
        subject: { kind: 'webhook', id: text },
        environments: [text],
        what: text,
        before: text,
        after: `${text}2`,
        because: text,
        at: { ...AT, file: text },
      }),
      sampleChange({ program: text, before: `one\n${text}`, after: `two\n${text}`, at: undefined }),
    ],
  }
}
