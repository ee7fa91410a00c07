import type { Campaign } from '../../model/campaign.ts'
import type { Change, Consequence, Draft } from '../change.ts'
import type { CampaignPair } from '../comparison.ts'
import { NOTHING_FOLLOWS, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { aboutCampaign } from './rules.ts'

/** A setting of a campaign that holds one value. */
interface CampaignSetting {
  readonly part: string
  readonly kind: Change['kind']
  readonly what: string
  readonly written: (campaign: Campaign) => Written | undefined
  readonly step: string | undefined
  readonly follows: Consequence
  readonly isName?: boolean
}

const OTHERS_ENTER = 'who has entered before may enter again, or not'

const SETTINGS: readonly CampaignSetting[] = [
  {
    part: 'name',
    kind: 'campaign',
    what: 'name of the campaign',
    written: ({ name }) => name,
    step: 'create',
    follows: retyped('api'),
    isName: true,
  },
  {
    part: 'id',
    kind: 'campaign',
    what: 'id of the campaign',
    written: ({ id }) => id,
    step: undefined,
    follows: NOTHING_FOLLOWS,
    isName: true,
  },
  {
    part: 'qualification',
    kind: 'qualification',
    what: 'qualification rule',
    written: ({ qualification }) => qualification,
    step: 'schedule',
    follows: retyped('human', OTHERS_ENTER),
  },
  {
    part: 'priority',
    kind: 'campaign',
    what: 'priority of the campaign',
    written: ({ priority }) => priority,
    step: 'priority',
    follows: retyped('human'),
  },
  {
    part: 'schedule',
    kind: 'campaign',
    what: 'recurrence',
    written: ({ schedule }) => schedule,
    step: 'recurrence',
    follows: retyped('human', 'a batch campaign cannot call webhooks'),
  },
  {
    part: 'executable',
    kind: 'campaign',
    what: 'executable campaign',
    written: ({ isExecutable, id }) => (isExecutable ? { value: 'yes', at: id.at } : undefined),
    step: 'create',
    follows: retyped('human', 'an executable campaign cannot call webhooks'),
  },
]

/** What differs in a campaign but for its rules. */
export function compareSettings({ id, base, head }: CampaignPair): readonly Draft[] {
  return SETTINGS.flatMap(({ part, kind, what, written, step, follows, isName }) => {
    const difference = differenceOf(written(base), written(head))
    if (difference === undefined) return []
    return [
      {
        ...aboutCampaign(id, part, step),
        kind,
        what,
        ...difference,
        ...(isName === true ? { motion: 'renamed' as const } : {}),
        ...follows,
      },
    ]
  })
}
