/** Where workflows find hookbook: a commit of its repository, or what package.json names. */
export type HookbookSource =
  | { readonly kind: 'package' }
  | { readonly kind: 'action'; readonly repository: string; readonly commit: string }

/** The workflows of a first project, by path: they check pull requests, comment on them, and remind. */
export function starterWorkflows(source: HookbookSource): Readonly<Record<string, string>> {
  const files = { 'webhooks.yml': CHECK, 'hookbook-comment.yml': COMMENT, 'hookbook-due.yml': DUE }
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`.github/workflows/${name}`, fill(text, source)]),
  )
}

/** `uses: %HOOKBOOK%/due`, and what has to be there before. */
function fill(text: string, source: HookbookSource): string {
  const install = source.kind === 'package' ? INSTALL : ''
  return text
    .replace('%INSTALL%', () => install)
    .replaceAll(/%HOOKBOOK%(\/\w+)?/g, (_found, part = '') => actionOf(source, part))
}

function actionOf(source: HookbookSource, part: string): string {
  const path = `.github/actions/hookbook${part}`
  return source.kind === 'package'
    ? `./node_modules/hookbook/${path}`
    : `${source.repository}/${path}@${source.commit}`
}

const INSTALL = `      # The hookbook of package.json, in the version of the lock file.
      - run: npm ci --ignore-scripts --no-audit --no-fund
`

const CHECK = `# What changes in Marketo, who does it by hand and what breaks: told in the pull request.
name: webhooks

on:
  pull_request:

permissions: {}

concurrency:
  group: webhooks-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      pull-requests: write # one comment, edited in place
      security-events: write # findings in code scanning, where that is switched on
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0 # all revisions: compared is with where the work has begun
          persist-credentials: false
%INSTALL%      - uses: %HOOKBOOK%
`

const COMMENT = `# Writes the comment on pull requests of forks and of Dependabot, whose own runs may only read.
# It runs on the default branch, with its code and none of the pull request; the artifact is data.
name: hookbook-comment

on:
  workflow_run:
    workflows: [webhooks]
    types: [completed]

permissions: {}

jobs:
  comment:
    if: github.event.workflow_run.event == 'pull_request' && (github.event.workflow_run.head_repository.full_name != github.repository || github.event.workflow_run.actor.login == 'dependabot[bot]')
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      actions: read
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
%INSTALL%      - uses: %HOOKBOOK%/comment
        with:
          run-id: \${{ github.event.workflow_run.id }}
          head-sha: \${{ github.event.workflow_run.head_sha }}
          head-repository: \${{ github.event.workflow_run.head_repository.full_name }}
`

const DUE = `# One issue that says which secrets are to be rotated, which reviews are due, which pages are stale.
name: hookbook-due

on:
  schedule:
    - cron: '17 6 * * 1-5'
  workflow_dispatch:

permissions: {}

jobs:
  due:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      issues: write
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
%INSTALL%      - uses: %HOOKBOOK%/due
`
