import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHost } from '../../src/host/memory-host.ts'
import { leaksIn, type Written } from '../support/leaks-in.ts'
import { ANSWER_VALUES, LEAD_VALUES, NAMED_LEAD_VALUES, SECRET_VALUES } from './markers.ts'
import { SOUND, type Files } from './planted-project.ts'

const LEADS = { ...LEAD_VALUES, ...NAMED_LEAD_VALUES }
const ALL = { ...SECRET_VALUES, ...LEADS, ...ANSWER_VALUES }

function hostOf(files: Files): MemoryHost {
  return memoryHost({ files, seed: 1, environment: SECRET_VALUES, isTerminal: true })
}

/** All that was printed, and every file that is new or another. */
function outputsOf(host: MemoryHost, files: Files): readonly Written[] {
  const written = Object.entries(host.written()).filter(([path, text]) => files[path] !== text)
  const { stdout, stderr } = host.output()
  return [
    { name: 'terminal', text: stdout + stderr },
    ...written.map(([name, text]) => ({ name, text })),
  ]
}

async function outputsAfter(command: string, files: Files): Promise<readonly Written[]> {
  const host = hostOf(files)
  expect([0, 1]).toContain(await main(command.split(' '), host))
  const outputs = outputsOf(host, files)
  expect(outputs[0]?.text.length).toBeGreaterThan(50)
  return outputs
}

test.each([
  'simulate burst sync --env live --leads 100 --format pretty --format html:out/burst.html',
  'simulate lead sync --env live --lead planted --outcome success',
  'simulate lead sync --env live --lead plain --outcome timeout --diagram',
  'rotate crm-key --env live --verbose',
  'calibrate --url https://probe.example.com',
  'calibrate --url https://probe.example.com --out probe',
])('a sound project gives nothing away: %s', async (command) => {
  expect(leaksIn(await outputsAfter(command, SOUND), ALL)).toEqual([])
})

/** By design, the JSON of a run holds the requests of the lead that is named, as `fire --dry-run` does. */
test('a run shows the lead that is named in JSON, and nothing else', async () => {
  const outputs = await outputsAfter(
    'simulate lead sync --env live --lead plain --format json',
    SOUND,
  )
  expect(leaksIn(outputs, NAMED_LEAD_VALUES)).not.toEqual([])
  expect(leaksIn(outputs, { ...SECRET_VALUES, ...LEAD_VALUES, ...ANSWER_VALUES })).toEqual([])
})

test('what is recorded of a rotation holds no secret', async () => {
  const attested = hostOf(SOUND)
  expect(await main('attest --env test --all --by Ada'.split(' '), attested)).toBe(0)
  const files = attested.written()
  const outputs = await outputsAfter('rotate crm-key --env test --done accept --by Ada', files)
  expect(outputs.some(({ name }) => name.includes('ledger'))).toBe(true)
  expect(leaksIn(outputs, ALL)).toEqual([])
})

/** As people export it: with what a person is and what the endpoint has answered. */
const EXPORTED = JSON.stringify({
  result: ['', 'Bad Request', 'Service Unavailable'].map((errorType, index) => ({
    id: index,
    leadId: index + 1,
    activityDate: '2026-11-20T10:00:00Z',
    activityTypeId: 110,
    primaryAttributeValue: 'Lead of sync',
    attributes: [
      { name: 'Error Type', value: errorType },
      { name: 'Response', value: JSON.stringify({ status: 'error', ...ANSWER_VALUES }) },
      { name: 'Payload', value: JSON.stringify({ id: index, ...LEADS, ...SECRET_VALUES }) },
    ],
  })),
})

test('triage counts what was exported, and shows none of it', async () => {
  const forms = ['pretty', 'json:out/t.json', 'markdown:out/t.md', 'html:out/t.html']
  const words = forms.map((form) => `--format ${form}`).join(' ')
  const command = `triage export.json --env live ${words} --resend out/again.csv --keep out/not.csv`
  const outputs = await outputsAfter(command, { ...SOUND, 'export.json': EXPORTED })
  expect(outputs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['out/t.html', 'out/again.csv', 'out/not.csv']),
  )
  expect(leaksIn(outputs, ALL)).toEqual([])
})

/** By design a captures file holds the lead, and no secret; the terminal shows neither. */
test('serve prints no lead and no secret, and captures no secret', async () => {
  const host = hostOf(SOUND)
  const words = 'serve sync --env live --port 0 --captures out/calls.jsonl'
  const ended = main(words.split(' '), host)
  await expect.poll(() => host.output().stdout).toContain('is shown at')
  const [origin] = /http:\/\/[\d.:]+/.exec(host.output().stdout) ?? []
  const fire = `fire sync --lead planted --env live --to ${origin}/leads`
  expect(await main(fire.split(' '), host)).toBe(0)
  host.interrupt()
  expect(await ended).toBe(0)
  const outputs = outputsOf(host, SOUND)
  const captured = outputs.filter(({ name }) => name.endsWith('.jsonl'))
  const others = outputs.filter(({ name }) => !name.endsWith('.jsonl'))
  expect(leaksIn(captured, LEAD_VALUES)).not.toEqual([])
  expect(leaksIn(captured, SECRET_VALUES)).toEqual([])
  expect(leaksIn(others, ALL)).toEqual([])
})
