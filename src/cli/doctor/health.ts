/** One thing that was looked at: as it should be, worth a look, wrong, or not looked at on purpose. */
export interface Health {
  readonly level: 'ok' | 'doubt' | 'fails' | 'refused'
  readonly title: string
  readonly detail: string
}

export function ok(title: string, detail: string): Health {
  return { level: 'ok', title, detail }
}

export function doubt(title: string, detail: string): Health {
  return { level: 'doubt', title, detail }
}

export function fails(title: string, detail: string): Health {
  return { level: 'fails', title, detail }
}
