import { expect, test } from 'vitest'
import { leadBody } from '../support/opened-service.ts'

interface Answer {
  readonly status: number
  readonly body: string
}

type SyncLead = (
  lead: { readonly marketoId: number },
  options: { readonly signal: AbortSignal },
) => Promise<string>

interface ReceiverModule {
  readonly makeReceiver: (options: {
    readonly secrets: readonly string[]
    readonly syncLead: SyncLead
    readonly budget?: number
  }) => (request: {
    readonly authorization: string | undefined
    readonly body: string
  }) => Promise<Answer>
  readonly secretsIn: (environment: Readonly<Record<string, string>>) => readonly string[]
}

const PATH: string = '../../fixtures/receivers/receive-lead.mjs'
const { makeReceiver, secretsIn }: ReceiverModule = await import(PATH)

function opened(
  syncLead: SyncLead,
  secrets: readonly string[] = ['k'],
): (body: string, key?: string) => Promise<Answer> {
  const receive = makeReceiver({ secrets, syncLead, budget: 50 })
  return (body, key = 'k') => receive({ authorization: `Bearer ${key}`, body })
}

test('two calls for the same person at the same time do the work once, and get the same answer', async () => {
  let count = 0
  const receive = opened(async () => {
    count += 1
    await new Promise((next) => setTimeout(next, 10))
    return `crm-${count}`
  })
  const answers = await Promise.all([1, 1, 1].map((id) => receive(leadBody(id))))
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(await receive(leadBody(1, { score: 9 }))).toEqual(answers[0])
  expect(count).toBe(1)
})

test('what failed may be tried again', async () => {
  let count = 0
  const receive = opened(() => {
    count += 1
    return count === 1 ? Promise.reject(new Error('down')) : Promise.resolve('crm-1')
  })
  expect(JSON.parse((await receive(leadBody(1))).body)).toMatchObject({ code: 'crm-failed' })
  expect(await receive(leadBody(1))).toEqual({
    status: 200,
    body: '{"status":"success","externalId":"crm-1"}',
  })
})

test('work that takes too long is told to end, and answered before Marketo gives up', async () => {
  let isTold = false
  const receive = opened(
    (_lead, { signal }) =>
      new Promise(() => {
        signal.addEventListener('abort', () => (isTold = true))
      }),
  )
  const { status, body } = await receive(leadBody(1))
  expect([status, JSON.parse(body).code, isTold]).toEqual([503, 'too-slow', true])
})

test('while a new secret takes over from the old one, both are taken', async () => {
  const receive = opened(() => Promise.resolve('crm-1'), ['old', 'new'])
  const statuses = ['old', 'new', 'other', ''].map(
    async (key) => (await receive(leadBody(1), key)).status,
  )
  expect(await Promise.all(statuses)).toEqual([200, 200, 401, 401])
  expect(secretsIn({ CRM_SYNC_KEY: 'a', CRM_SYNC_KEY_NEXT: '' })).toEqual(['a'])
})

test('without a secret nothing is received', () => {
  expect(() => opened(() => Promise.resolve(''), [])).toThrow('set CRM_SYNC_KEY')
})

test.each(['', 'null', '[]', '"lead"', '{', '{"marketoId":1}', leadBody(0)])(
  'the body %s is refused with a body',
  async (body) => {
    const answer = await opened(() => Promise.resolve('crm-1'))(body)
    expect([400, 422]).toContain(answer.status)
    expect(JSON.parse(answer.body)).toMatchObject({ status: 'error' })
  },
)
