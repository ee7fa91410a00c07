import type { Located, LocatedText } from '../../base/located-text.ts'
import type { Severity } from '../../diagnostic/finding.ts'
import { day } from '../decode/calendar.ts'
import { listOf, mapOf, mapped, object, optional, required } from '../decode/collections.ts'
import type { Decoder } from '../decode/decoder.ts'
import { hostName } from '../decode/host-name.ts'
import { oneOf, text } from '../decode/scalars.ts'
import { secretPlace } from '../decode/secret-place.ts'
import type {
  Alerts,
  ApprovedBreak,
  Entry,
  Environment,
  LintProfile,
  PinnedAssumption,
  Project,
  Secret,
  Subscription,
} from '../project.ts'
import { headerKeys } from './header-keys.ts'

const LINT_PROFILES: readonly LintProfile[] = ['recommended', 'strict']

export const alertsDefinition: Decoder<Alerts> = mapped(
  object({
    email: optional(text, 'Where alerts of failed calls are sent.'),
    escalation: optional(text, 'Whom to wake: a team or rota, not a person.'),
  }),
  ({ values }) => values,
)

/** Of all programs; when each was reviewed is its own business. */
const reviewDefaults = object({
  every: required(text, 'How often runbooks are to be reviewed, for example 180d.'),
})

export const assumptionsDefinition: Decoder<readonly PinnedAssumption[]> = mapped(
  mapOf(
    object({
      value: required(text, 'The value that holds in this project.'),
      evidence: required(
        text,
        'How that is known: a captured request, a support case, with its date.',
      ),
    }),
  ),
  (entries) =>
    entries.flatMap(({ key, value: { values } }) => {
      const { value, evidence } = values
      return value === undefined || evidence === undefined ? [] : [{ id: key, value, evidence }]
    }),
)

const texts: Decoder<readonly Entry[]> = mapped(mapOf(text), (entries) =>
  entries.map(({ key, value, at }) => ({ key, value, at })),
)

const places: Decoder<readonly Entry[]> = mapped(mapOf(secretPlace), (entries) =>
  entries.map(({ key, value, at }) => ({ key, value, at })),
)

const subscription = object({
  stage: required(oneOf(['sandbox', 'production']), 'Whether real people are in it.'),
  munchkin: optional(text, 'The Munchkin account id, XXX-XXX-XXX.'),
  promotesFrom: optional(text, 'The subscription in which a change is proven first.'),
})

const environment = object({
  subscription: required(text, 'The subscription that this workspace belongs to.'),
  workspace: optional(text, 'The name of the workspace on the screen.'),
  region: optional(text, 'Selects region overlays.'),
  businessUnit: optional(text, 'Selects business unit overlays.'),
})

const secret = object({
  purpose: optional(text, 'What the secret proves, and to whom.'),
  owner: optional(text, 'Who rotates it.'),
  rotateEvery: optional(text, 'For example 90d.'),
  overlap: optional(text, 'How long the old and the new key are both accepted, for example 48h.'),
  expires: optional(texts, 'By subscription: the day on which it expires.'),
  from: optional(
    places,
    'By subscription: where its value is read from when a request is really sent, as env:NAME.',
  ),
})

const defaults = object({
  owner: optional(text, 'Who owns the programs.'),
  alerts: optional(alertsDefinition, 'Where failures are told.'),
  review: optional(reviewDefaults, 'How often runbooks are reviewed.'),
})

const lint = object({
  profile: optional(
    oneOf(LINT_PROFILES),
    'recommended (when not given): what goes wrong. strict: also what a team could leave out at a price, such as stated owners and rotations.',
  ),
})

const approvedBreaks = mapped(
  listOf(
    object({
      fingerprint: required(
        text,
        'What "hookbook compatibility" prints for the break; the same in later commits.',
      ),
      reason: required(text, 'Why nobody is hurt: who has agreed, and what happens meanwhile.'),
      until: optional(day, 'The last day on which this holds, as 2026-12-01.'),
    }),
  ),
  (entries) =>
    entries.flatMap(({ at, values: { fingerprint, reason, until } }): readonly ApprovedBreak[] =>
      fingerprint === undefined || reason === undefined ? [] : [{ at, fingerprint, reason, until }],
    ),
)

