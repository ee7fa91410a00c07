import { CONTRACT_SHAPE } from './contract-shape.ts'
import { SECTIONS } from './runbook/sections.ts'
import { STEP_SHAPE } from './step-view.ts'
import type { Shape } from './view.ts'

/** Templates that others hold: `{{> step}}`. They hold none themselves, so that nothing goes in a circle. */
export const PARTIALS: readonly string[] = ['look', 'step']

/** Every template by name, with the names that it may use: what a team may put its own in the place of. */
export const TEMPLATE_SHAPES: Readonly<Record<string, Shape>> = {
  contract: CONTRACT_SHAPE,
  look: STEP_SHAPE,
  step: STEP_SHAPE,
  ...Object.fromEntries(SECTIONS.map(({ name, shape }) => [name, shape])),
}
