import type { CliCommand } from './command.ts'
import { attest } from './commands/attest.ts'
import { build } from './commands/build.ts'
import { calibrate } from './commands/calibrate.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { comment } from './commands/comment.ts'
import { doctor } from './commands/doctor.ts'
import { compatibility } from './commands/compatibility.ts'
import { complete } from './commands/complete.ts'
import { completion } from './commands/completion.ts'
import { docs } from './commands/docs.ts'
import { due } from './commands/due.ts'
import { explain } from './commands/explain.ts'
import { fire } from './commands/fire.ts'
import { fmt } from './commands/fmt.ts'
import { importCommand } from './commands/import.ts'
import { init } from './commands/init.ts'
import { lint } from './commands/lint.ts'
import { mergeReports } from './commands/merge-reports.ts'
import { plan } from './commands/plan.ts'
import { rotate } from './commands/rotate.ts'
import { schema } from './commands/schema.ts'
import { serve } from './commands/serve.ts'
import { show } from './commands/show.ts'
import { simulate } from './commands/simulate.ts'
import { test } from './commands/test.ts'
import { triage } from './commands/triage.ts'

/** Every command, in the order in which a newcomer needs them. */
export const COMMANDS: readonly CliCommand[] = [
  init,
  importCommand,
  calibrate,
  lint,
  fmt,
  build,
  test,
  check,
  diff,
  compatibility,
  docs,
  due,
  plan,
  attest,
  triage,
  rotate,
  mergeReports,
  comment,
  show,
  fire,
  simulate,
  serve,
  explain,
  schema,
  completion,
  complete,
  doctor,
]
