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
    place: 'ops@example.com',
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
    bad: ['review: {every: 184d}', 'review: {every: 7m}', 'review: {every: 1y}', 'owner: ops'],
    good: ['review: {every: 26w}', 'review: {every: 6m}'],
  },
]