const project = object({
  ...headerKeys('Project'),
  name: required(text, 'The name of the project.'),
  defaults: optional(defaults, 'Values that every program has unless it sets its own.'),
  subscriptions: required(
    mapOf(subscription),
    'Marketo instances; one instance has one list of webhooks.',
  ),
  environments: required(mapOf(environment), 'Workspaces of the subscriptions; what --env takes.'),
  secrets: optional(mapOf(secret), 'References to secrets. Values never enter the repository.'),
  leads: optional(
    text,
    'The folder of fixture leads, relative to this file; "leads" when not given.',
  ),
  found: optional(
    text,
    'The folder of found cases, relative to this file; fixtures/found of the repository when not given.',
  ),
  assumptions: optional(
    assumptionsDefinition,
    'What Marketo does not document and this project has settled, with evidence.',
  ),
  allowHosts: optional(
    listOf(hostName),
    'Hosts on the public Internet that may really be called, as host or host:port; loopback always may.',
  ),
  allowPrivateHosts: optional(
    listOf(hostName),
    'Hosts of your own network that may really be called: their names may lead to private addresses.',
  ),
  severities: optional(
    mapOf(oneOf(['error', 'warning', 'info', 'off'])),
    'Rule id to severity, or off; stronger than the profile. "hookbook explain" lists the rules.',
  ),
  compatibility: optional(
    object({
      approved: optional(approvedBreaks, 'Breaks that are accepted, each with its reason.'),
    }),
    'What "hookbook compatibility" may find and still be content.',
  ),
  lint: optional(lint, 'Which lint rules are on.'),
})

/** A project with the folder of its leads, which only loading needs. */
export interface ProjectDefinition {
  readonly project: Omit<Project, 'file'>
  readonly leads: LocatedText | undefined
}

export const projectDefinition: Decoder<ProjectDefinition> = mapped(project, ({ at, values }) => ({
  project: {
    name: values.name ?? { value: '', at, pieces: [] },
    owner: values.defaults?.values.owner,
    alerts: values.defaults?.values.alerts ?? { email: undefined, escalation: undefined },
    subscriptions: (values.subscriptions ?? []).flatMap(({ key, value }) =>
      subscriptionOf(key, value.values),
    ),
    environments: (values.environments ?? []).flatMap(({ key, value }) =>
      environmentOf(key, value.values),
    ),
    secrets: (values.secrets ?? []).map(({ key, value }) => secretOf(key, value.values)),
    pinnedAssumptions: values.assumptions ?? [],
    allowedHosts: values.allowHosts ?? [],
    privateHosts: values.allowPrivateHosts ?? [],
    foundFolder: values.found,
    approvedBreaks: values.compatibility?.values.approved ?? [],
    severities: severitiesOf(values.severities ?? []),
    severityKeys: (values.severities ?? []).map(({ key }) => key),
    profile: values.lint?.values.profile?.value ?? 'recommended',
  },
  leads: values.leads,
}))

type ValuesOf<D> = D extends Decoder<{ readonly values: infer V }> ? V : never

function subscriptionOf(
  id: LocatedText,
  values: ValuesOf<typeof subscription>,
): readonly Subscription[] {
  const { stage, munchkin, promotesFrom } = values
  return stage === undefined ? [] : [{ id, stage, munchkin, promotesFrom }]
}

function environmentOf(
  id: LocatedText,
  values: ValuesOf<typeof environment>,
): readonly Environment[] {
  const { subscription: owner, workspace, region, businessUnit } = values
  return owner === undefined ? [] : [{ id, subscription: owner, workspace, region, businessUnit }]
}

function secretOf(id: LocatedText, values: ValuesOf<typeof secret>): Secret {
  return { id, ...values, expires: values.expires ?? [], from: values.from ?? [] }
}

function severitiesOf(
  entries: readonly { readonly key: LocatedText; readonly value: Located<Severity | 'off'> }[],
): Project['severities'] {
  return Object.fromEntries(entries.map(({ key, value }) => [key.value, value.value]))
}
