/**
 * Table: the addresses from which Marketo calls webhooks, as of autumn 2026. They change: read the page before you use them.
 * Shared by all customers: an allowlist proves "Marketo", not "our instance".
 * The e-mail allowlist on the same page lacks the single addresses; it is the wrong one to copy.
 * Source: Experience League, "Configure Protocols for Marketo Engage", section "Outbound IP Addresses".
 */
export const OUTBOUND_ADDRESSES = {
  asOf: '2026-09',
  source: 'Experience League, "Configure Protocols for Marketo Engage"',
  blocks: [
    '94.236.119.0/26',
    '103.237.104.0/22',
    '130.248.172.0/24',
    '130.248.173.0/24',
    '130.248.244.88/29',
    '185.28.196.0/22',
    '192.28.144.0/20',
    '192.28.160.0/19',
    '199.15.212.0/22',
  ],
  addresses: [
    '13.237.155.207',
    '13.55.192.247',
    '18.200.201.81',
    '34.247.24.245',
    '35.165.244.220',
    '44.235.171.179',
    '52.20.211.99',
    '52.64.109.86',
    '54.160.246.246',
    '54.212.167.17',
    '54.220.138.65',
    '54.237.141.197',
    '130.248.168.16',
    '130.248.168.17',
  ],
} as const
