import type { Compatibility } from '../../../src/compatibility/compatibility.ts'
import type { Change } from '../../../src/diff/change.ts'
import type { Comment, PlannedSteps } from '../../../src/report/comment/comment.ts'
import { click, enter, step, type Step } from '../../../src/steps/step.ts'
import { onScreen, say } from '../../../src/steps/words.ts'

const AT = { file: 'programs/lead-sync/program.yaml', start: 0, end: 1 }
const EVERYWHERE = ['prod-apac', 'prod-emea', 'sandbox-emea']

const COMPATIBLE = { status: 'compatible', because: 'nothing has changed' } as const

/** A field is added to a payload, and a My Token changes in one region. */
export const SAMPLE_COMMENT: Comment = {
  project: 'acme-marketo',
  findings: [
    {
      rule: 'revision-raised',
      severity: 'warning',
      message: 'the meaning of "lead-sync" changed, and its revision is still 7',
      place: 'programs/lead-sync/program.yaml:7:11',
      help: 'write: revision: 8',
    },
  ],
  tests: EVERYWHERE.map((environment) => ({
    program: 'lead-sync',
    environment,
    webhook: 'crm-lead-sync',
    leads: 2314,
    checks: [{ check: 'body-parses', passed: 2314, failed: 0 }],
    coverage: [],
    failures: 0,
  })),
  comparison: {
    status: 'compared',
    base: 'main',
    changes: [
      change({
        id: 'webhook.crm-lead-sync.payload.country',
        what: 'payload field country',
        motion: 'added',
        after: '{{lead.Country}}',
      }),
      change({
        id: 'webhook.crm-lead-sync.payload.region',
        what: 'payload field region',
        motion: 'removed',
        because: 'the endpoint must do without it before it is no longer sent',
        before: '{{my.Region Code}}',
        impact: 'breaking',
        rollout: 'endpoint-first',
        actors: ['receiver', 'human'],
      }),
    ],
    compatibility: [broken(), { ...broken(), side: 'response', verdict: COMPATIBLE }],
    plans: EVERYWHERE.map(planFor),
    notCompared: [],
  },
  again: ['hookbook comment main'],
  artifact: 'hookbook-report',
}

function change(own: Partial<Change>): Change {
  return {
    id: 'webhook.crm-lead-sync',
    kind: 'payload',
    motion: 'changed',
    program: 'lead-sync',
    subject: { kind: 'webhook', id: 'crm-lead-sync' },
    environments: EVERYWHERE,
    what: '',
    because: '',
    steps: [],
    before: undefined,
    after: undefined,
    actors: ['human'],
    impact: 'additive',
    rollout: 'any',
    at: AT,
    wasAt: undefined,
    ...own,
  }
}

function broken(): Compatibility {
  const witness = {
    lead: { 'lead.Id': 1, 'my.Region Code': 'EMEA' },
    before: '{"marketoId": 1, "region": "EMEA"}',
    after: '{"marketoId": 1}',
    because: '"region" is required',
  }
  const contractBreak = {
    fingerprint: '3f9a1c0d52be',
    keyword: 'required',
    place: '',
    demand: 'region',
    witness,
    assumptions: [],
    approved: undefined,
  }
  return {
    program: 'lead-sync',
    webhook: 'crm-lead-sync',
    side: 'request',
    environments: EVERYWHERE,
    verdict: { status: 'broken', breaks: [contractBreak] },
    order: { endpointFirst: COMPATIBLE, marketoFirst: COMPATIBLE },
    at: AT,
  }
}

/** The template is one for each subscription, the My Token one for each region. */
function planFor(environment: string): PlannedSteps {
  const host = environment.startsWith('prod') ? 'crm' : 'crm.sandbox'
  const region = environment.endsWith('apac') ? 'APAC' : 'EMEA'
  const steps = [
    act('endpoint.ready', 'Let the endpoint take a lead without region', []),
    act(
      'webhook.edit',
      'Edit the webhook CRM Lead Sync',
      ['Admin', 'Integration', 'Webhooks'],
      [
        enter('URL', `https://${host}.example.com/v1/leads`),
        enter(
          'Template',
          '{\n  "marketoId": {{lead.Id}},\n  "country": {{lead.Country}}\n}\n',
          'json',
        ),
        click('Save'),
      ],
    ),
    act(
      'token.region',
      'Set the My Token Region Code',
      ['Marketing Activities', 'Lead sync'],
      [enter('Value', region)],
    ),
  ]
  const page = `programs/lead-sync/generated/${environment}/runbook.md`
  return { program: 'lead-sync', environment, page, steps }
}

export function act(
  id: string,
  does: string,
  where: readonly string[],
  movements: Step['movements'] = [],
): Step {
  const words = say`${onScreen(does)}.`
  return step({
    id,
    actor: where.length === 0 ? 'receiver' : 'human',
    does,
    where,
    movements,
    expect: words,
    ifNot: words,
    verify: words,
    undo: words,
  })
}
