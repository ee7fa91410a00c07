import type { Campaign } from '../model/campaign.ts'
import { followRenames, type RenamedIds } from './campaign/follow-renames.ts'
import { aboutCampaign, compareFilters, compareFlow, compareTriggers } from './campaign/rules.ts'
import { compareSettings } from './campaign/settings.ts'
import type { Draft } from './change.ts'
import type { Aspect, CampaignPair, ProgramPair } from './comparison.ts'
import { additive, marketoFirst, NOTHING_FOLLOWS } from './consequence.ts'
import { matchWebhooks } from './diff-webhooks.ts'
import { matchItems } from './match-items.ts'
import { contentOf } from './meaning-of.ts'
import { otherDifferences } from './other-keys.ts'

/** Everything that can differ in a campaign. */
const ASPECTS: readonly Aspect<CampaignPair>[] = [
  compareSettings,
  compareTriggers,
  compareFilters,
  compareFlow,
  compareOthers,
]

/** Campaigns that came, went, or differ. A new id for what Marketo shows by the same name is a rename. */
export function diffCampaigns(programs: ProgramPair): readonly Draft[] {
  const { base, head } = programs
  const { kept, added, removed } = matchItems(
    base.compiled.program.campaigns,
    head.compiled.program.campaigns,
    [
      ({ id }) => id.value,
      ({ name }) => name.value,
      (campaign) => contentOf(campaign, 'id', 'name'),
    ],
  )
  const renamed: RenamedIds = {
    webhook: renamedIds(
      matchWebhooks(programs).kept.map(([from, to]) => [
        from.defined.id.value,
        to.defined.id.value,
      ]),
    ),
    campaign: renamedIds(kept.map(([from, to]) => [from.id.value, to.id.value])),
  }
  return [
    ...kept.flatMap(([from, to]) => {
      const pair: CampaignPair = { id: to.id.value, base: followRenames(from, renamed), head: to }
      return ASPECTS.flatMap((compare) => compare(pair))
    }),
    ...added.map(addedCampaign),
    ...removed.map(removedCampaign),
  ]
}

function renamedIds(
  pairs: readonly (readonly [from: string, to: string])[],
): ReadonlyMap<string, string> {
  return new Map(pairs.filter(([from, to]) => from !== to))
}

/** The parts of a campaign that have words of their own. */
const TOLD: readonly (keyof Campaign)[] = [
  'id',
  'at',
  'name',
  'triggers',
  'schedule',
  'isExecutable',
  'filters',
  'filterLogic',
  'qualification',
  'priority',
  'flow',
]

function compareOthers({ id, base, head }: CampaignPair): readonly Draft[] {
  return otherDifferences(base, head, TOLD).map(({ key, ...difference }) => ({
    ...aboutCampaign(id, key, undefined),
    kind: 'setting',
    what: key,
    ...difference,
    ...NOTHING_FOLLOWS,
  }))
}

function addedCampaign(campaign: Campaign): Draft {
  const id = campaign.id.value
  const activate = campaign.triggers.length === 0 ? [] : ['activate']
  const steps = ['create', 'smart-list', 'flow', 'schedule', ...activate]
  return {
    ...aboutCampaign(id, 'added', undefined),
    steps: steps.map((act) => `campaign.${id}.${act}`),
    kind: 'campaign',
    motion: 'added',
    what: `campaign ${campaign.name.value}`,
    before: undefined,
    after: campaignWords(campaign),
    at: campaign.id.at,
    wasAt: undefined,
    ...additive(callsWebhook(campaign) ? 'it calls a webhook' : '', ['api', 'human']),
  }
}

function removedCampaign(campaign: Campaign): Draft {
  return {
    ...aboutCampaign(campaign.id.value, 'removed', undefined),
    kind: 'campaign',
    motion: 'removed',
    what: `campaign ${campaign.name.value}`,
    before: campaignWords(campaign),
    after: undefined,
    at: undefined,
    wasAt: campaign.id.at,
    ...marketoFirst('it is deactivated, and nobody enters it any more', ['api', 'human']),
  }
}

function campaignWords({ triggers, filters, flow }: Campaign): string {
  const count = (many: readonly unknown[], word: string): string =>
    `${many.length} ${word}${many.length === 1 ? '' : 's'}`
  return [count(triggers, 'trigger'), count(filters, 'filter'), count(flow, 'flow step')].join(', ')
}

function callsWebhook({ flow }: Campaign): boolean {
  return flow.some(({ step }) => step.value.toLowerCase() === 'call webhook')
}
