import type { RootContent } from 'mdast'
import type { Step } from '../steps/step.ts'
import { movementBlocks } from './comment/movement-blocks.ts'
import { code, heading, numberedList, paragraph, strong, wholeBlock } from './markdown/nodes.ts'
import { printMarkdown } from './markdown/print-markdown.ts'

/** What a person types into a field of the test person. */
export interface ProbeField {
  readonly field: string
  /** Undefined for a field that must be empty, true for one that is ticked. */
  readonly value: string | boolean | undefined
}

/** What has to be asked of the record afterwards. */
export interface ProbeQuestion {
  readonly field: string
  readonly assumption: string
  /** What is read, and the value that it stands for. */
  readonly answers: readonly (readonly [read: string, value: string])[]
}

export interface ProbePage {
  readonly serve: string
  readonly calibrate: string
  readonly steps: readonly Step[]
  readonly fields: readonly ProbeField[]
  /** The field and value with which the campaign starts. */
  readonly start: ProbeField
  readonly questions: readonly ProbeQuestion[]
}

/** The runbook of the probe: what to create by hand, in the order of the screen, and how to read what comes of it. */
export function probeMarkdown(page: ProbePage): string {
  return printMarkdown([
    heading(2, 'Calibrate: call the probe once'),
    paragraph(
      'In your own sandbox, for an invented person. Nothing of it touches production, and all of it is deleted at the end.',
    ),
    heading(2, '1. Receive'),
    paragraph(
      'Where Marketo can reach it under the address in the webhooks below, leave this running:',
    ),
    command(page.serve),
    heading(2, '2. Create the person'),
    paragraph(
      'Add a new person to the sandbox database and fill in exactly these fields of the record. Every other field stays empty.',
    ),
    numberedList(page.fields.map((field) => fieldBlocks(field))),
    heading(2, '3. Create webhooks and campaign'),
    ...page.steps.flatMap((step, nth) => stepBlocks(step, nth)),
    heading(2, '4. Call'),
    numberedList([
      [...fieldBlocks(page.start), paragraph('This starts the campaign.')],
      [
        paragraph(
          'Wait until the activity log of the person shows three activities ',
          strong('Call Webhook'),
          '.',
        ),
      ],
      ...page.questions.map((question) => questionBlocks(question)),
    ]),
    heading(2, '5. Read'),
    command(page.calibrate),
    paragraph(
      'Add what you have read in the record. With ',
      code('--write'),
      ' the project file gets what is proven.',
    ),
    heading(2, '6. Clean up'),
    paragraph(
      'Deactivate and delete the campaign, delete the three webhooks and the person, and delete the captures file.',
    ),
  ])
}

function command(line: string): RootContent {
  return wholeBlock(line).block
}

function fieldBlocks({ field, value }: ProbeField): readonly RootContent[] {
  if (value === undefined) return [paragraph('Leave ', strong(field), ' empty.')]
  if (value === true) return [paragraph('Tick ', strong(field), '.')]
  return [paragraph('In ', strong(field), ' enter:'), wholeBlock(String(value)).block]
}

function stepBlocks(step: Step, nth: number): readonly RootContent[] {
  return [
    heading(3, `3.${nth + 1} ${step.does}`),
    ...(step.where.length === 0 ? [] : [paragraph(step.where.join(' › '))]),
    numberedList(step.movements.map(movementBlocks)),
  ]
}

function questionBlocks({ field, assumption, answers }: ProbeQuestion): readonly RootContent[] {
  return [
    paragraph('Read ', strong(field), ' in the record of the person:'),
    ...answers.map(([read, value]) =>
      paragraph(`${read}: `, code(`--seen ${assumption}=${value}`)),
    ),
    paragraph('Anything else: ', code(`--seen ${assumption}=other`)),
  ]
}
