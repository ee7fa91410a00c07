import type { ContractEvidence, Diagnostic } from '../diagnostic/finding.ts'
import type { Compatibility, ContractBreak } from './compatibility.ts'

/** What is to be said of one side of a contract: every break that is not approved, and what is not known. */
export function breakFindings(compatibility: Compatibility): readonly Diagnostic[] {
  const { verdict } = compatibility
  switch (verdict.status) {
    case 'compatible':
      return []
    case 'unknown':
      return [unknownFinding(compatibility, verdict.reason)]
    case 'broken':
      return verdict.breaks
        .filter(({ approved }) => approved === undefined)
        .map((each) => breakFinding(compatibility, each))
  }
}

function breakFinding(compatibility: Compatibility, each: ContractBreak): Diagnostic {
  const { side, webhook, environments, at } = compatibility
  const { fingerprint, witness, assumptions } = each
  return {
    rule: 'contract-compatible',
    severity: 'error',
    at,
    message: `${wordsOf(side, webhook)}: ${witness.because}`,
    effect:
      side === 'request'
        ? `calls that the endpoint takes today are refused, in ${environments.join(', ')}`
        : `leads go on without what the answer used to give them, in ${environments.join(', ')}`,
    ...(assumptions.length === 0 ? {} : { assumptions }),
    evidence: evidenceOf(each),
    help: `${REPAIRS[side]}; or approve it in the project file, compatibility: {approved: [{fingerprint: ${fingerprint}, reason: …}]}`,
  }
}

/** The witness of a break, as findings carry it. */
export function evidenceOf({ fingerprint, witness }: ContractBreak): ContractEvidence {
  const { lead, before, after } = witness
  return { fingerprint, ...(lead === undefined ? {} : { lead }), before, after }
}

function wordsOf(side: Compatibility['side'], webhook: string): string {
  return side === 'request'
    ? `the request of "${webhook}" was taken before and is refused now`
    : `the answer to "${webhook}" does not give Marketo what it gave`
}

const REPAIRS: Readonly<Record<Compatibility['side'], string>> = {
  request: 'go on taking what was taken, and add what is new',
  response: 'go on answering what was answered, and add what is new',
}

function unknownFinding({ side, webhook, at }: Compatibility, reason: string): Diagnostic {
  return {
    rule: 'contract-compatible',
    severity: 'warning',
    at,
    message: `whether the ${side} of "${webhook}" is compatible is not known: ${reason}`,
    effect: 'something that works today may fail, and nothing here would say so',
    help: 'compare both schemas by eye, or write them with keywords that both have',
  }
}
