import type { WorkspaceReader } from '../../src/model/workspace.ts'
import type { SchemaEdit } from './schema-edits.mjs'

export function editedProject(edit: SchemaEdit, schema: SchemaEdit['before']): WorkspaceReader
