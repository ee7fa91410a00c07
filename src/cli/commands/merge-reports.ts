import type { CliCommand } from '../command.ts'
import { coverageOption, minCoverageOption } from '../test-words.ts'
import type { MergeWords } from '../work/merge-shard-reports.ts'

export const mergeReports: CliCommand = {
  name: 'merge-reports',
  declare: (command, run) => {
    command
      .description('put the json reports of all shards together: the report of the whole run')
      .argument(
        '<files...>',
        'what "test --shard i/n --format json:<file>" has written, in any order',
      )
      .addOption(coverageOption())
      .addOption(minCoverageOption())
      .action((files: readonly string[], words: MergeWords) =>
        run(async (context) => {
          const { mergeShardReports } = await import('../work/merge-shard-reports.ts')
          return mergeShardReports(files, words, context)
        }),
      )
  },
}
