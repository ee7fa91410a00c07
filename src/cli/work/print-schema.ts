import { DEFINITION_SCHEMAS } from '../../model/schemas.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { unknown } from '../open-project.ts'

export async function printSchema(kind: string, { host }: CommandContext): Promise<number> {
  const found = DEFINITION_SCHEMAS.find(({ name }) => name === kind)
  if (found === undefined)
    throw new UsageError(
      unknown(
        'schema',
        kind,
        DEFINITION_SCHEMAS.map(({ name }) => name),
      ),
    )
  host.stdout.write(`${JSON.stringify(found.schema, undefined, 2)}\n`)
  return EXIT.clean
}
