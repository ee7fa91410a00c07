/** The runbook at this stage: the stamp, the set-up in the order of the screens, and the reference. */
export const RUNBOOK = `# {{title}}: {{environment}}

{{summary}}

{{> stamp}}


## Set up from nothing

Do the steps in this order.
Words in **bold** stand on the screen exactly like that.
Copy values, never type them.
A secret is fetched from the place that is named and stands nowhere on this page.
{{#each steps}}

{{> step}}
{{/each}}

## Reference
{{#each webhooks}}

{{> webhook}}
{{/each}}

{{> codes}}


{{> addresses}}
`

export const STAMP = `| | |
| --- | --- |
| Program | {{id}} |
| Environment | {{environment}} |
| Subscription | {{subscription}} ({{stage}}{{#if munchkin}}, {{munchkin}}{{/if}}) |
| Workspace | {{workspace}} |
| Revision | {{revision}} |
| Fingerprint | {{fingerprint}} |
| Owner | {{owner}} |
| Alerts | {{alerts}} |
| Review | {{review}} |

This page is generated from the definition; change that, not this.`

export const STEP = `### {{number}}. {{title}}

Step {{id}}, done by {{actor}}.
{{#if place}}
Go to {{place}}.
{{/if}}

{{#each acts}}
{{this}}

{{/each}}
You should see: {{expect}}

If not: {{otherwise}}

To undo: {{undo}}
`

export const WEBHOOK = `### {{name}}

| Field of the dialog | Value |
| --- | --- |
{{#each dialog}}
| {{label}} | {{value}} |
{{/each}}

{{#if headers}}
| Header | Value |
| --- | --- |
{{#each headers}}
| {{name}} | {{value}} |
{{/each}}

{{/if}}
{{#if mappings}}
| Response Attribute | Marketo Field | Display name | Type |
| --- | --- | --- | --- |
{{#each mappings}}
| {{path}} | {{field}} | {{displayName}} | {{type}} |
{{/each}}

{{/if}}
{{#if sample}}
What the fixture lead {{lead}} becomes:

{{sample}}
{{/if}}
`

export const CODES = `### What a call can end with

| Code | Means | Cause | What to do | Call again? |
| --- | --- | --- | --- | --- |
{{#each codes}}
| {{code}} | {{title}} | {{cause}} | {{repair}} | {{again}} |
{{/each}}

Marketo waits {{timeout}} seconds for an answer.
A time-out does not prove that the call failed.
`

export const ADDRESSES = `### Where the calls come from

Addresses as of {{asOf}}; they change, so compare them with {{source}}.
All customers of Marketo share them: a list proves "Marketo", not "our instance".

{{blocks}}
`
