/** The addresses of this site that a text links to, such as `documents/MC0000012/2026-00001`, each once. */
export function ownLinks(body: string, baseUrl: string): string[] {
  const found = new Set<string>()
  for (const [, target = ''] of body.matchAll(/\]\(\s*<?([^)>\s]+)/g)) add(found, target, baseUrl)
  for (const [target] of body.matchAll(/https?:\/\/[^\s)<>"'，。；]+/g)) add(found, target, baseUrl)
  return [...found]
}

/** Kinds of pages of which it can be said whether they are there. */
const kinds = /^\/(?:(?:zh|en)\/)?((?:documents|units|catalogue(?!\/reasons))\/[^?#\s]+)/

function add(found: Set<string>, target: string, baseUrl: string): void {
  const path = target.startsWith(`${baseUrl}/`) ? target.slice(baseUrl.length) : target
  const own = kinds.exec(path)?.[1]
  if (own !== undefined && path.startsWith('/')) found.add(own.replace(/\/+$/, ''))
}
