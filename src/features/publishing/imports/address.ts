/** Longer than any address that a browser sends. */
const longest = 1000

/**
 * An address of an older site as it is kept and looked up: path and query without the site, dots and doubled slashes resolved, every
 * character written in one way, the parts of the query in order. Undefined for what is no address.
 */
export function normaliseAddress(text: string): string | undefined {
  const trimmed = text.trim().replace(/\\/g, '/')
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `http://x/${trimmed.replace(/^\/+/, '')}`
  if (trimmed === '' || !URL.canParse(whole)) return undefined
  const { protocol, pathname, searchParams } = new URL(whole)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  const path = samePath(pathname)
  if (path === undefined) return undefined
  searchParams.sort()
  const query = searchParams.toString()
  const address = query === '' ? path : `${path}?${query}`
  return address === '/' || address.length > longest ? undefined : address
}

function samePath(pathname: string): string | undefined {
  try {
    const parts = pathname.split('/').map((part) => encodeURIComponent(decodeURIComponent(part)))
    return `/${parts.filter((part) => part !== '').join('/')}`
  } catch {
    return undefined
  }
}

/** Where this site itself answers: nothing there can be an older address. */
const own = [
  ...['api', 'assets', 'catalogue', 'desk', 'documents', 'files', 'guide', 'latest', 'promises', 'search', 'set-up', 'sign-in'],
  ...['sitemap', 'sitemaps', 'sitemap.xml', 'feed.xml', 'units', 'about', 'verify', 'healthz', 'readyz', 'robots.txt'],
  ...['opensearch.xml', 'verify.py', 'gazettes', 'channels', 'postings', 'screen', 'print', 'scripts', 'clarifications', 'follow'],
  ...[
    'changes',
    'promises.csv',
    'feed.json',
    'apply',
    'track',
    'clock',
    'calendar',
    'applications',
    'applications.csv',
    'account',
    'reports',
  ],
] as const

/** Would this address be answered by a page of this site? Then it is refused instead of being shadowed silently. */
export function isOwnAddress(address: string): boolean {
  const first = address.replace(/^\/(?:zh|en)(?=\/|$)/, '').split(/[/?]/)[1] ?? ''
  return own.some((one) => one === first)
}
