/**
 * May this write come from where it says it comes from? Browsers tell with Sec-Fetch-Site; older ones with Origin. A client that
 * sends neither is not a browser with somebody's cookies in it.
 */
export function isOwnWrite(headers: Record<string, string | string[] | undefined>, host: string | undefined): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'
  const origin = headers['origin']
  if (typeof origin !== 'string') return true
  return URL.canParse(origin) && new URL(origin).host === host
}
