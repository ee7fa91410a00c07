/** Table: what a project has besides its programs, by path. */
export const PROJECT_FILES: Readonly<Record<string, string>> = {
  'programs/project.yaml': `apiVersion: hookbook/v1
kind: Project
name: my-marketo

defaults:
  owner: marketing-ops
  alerts: {email: marketing-ops@example.com, escalation: crm-oncall}
  review: {every: 180d}

subscriptions: # one Marketo instance = one list of webhooks
  sandbox: {stage: sandbox}
  production: {stage: production, promotesFrom: sandbox}

environments: # one workspace of a subscription; what --env takes
  test: {subscription: sandbox, workspace: Default}
  live: {subscription: production, workspace: Default}

secrets: # references only; a value never enters the repository
  crm-key:
    purpose: proves to the CRM gateway that the call comes from Marketo
    rotateEvery: 90d
    from: {sandbox: "env:CRM_KEY_SANDBOX", production: "env:CRM_KEY_PRODUCTION"}
`,
  'programs/leads/plain.yaml': `apiVersion: hookbook/v1
kind: Lead
summary: An everyday lead; invented, as all fixture leads are.
values:
  lead: {Id: 1001, Email Address: jane.doe@example.com, Lead Score: 72}
  company: {Company Name: Example Manufacturing}
`,
}
