import type { CompiledProgram } from '../../compile/compiled-program.ts'
import { foundId, type FoundContext } from '../../model/found-case.ts'
import { causeOf, type Court, type Failure } from '../judge.ts'
import { tokenName } from '../token-name.ts'

/** What tells a failure from all others. */
export function identityOf(
  { subject }: Court,
  failure: Failure,
  { program }: CompiledProgram,
): Omit<FoundContext, 'check' | 'assumptions'> {
  return {
    program: program.id.value,
    environment: program.environment.id.value,
    webhook: subject.webhook.id,
    cause: causeOf(failure),
    token: failure.use === undefined ? undefined : tokenName(failure.use),
  }
}

/** The id under which a failure is kept, known before anything is written. */
export function idOfFailure(court: Court, failure: Failure, compiled: CompiledProgram): string {
  return foundId(identityOf(court, failure, compiled))
}
