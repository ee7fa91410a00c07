import type { PlantedCall } from './planted-calls.mjs'

/** A form of export: what stands before, each activity, between, and after. */
export interface ExportForm {
  readonly name: string
  readonly begin: string
  readonly row: (call: PlantedCall) => string
  /** An activity of another type, in the same form. */
  readonly other: string
  readonly between: string
  readonly end: string
}

export const EXPORT_FORMS: readonly ExportForm[]

/** The text of an export, part by part, with an activity of another type after every tenth. */
export function writeExport(form: ExportForm, calls: Iterable<PlantedCall>): Iterable<string>
