/** Where a sign-in leads when no page of ours asked for it. */
const desk = '/desk'
const longest = 500

/**
 * The path to go to after a sign-in: one of this site, without its language, made of harmless characters; for anything else the desk.
 * The language is put before it, so that it cannot become an address elsewhere.
 */
export function destinationOf(asked: string): string {
  const [path = '', query] = asked.split('?', 2)
  const isPath = /^(\/[\w~%-][\w.~%-]*)+$/.test(path) && !/%2e|%2f|%5c|%00/i.test(path)
  const isQuery = query === undefined || /^[\w.~%=&+*-]*$/.test(query)
  return isPath && isQuery && asked.length <= longest && !path.startsWith('/sign-in') ? asked : desk
}
