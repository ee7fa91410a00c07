/** A defect that a person planted, and the same webhook without it. */
export interface PlantedDefinition {
  readonly id: string
  readonly defect: string
  readonly found: { readonly by: string; readonly at: string }
  readonly pinned?: Readonly<Record<string, string>>
  readonly broken: string
  readonly clean: string
}

export function plantedDefinitions(): readonly PlantedDefinition[]
