import type { CompiledWebhook } from '../../compile/compiled-program.ts'
import type { Step } from '../../steps/step.ts'
import type { StepContext } from '../../steps/step-context.ts'
import type { StepGroup } from '../../steps/setup-steps.ts'
import type { Rotation } from '../../steps/rotate-steps.ts'
import type { Outline } from '../outline.ts'
import type { Shape, View, ViewOf } from '../view.ts'

/** Everything that the sections of one page are made from. */
export interface PageInput {
  readonly context: StepContext
  /** Of the meaning of this program in this environment. */
  readonly fingerprint: string
  /** The program's other environments, each of which has a page of its own. */
  readonly otherEnvironments: readonly string[]
  /** The folder of a webhook's payload files, as a link from this page. */
  readonly folderOf: (webhook: CompiledWebhook) => string
  readonly steps: PageSteps
  readonly outline: Outline
}

/** The steps of the page, made once, so that links can lead to them. */
export interface PageSteps {
  readonly stop: readonly Step[]
  readonly diagnose: readonly Step[]
  readonly fix: readonly Step[]
  readonly prove: readonly Step[]
  readonly replay: readonly Step[]
  readonly setup: readonly StepGroup[]
  readonly change: readonly Step[]
  readonly rotations: readonly Rotation[]
  readonly retire: readonly Step[]
}

/** A section of the runbook: its number and title never change, its text is a template. */
export interface Section {
  readonly number: number
  /** The template's name: `diagnose` for `diagnose.md.hbs`. */
  readonly name: string
  readonly title: string
  /** The names that the template may use. */
  readonly shape: Shape
  readonly view: (input: PageInput) => View
}

/** A section whose view is held against its shape by the compiler. */
export function section<const S extends Shape>(
  definition: Omit<Section, 'shape' | 'view'> & {
    readonly shape: S
    readonly view: (input: PageInput) => View & ViewOf<S>
  },
): Section {
  return definition
}
