/** The names that the template of the contract may use. */
export const CONTRACT_SHAPE = {
  title: 'text',
  summary: 'text',
  webhooks: [
    {
      name: 'text',
      method: 'text',
      format: 'text',
      reads: 'text',
      timeout: 'text',
      places: [{ environment: 'text', name: 'text', url: 'text' }],
      headers: [{ name: 'text', value: 'text' }],
      lead: 'text',
      fields: [
        {
          member: 'text',
          type: 'text',
          required: 'text',
          limits: 'text',
          allowed: 'text',
          token: 'text',
          personal: 'text',
          example: 'text',
          meaning: 'text',
        },
      ],
      purpose: 'text',
      classes: [{ name: 'text', reason: 'text', sentFor: 'text' }],
      answers: [
        {
          member: 'text',
          type: 'text',
          required: 'text',
          limits: 'text',
          allowed: 'text',
          field: 'text',
          meaning: 'text',
        },
      ],
      success: 'text',
      examples: [{ title: 'text', block: 'text', effect: 'text' }],
      ends: [{ answer: 'text', marketo: 'text', notices: 'text', again: 'text' }],
      signs: ['text'],
      caught: 'text',
      idempotency: 'text',
    },
  ],
} as const
