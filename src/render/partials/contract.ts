/** The contract in words, for the developer of the endpoint and for whoever is paged. */
export const CONTRACT = `# {{title}}: the contract

{{summary}}

This page is generated from the definition and its schemas; change those, not this.
{{#each webhooks}}

## {{name}}

{{method}} {{url}}, body as {{format}}, answer as {{responseType}}.

### What is sent

{{#if fields}}
| Member | Type | Required | Allowed | From | Example | Meaning |
| --- | --- | --- | --- | --- | --- | --- |
{{#each fields}}
| {{member}} | {{type}} | {{required}} | {{allowed}} | {{token}} | {{example}} | {{meaning}} |
{{/each}}
{{else}}
The definition names no request schema.
{{/if}}

### What is answered

{{#if answers}}
| Member | Type | Required | Allowed | Written to | Meaning |
| --- | --- | --- | --- | --- | --- |
{{#each answers}}
| {{member}} | {{type}} | {{required}} | {{allowed}} | {{field}} | {{meaning}} |
{{/each}}
{{else}}
Nothing is read from the answer; it must have a body all the same, or Marketo records the error 1001.
{{/if}}
{{#if success}}

A call has succeeded when {{success}}.
{{/if}}

### What Marketo does

- A status from 200 to 299 with a body: the mappings are written, asynchronously.
- Any other status: nothing is written; the trigger **Webhook is Called** sees it.
- No body, also with 204: error 1001, nothing is written.
- No answer within {{timeout}} seconds: the call is ended and the flow goes on; it is not repeated by Marketo.
- The same person may be sent again{{#if idempotency}}: {{idempotency}} tells a repeated call{{/if}}.
{{/each}}
`
