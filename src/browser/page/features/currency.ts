import { currencyWords, judgeCurrency, type Currency } from '../../currency/judge-currency.ts'
import { overdueWords } from '../../currency/review-words.ts'
import type { PageFeature } from '../page-feature.ts'
import type { PageParts } from '../page-parts.ts'

/** Is this the newest page, and has anybody looked at it lately? Asked once, of where the page comes from. */
export const CURRENCY: PageFeature = {
  start(page) {
    showReview(page)
    void askServer(page).then((currency) => showCurrency(page, currency))
  },
}

async function askServer({ data }: PageParts): Promise<Currency> {
  if (!/^https?:$/.test(location.protocol)) {
    return { status: 'unchecked', why: 'opened from a file' }
  }
  try {
    const response = await fetch('latest.json', { cache: 'no-store', redirect: 'error' })
    if (!response.ok) return unchecked(`the server answered with ${response.status}`)
    return judgeCurrency(await response.json(), data)
  } catch {
    return unchecked('the server could not be asked')
  }
}

function unchecked(why: string): Currency {
  return { status: 'unchecked', why }
}

function showCurrency({ data, now }: PageParts, currency: Currency): void {
  const place = document.getElementById('currency')
  if (place === null) return
  const time = now().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  place.dataset['currency'] = currency.status
  place.textContent = currencyWords(currency, data, time)
}

function showReview({ data, now }: PageParts): void {
  const place = document.querySelector<HTMLElement>('[data-chip="review"] .chip-value')
  const words = data.reviewDue === undefined ? undefined : overdueWords(data.reviewDue, now())
  if (place === null || words === undefined) return
  place.dataset['review'] = 'overdue'
  place.append(`, ⚠ ${words}`)
}
