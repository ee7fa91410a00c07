import type { CliCommand } from '../command.ts'

export const schema: CliCommand = {
  name: 'schema',
  declare: (command, run) => {
    command
      .description('print the JSON Schema of a definition, for editors')
      .argument('<kind>', 'project, program, overlay, lead or found-case')
      .action((kind: string) =>
        run(async (context) => {
          const { printSchema } = await import('../work/print-schema.ts')
          return printSchema(kind, context)
        }),
      )
  },
}
