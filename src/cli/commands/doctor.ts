import type { CliCommand } from '../command.ts'

export const doctor: CliCommand = {
  name: 'doctor',
  declare: (command, run) => {
    command.description('check that everything hookbook needs is there').action(() =>
      run(async (context) => {
        const { examine } = await import('../work/examine.ts')
        return examine(context)
      }),
    )
  },
}
