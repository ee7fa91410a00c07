import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { calendarFile, secretEvents, type CalendarEvent } from '../../src/rotation/calendar.ts'
import { dueSecrets } from '../../src/rotation/due-secret.ts'
import { exampleWorkspace } from '../support/example-programs.ts'
import { repositoryFiles } from '../support/repository-files.ts'

test('a parser of calendars reads each day of each secret', () => {
  const events = eventsIn(exampleCalendar())
  expect(events).toHaveLength(16)
  expect(
    events.find(({ uid }) => uid === 'expires-crm-sync-key-production@acme-marketo.hookbook'),
  ).toEqual({
    uid: 'expires-crm-sync-key-production@acme-marketo.hookbook',
    day: '2027-02-01',
    end: '2027-02-02',
    title: 'crm-sync-key expires in production',
    alarms: ['-P14D', '-P3D'],
  })
  const rotate = events.find(({ title }) => title === 'Rotate crm-sync-key in production')
  expect(rotate?.day).toBe('2027-01-02')
})

test('the file is the same on every day', async () => {
  const written = async (today: string, now: number): Promise<string | undefined> => {
    const host = memoryHost({ files: repositoryFiles(), now })
    await main(['due', '--today', today, '--ics', 'out/secrets.ics'], host)
    return host.written()['out/secrets.ics']
  }
  const one = await written('2026-11-26', 1_795_000_000_000)
  expect(one).toBe(await written('2027-02-03', 1_801_000_000_000))
  expect(eventsIn(one ?? '')).toHaveLength(16)
})

test('another day moves the event of the same name, with a later stamp', () => {
  const event = (day: string): CalendarEvent => ({
    id: 'a',
    day,
    title: 't',
    text: 'x',
    remindBefore: [],
  })
  const uidAndStamp = (day: string): readonly (string | undefined)[] => {
    const text = calendarFile('n', [event(day)], { toolVersion: '1' })
    return [/UID:(.*)\r/.exec(text)?.[1], /DTSTAMP:(.*)\r/.exec(text)?.[1]]
  }
  expect(uidAndStamp('2027-02-01')).toEqual(['a@n.hookbook', '20270201T000000Z'])
  expect(uidAndStamp('2027-05-01')).toEqual(['a@n.hookbook', '20270501T000000Z'])
})

test('no line is longer than 75 bytes, and whatever a title holds is read again', () => {
  const title = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(title, title, (name, text) => {
      const event = { id: 'id', day: '2027-02-28', title: name, text, remindBefore: [1] }
      const file = calendarFile('name', [event], { toolVersion: '1' })
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(eventsIn(file)[0]?.title).toBe(
        name.replace(/\r\n|\r/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' '),
      )
    }),
  )
})

test('a secret without a day of the calendar has no event', () => {
  const { project } = exampleWorkspace()
  if (project === undefined) throw new Error('there is no project')
  const broken = project.secrets.map((secret) => ({
    ...secret,
    expires: secret.expires.map((entry) => ({
      ...entry,
      value: { ...entry.value, value: 'soon' },
    })),
  }))
  expect(dueSecrets({ ...project, secrets: broken })).toEqual([])
})

function exampleCalendar(): string {
  const { project } = exampleWorkspace()
  if (project === undefined) throw new Error('there is no project')
  const events = secretEvents(dueSecrets(project))
  return calendarFile(project.name.value, events, { toolVersion: '0.0.0' })
}

interface ReadEvent {
  readonly uid: string
  readonly day: string
  readonly end: string
  readonly title: string
  readonly alarms: readonly string[]
}

function eventsIn(text: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component): ReadEvent => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      title: event.summary,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}
