import type { PlantedDefinition } from './planted-cases.mjs'

/** The files of the project, by path. */
export function plantedFiles(
  planted: PlantedDefinition,
  webhook: string,
): Readonly<Record<string, string>>
