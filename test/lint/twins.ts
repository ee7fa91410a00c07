/** Words of a program, what must be told of in their place, and what is nearly that and must not. */
export interface Twin {
  readonly rule: string
  readonly place: string
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

const URL = '"https://crm.example.com/leads?source=marketo"'
const CHANGED = '{trigger: Data Value Changes, attribute: Lead Status, newValue: MQL}'
const SENT = '{id: sent, step: Add to List, list: Sent}'
const SCORED = '{filter: Lead Score, operator: at least, value: 50}'

/** Table: rules that judge, each with what it must catch and what it must let pass. */
export const TWINS: readonly Twin[] = [
  {
    rule: 'url-characters-legal',
    place: URL,
    bad: [
      '"https://crm.example.com/leads?city=München"',
      '"https://crm.example.com/leads?a=100%"',
      '"https://crm.example.com/leads#top"',
      '"https://crm.example.com/a|b"',
      '"https://crm.example.com/leads\\n"',
      '"https://crm.example.com/\\ud800"',
    ],
    good: [
      '"https://crm.example.com/leads?city=M%c3%bcnchen&q=(a,b);c=*~\'!$+@:[]"',
      '"https://crm.example.com/leads?id={{lead.Id}}&name={{lead.Last Name}}"',
    ],
  },
  {
    rule: 'url-host-public',
    place: URL,
    bad: [
      '"http://localhost:8080/leads"',
      '"https://user@127.0.0.1/"',
      '"https://10.1.2.3/leads"',
      '"https://172.20.0.1/"',
      '"https://[::1]:8443/"',
      '"https://[fd12:3456::1]/"',
      '"https://crm.corp.internal/"',
      '"https://crm/"',
    ],
    good: [
      '"https://172.32.0.1/"',
      '"https://11.0.0.1/"',
      '"https://[2001:db8::1]/"',
      '"https://internal.example.com/"',
      '"https://localhost.example.com/"',
      '"https://crm.example.com./"',
      '"https://{{my.Host}}/leads"',
    ],
  },
  {
    rule: 'header-names-legal',
    place: 'X-Source: "marketo"',
    bad: [
      '"X Source": marketo',
      '"X-Source:": marketo',
      'Host: crm.example.com',
      'content-length: "12"',
      'CONTENT-TYPE: application/json',
    ],
    good: ['x_source.1: marketo', 'Accept: application/json', 'X-Host: crm.example.com'],
  },
  {
    rule: 'header-values-legal',
    place: 'X-Source: "marketo"',
    bad: [
      'X-Source: "marketo\\r\\nX-Admin: 1"',
      'X-Source: "日本"',
      'X-Key: {secret: key, format: "${secret}\\n"}',
    ],
    good: ['X-Source: "Münster, 1\\t2"', 'X-Source: "{{lead.Last Name}}"'],
  },
  {
    rule: 'content-type-valid',
    place: '"application/json"',
    bad: ['"JSON"', '"application json"', '"application/json; charset=iso-8859-1"', '"text/"'],
    good: [
      '"application/vnd.api+json;charset=UTF-8"',
      '"application/json; profile=x"',
      '"text/plain; charset=iso-8859-1"',
      '" application/json ; charset=utf8"',
      '"{{my.Type}}"',
    ],
  },
  {
    rule: 'known-trigger',
    place: CHANGED,
    bad: [
      '{trigger: Webhook was Called}',
      '{trigger: Fill Out Form}',
      '{trigger: Visited Web Page}',
      '{trigger: lead was created}',
    ],
    good: [
      '{trigger: Owner is Changed}',
      '{trigger: Segment is Changed}',
      '{trigger: Removed from List}',
      '{trigger: lead is created}',
      '{trigger: Sends Email}',
    ],
  },
  {
    rule: 'known-filter',
    place: SCORED,
    bad: [
      '{filter: Fills Out Form}',
      '{filter: Not Data Value Changes}',
      '{filter: webhook was called}',
    ],
    good: [
      '{filter: Not Webhook is Called, webhook: w}',
      '{filter: Not Filled Out Form}',
      '{filter: Member of List, list: x}',
      '{filter: Sync Status, value: stored}',
    ],
  },
  {
    rule: 'known-operator',
    place: SCORED,
    bad: [
      '{filter: Lead Score, operator: contains, value: 5}',
      '{filter: Last Name, operator: greater than, value: 5}',
      '{filter: Renewal Date, operator: at least, value: 2026-01-01}',
      '{filter: Is Partner Contact, operator: is not, value: true}',
      '{filter: Some Other Field, operator: does not contain, value: x}',
    ],
    good: [
      '{filter: Lead Score, operator: Between, value: 1-5}',
      '{filter: Renewal Date, operator: in past, value: 3 weeks}',
      '{filter: Is Partner Contact, operator: is, value: true}',
      '{filter: Some Other Field, operator: is any, value: x}',
      '{filter: City, operator: not starts with, value: x}',
    ],
  },
  {
    rule: 'known-constraint',
    place: CHANGED,
    bad: [
      '{trigger: Data Value Changes, atribute: Lead Status}',
      '{trigger: Webhook is Called, webhook: w, error: true}',
      '{trigger: Webhook is Called, webhook: w, error-type: Not Found}',
    ],
    good: [
      '{trigger: Data Value Changes, attribute: Lead Status, dateOfActivity: x}',
      '{trigger: Fills Out Form, form: Demo, referrer: x}',
      '{trigger: Webhook is Called, errorType: Not Found}',
    ],
  },
  {
    rule: 'step-complete',
    place: SENT,
    bad: [
      '{id: sent, step: add to list}',
      '{id: sent, step: Change Data Value, attribute: Lead Status}',
      '{id: sent, step: Change Score, change: "+5"}',
    ],
    good: [
      '{id: sent, step: Change Score, attribute: Lead Score, change: "+5"}',
      '{id: sent, step: Delete Lead}',
      '{id: sent, step: Add to Nurture}',
      '{id: sent, step: Add to List, choices: [{when: {filter: City, value: Bonn}, list: Bonn}]}',
    ],
  },
  {
    rule: 'filter-logic-valid',
    place: 'qualification: every time',
    bad: [
      'filterLogic: 1 and 3',
      'filterLogic: 1 and (2',
      'filterLogic: 1 and and 2',
      'filterLogic: "1 & 2"',
      'filterLogic: "0 or 1"',
      'filterLogic: every',
      'filterLogic: (1) 2',
    ],
    good: ['filterLogic: ANY', 'filterLogic: (1 OR 2) and 1', 'filterLogic: "1"'],
  },
  {
    rule: 'requested-campaign-listens',
    place: SENT,
    bad: [
      '{id: again, step: Request Campaign, campaign: failed}',
      '{id: again, step: Request Campaign, campaign: 99 failed}',
    ],
    good: [
      '{id: again, step: Request Campaign, campaign: Another Program.Retry}',
      '{id: again, step: Request Campaign, campaign: "{{my.Campaign}}"}',
    ],
  },
  {
    rule: 'executed-campaign-waits-for-nothing',
    place: SENT,
    bad: ['{id: run, step: Execute Campaign, campaign: call}'],
    good: [
      '{id: run, step: Execute Campaign, campaign: failed}',
      '{id: run, step: Request Campaign, campaign: call}',
    ],
  },
  {
    rule: 'alert-address-valid',
    place: 'desk@example.com',
    bad: ['crm-oncall', '"ops@example.com, crm-oncall"', '"ops @example.com"'],
    good: [
      '"ops@example.com;crm@example.com, "',
      '"{{lead.Lead Owner Email Address}}, ops@example.com"',
    ],
  },
  {
    rule: 'no-token-in-choice',
    place: SENT,
    bad: [
      '{id: sent, step: Add to List, list: A, choices: [{when: {filter: City, value: "{{my.Region}}"}, list: B}]}',
    ],
    good: [
      '{id: sent, step: Add to List, list: A, choices: [{when: {filter: City, value: "{Bonn}"}, list: B}]}',
      '{id: set, step: Change Data Value, attribute: City, value: "{{my.Region}}"}',
    ],
  },
  {
    rule: 'score-change-signed',
    place: SENT,
    bad: [
      '{id: set, step: Change Score, score: Lead Score, change: 5}',
      '{id: set, step: Change Score, score: Lead Score, change: "+ 5"}',
    ],
    good: [
      '{id: set, step: Change Score, score: Lead Score, change: +5}',
      '{id: set, step: Change Score, score: Lead Score, change: "=-5"}',
      '{id: set, step: Change Score, score: Lead Score, change: "{{my.Points}}"}',
    ],
  },
  {
    rule: 'response-constraint-can-match',
    place: 'response: {operator: not contains, value: stored}',
    bad: [
      'response: stored',
      'response: {operator: Is not, value: stored}',
      'response: {operator: starts with, value: status}',
    ],
    good: [
      'response: \'{"status":"stored"}\'',
      'response: {operator: starts with, value: \'{"status":\'}',
      'response: {operator: contains, value: stored}',
      "response: ''",
    ],
  },
  {
    rule: 'mapped-field-not-changed-after-call',
    place: SENT,
    bad: ['{id: set, step: Change Data Value, attribute: sync status, value: sent}'],
    good: ['{id: set, step: Change Data Value, attribute: Lead Status, value: sent}'],
  },
  {
    rule: 'failure-campaign-looked-after',
    place: 'review: {every: 180d}',
    bad: ['review: {every: 184d}', 'review: {every: 7m}', 'review: {every: 1y}', 'summary: x'],
    good: ['review: {every: 26w}', 'review: {every: 6m}'],
  },
  {
    rule: 'no-token-in-key',
    place: '"score": {{lead.Lead Score:default=0}}',
    bad: ['"{{lead.Lead Source}}": 1', '"score_{{lead.Id}}": 1'],
    good: ['"{lead}": {{lead.Lead Score:default=0}}'],
  },
  {
    rule: 'no-token-in-key',
    place: URL,
    bad: ['"https://crm.example.com/leads?{{lead.Lead Source}}=1"'],
    good: [
      '"https://crm.example.com/leads/{{lead.Id}}?id={{lead.Id}}"',
      '"https://crm.example.com/leads?a=1&id={{lead.Id}}-{{lead.Id}}"',
    ],
  },
  {
    rule: 'default-fits-type',
    place: '{{lead.Lead Score:default=0}}',
    bad: [
      '{{lead.Lead Score:default=none}}',
      '{{lead.Lead Score:default=007}}',
      '{{lead.Lead Score:default=1,5}}',
      '{{lead.Is Partner Contact:default=False}}',
      '{{lead.Is Partner Contact:default=0}}',
    ],
    good: [
      '{{lead.Lead Score:default=-1}}',
      '{{lead.Lead Score:default= 0 }}',
      '{{lead.Lead Score:default=null}}',
      '{{lead.Lead Score:default=}}',
      '{{lead.Is Partner Contact:default=true}}',
      '{{lead.Lead Source:default=none}}',
      '"{{lead.Lead Score:default=none}}"',
    ],
  },
  {
    rule: 'default-encoding-known',
    place: '{{lead.Lead Score:default=0}}',
    bad: ['{{lead.Lead Source:default=web}}', '{{company.Company Name:default=n/a}}'],
    good: [
      '{{lead.Lead Source:default=}}',
      '{{lead.Lead Source:default=edit me}}',
      '{{lead.Renewal Date:default=1970-01-01}}',
      '{{lead.Lead Score:default=none}}',
    ],
  },
  {
    rule: 'header-token-plain',
    place: 'X-Source: "marketo"',
    bad: [
      'X-Source: "{{company.Company Name}}"',
      'X-Source: "{{my.Region}}"',
      'X-Source: "a {{system.date}}"',
    ],
    good: [
      'X-Source: "{{lead.Id}}/{{lead.Lead Score:default=0}}"',
      'Authorization: "Bearer {{my.Region}}"',
    ],
  },
  {
    rule: 'my-token-value-fits-type',
    place: '{type: text, value: EMEA}',
    bad: [
      '{type: number, value: 1e3}',
      '{type: text, value: x}\n    A name that is much longer than fifty characters could be: {type: text, value: x}',
      '{type: score, value: "1.5"}',
      '{type: date, value: 2026-02-30}',
      '{type: date, value: "24.11.2026"}',
    ],
    good: [
      '{type: number, value: -12.5}',
      '{type: score, value: "+5"}',
      '{type: date, value: 2026-11-24}',
      '{type: date, value: "{{system.date}}"}',
      '{type: rich text, value: "<b>1e3</b>"}',
    ],
  },
  {
    rule: 'no-script-in-webhook',
    place: '"status": {{lead.Lead Status}}',
    bad: [
      '"s": "#set($a = 1)"',
      '"s": "$!{lead.City}"',
      '"s": "$lead.City"',
      '"s": "#if (x) #end"',
    ],
    good: [
      '"s": "#iffy"',
      '"s": "costs $5.00"',
      '"s": "#endless"',
      '"s": "$leads.csv"',
      '"s": "#5 (if)"',
    ],
  },
  {
    rule: 'no-script-in-webhook',
    place: '{type: text, value: EMEA}',
    bad: [],
    good: ['{type: email script, value: x}'],
  },
  {
    rule: 'no-email-link-token',
    place: '{{lead.Lead Status}}',
    bad: ['{{System.unsubscribelink}}', '{{system.viewAsWebpageLink:default=}}'],
    good: ['{{system.date}}'],
  },
  {
    rule: 'token-spelled-as-listed',
    place: '{{lead.Lead Status}}',
    bad: [
      '{{Lead.Lead Status}}',
      '{{lead.lead status:default=}}',
      '{{ lead.Lead Status }}',
      '{{lead.sync status}}',
    ],
    good: ['{{lead.Sync Status:default=}}', '{{trigger.trigger name}}', '{{Program.name}}'],
  },
  {
    rule: 'success-is-possible',
    place: '{path: status, equals: stored}',
    bad: [
      '{path: state, equals: stored}',
      '{path: status, equals: Stored}',
      '{path: status, equals: true}',
      '{path: "status..x", equals: stored}',
      '{path: "status[0]", equals: stored}',
    ],
    good: ['{path: status, equals: refused}', '{path: again, equals: "true"}'],
  },
  {
    rule: 'success-is-possible',
    place: 'responseType: JSON',
    bad: ['responseType: None'],
    good: ['scope: subscription'],
  },
  {
    rule: 'field-mapped-once',
    place: 'mappings: {status: Sync_Status__c}',
    bad: ['mappings: {status: Sync_Status__c, again: sync_status__c}'],
    good: ['mappings: {status: Sync_Status__c, again: Is_Partner_Contact__c}'],
  },
  {
    rule: 'idempotency-key-sent',
    place: 'idempotency: {key: [id]}',
    bad: [
      'idempotency: {key: [leadId]}',
      'idempotency: {key: [ID]}',
      'idempotency: {key: [source]}',
    ],
    good: [
      'idempotency: {key: [lead.id]}',
      'idempotency: {key: [id, source]}',
      'idempotency: {key: [X-Source]}',
      'idempotency: {key: []}',
    ],
  },
  {
    rule: 'no-template-on-delete',
    place: 'method: POST',
    bad: ['method: DELETE'],
    good: ['method: PUT', 'method: PATCH'],
  },
  {
    rule: 'webhook-is-called',
    place: '{id: call, step: Call Webhook, webhook: w}',
    bad: ['{id: call, step: Request Campaign, campaign: x}'],
    good: [
      '{id: call, step: call webhook, webhook: w}',
      '{id: call, step: Call Webhook, choices: [{when: {filter: City, value: Bonn}, webhook: w}]}',
    ],
  },
  {
    rule: 'campaign-name-unique',
    place: '01 Call',
    bad: ['99 failed', '" 99 Failed "'],
    good: ['99 Failed 2'],
  },
  {
    rule: 'custom-field-names-valid',
    place: 'rest: syncStatus, soap: Sync_Status__c',
    bad: [
      'rest: sync-status, soap: Sync_Status__c',
      'rest: 1status, soap: Sync_Status__c',
      'rest: syncStatus, soap: LeadStatus',
      'rest: leadstatus, soap: Sync_Status__c',
      'rest: renewalDate, soap: Sync_Status__c',
    ],
    good: ['rest: sync_status2', 'rest: SyncStatus, soap: Lead_Status__c'],
  },
  {
    rule: 'custom-field-names-valid',
    place: 'Sync Status: {rest: syncStatus, soap: Sync_Status__c, type: string, length: 50}',
    bad: [],
    good: [
      'Is Customer: {rest: isCustomer, soap: Is_Customer__c, type: boolean}',
      'Lead Status: {rest: leadStatus, soap: LeadStatus, type: string}',
      'Tier: {rest: leadStatus, object: program member, type: string}',
    ],
  },
  {
    rule: 'secret-times-valid',
    place: '90d',
    bad: ['90 days', '0d', 'quarterly', '-90d'],
    good: ['26w', '3m', '1y', '2160h'],
  },
  {
    rule: 'secret-times-valid',
    place: '2027-02-01',
    bad: ['2027-02-30', '"01.02.2027"', '"2027-2-1"'],
    good: ['2028-02-29'],
  },
  {
    rule: 'secret-differs-by-stage',
    place: '"env:KEY_SANDBOX"',
    bad: ['"env:KEY"'],
    good: ['"env:KEY2"'],
  },
  {
    rule: 'secret-rotation-stated',
    place: '    owner: crm-oncall\n',
    bad: [''],
    good: ['    owner: sales-tools\n'],
  },
  {
    rule: 'munchkin-id-valid',
    place: '333-BBB-444',
    bad: ['333BBB444', '333-BBB-4444', '111-aaa-222'],
    good: ['AB1-CD2-345', '333-bbb-444'],
  },
  {
    rule: 'promotion-leads-up',
    place: 'sandbox: {stage: sandbox,',
    bad: ['sandbox: {stage: sandbox, promotesFrom: production,'],
    good: [
      'trial: {stage: sandbox}\n  sandbox: {stage: sandbox, promotesFrom: trial,',
      'uat: {stage: production, promotesFrom: sandbox}\n  sandbox: {stage: sandbox,',
    ],
  },
  {
    rule: 'promotion-leads-up',
    place: 'promotesFrom: sandbox}',
    bad: ['promotesFrom: production}'],
    good: ['promotesFrom: sandbox}\n  second: {stage: production, promotesFrom: production}'],
  },
  {
    rule: 'owner-stated',
    place: 'alerts: {email: ops@example.com, escalation: crm-oncall}',
    bad: ['alerts: {email: ops@example.com}', 'alerts: {escalation: crm-oncall}', 'summary: x'],
    good: ['alerts: {email: "a@example.com", escalation: "b"}'],
  },
  {
    rule: 'api-permission-known',
    place: '[Read-Write Lead]',
    bad: ['[Access Webhooks]', '[Read-Write Leads]', '[Read-Wirte Activity]', '[Access Admin]'],
    good: [
      '[read-write person, Read-Only Activity Metadata]',
      '[Access User Management Api, Access Users]',
      '[Read-Write Webhook Beta]',
    ],
  },
  {
    rule: 'field-by-display-name',
    place: CHANGED,
    bad: [
      '{trigger: Data Value Changes, attribute: leadStatus}',
      '{trigger: Data Value Changes, attribute: Sync_Status__c}',
      '{trigger: Data Value Changes, attribute: Lead Statsu}',
    ],
    good: [
      '{trigger: Data Value Changes, attribute: lead status}',
      '{trigger: Data Value Changes, attribute: Lead Status 2}',
      '{trigger: Data Value Changes, attribute: Size}',
      '{trigger: Data Value Changes, attribute: Leads Touched}',
    ],
  },
  {
    rule: 'field-by-display-name',
    place: SENT,
    bad: [
      '{id: set, step: Change Data Value, attribute: LeadStatus, value: x}',
      '{id: set, step: Change Score, score: leadScore, change: "+5"}',
      '{id: set, step: Add to List, list: A, choices: [{when: {filter: syncStatus, value: x}, list: B}]}',
    ],
    good: [
      '{id: set, step: Change Program Member Data, attribute: leadStatus, value: x}',
      '{id: set, step: Add to List, list: leadStatus}',
    ],
  },
  {
    rule: 'known-flow-step',
    place: SENT,
    bad: [
      '{id: x, step: Call Webhok}',
      '{id: x, step: Change Data Values, attribute: City, value: x}',
    ],
    good: [
      '{id: x, step: Change Nurture Cadence}',
      '{id: x, step: Delete Person}',
      '{id: x, step: Add to SFDC Campaign}',
      '{id: x, step: call webhook, webhook: w}',
    ],
  },
  {
    rule: 'error-type-not-relied-on',
    place: 'response: {operator: not contains, value: stored}',
    bad: ['errorType: Not Found'],
    good: ['response: {operator: contains, value: refused}'],
  },
  {
    rule: 'secrets-by-reference',
    place: URL,
    bad: [
      'https://crm.example.com/leads?source=SECRET-LEFT-OUT',
      'https://crm.example.com/SECRET-LEFT-OUT/leads',
      'https://crm.example.com/leads?api_key=SECRET-LEFT-OUT',
    ],
    good: ['https://crm.example.com/leads?source=secret-left', 'https://crm.example.com/secrets'],
  },
  {
    rule: 'secrets-by-reference',
    place: 'Region: {type: text, value: EMEA}',
    bad: [
      'CRM Api Key: {type: text, value: abc-123-xyz}',
      'Password: {type: text, value: "hunter22"}',
    ],
    good: [
      'CRM Api Key: {type: text, value: "see vault"}',
      'Password Reset Page: {type: text, value: https://example.com/reset}',
      'Api Key: {type: text, value: none}',
    ],
  },
]
