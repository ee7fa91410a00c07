import type { DefinitionSchema } from './decode/decoder.ts'
import { foundCaseDefinition } from './definitions/found-case-definition.ts'
import { leadDefinition } from './definitions/lead-definition.ts'
import { overlayDefinition } from './definitions/overlay-definition.ts'
import { programDefinition } from './definitions/program-definition.ts'
import { projectDefinition } from './definitions/project-definition.ts'

/** The JSON Schemas of the definitions, draft-07, for editors; made from the decoders that read them. */
export const DEFINITION_SCHEMAS: readonly {
  readonly name: string
  readonly schema: DefinitionSchema
}[] = [
  { name: 'project', schema: titled('hookbook project', projectDefinition.schema) },
  { name: 'program', schema: titled('hookbook webhook program', programDefinition.schema) },
  { name: 'overlay', schema: titled('hookbook overlay', overlayDefinition.schema) },
  { name: 'lead', schema: titled('hookbook fixture lead', leadDefinition.schema) },
  { name: 'found-case', schema: titled('hookbook found case', foundCaseDefinition.schema) },
]

function titled(title: string, schema: DefinitionSchema): DefinitionSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema }
}
