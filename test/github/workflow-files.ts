import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface WorkflowFile {
  readonly path: string
  readonly text: string
}

/** A step of a workflow or of an action, as far as it can do harm. */
export interface WorkflowStep {
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
}

export function workflowFiles(): readonly WorkflowFile[] {
  return filesIn('.github/workflows', (name) => name.endsWith('.yml'))
}

export function actionFiles(): readonly WorkflowFile[] {
  return filesIn('.github/actions', (name) => name.endsWith('action.yml'))
}

/** Every step that a file has, and every workflow that it calls. */
export function stepsOf({ text }: WorkflowFile): readonly WorkflowStep[] {
  const { jobs = {}, runs }: WorkflowDocument = parse(text)
  const called = Object.values(jobs).filter(({ uses }) => uses !== undefined)
  return [
    ...Object.values(jobs).flatMap(({ steps = [] }) => steps),
    ...called,
    ...(runs?.steps ?? []),
  ]
}

interface WorkflowDocument {
  readonly jobs?: Readonly<
    Record<string, WorkflowStep & { readonly steps?: readonly WorkflowStep[] }>
  >
  readonly runs?: { readonly steps?: readonly WorkflowStep[] }
}

function filesIn(folder: string, isWanted: (name: string) => boolean): readonly WorkflowFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isWanted)
    .sort()
    .map((name) => {
      const path = join(folder, name)
      return { path, text: readFileSync(path, 'utf8') }
    })
}
