import type { Promotion } from '../steps/promotion.ts'

/** The option that goes on all the same; it takes the name of what was left out. */
export const ALTHOUGH_UNPROVEN = '--although-unproven-in'

const MOST_NAMED = 3

/** Why an environment has to wait for another, in a sentence; undefined where it does not. */
export function promotionWords(
  program: string,
  environment: string,
  promotion: Promotion,
): string | undefined {
  switch (promotion.status) {
    case 'free':
      return undefined
    case 'nowhere':
      return `${program} has no environment in ${promotion.subscription}, from which ${environment} is promoted: nothing proves it before production`
    case 'unproven':
      return `${environment} is promoted from ${promotion.subscription}, and ${program} as it is defined now is not attested in ${promotion.environments.join(' or ')}: ${missingWords(promotion)}`
  }
}

function missingWords({
  wasAttested,
  missing,
}: Extract<Promotion, { status: 'unproven' }>): string {
  if (!wasAttested) return 'nobody has ever attested anything there'
  const named = missing.slice(0, MOST_NAMED).join(', ')
  const rest = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : ''
  return `missing there ${missing.length === 1 ? 'is' : 'are'} ${named}${rest}`
}
