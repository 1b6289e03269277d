/** Attributes beyond those that a component knows, by their HTML name (`data-…`, `lang`). An undefined value leaves the attribute out. */
export type Attributes = Record<string, string | number | boolean | undefined>

/**
 * Attributes ready to be spread on an element; truths become the words `true` and `false`, as ARIA wants them.
 * Spread last, they win over what a component sets itself.
 * Refuses names that HTML would not write (capitals, spaces, quotes): a property of the renderer must never come in this way.
 */
export function more(attributes: Attributes | undefined): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!/^[a-z][a-z0-9._:-]*$/.test(name) || renderersOwn.has(name)) throw new RangeError(`not an attribute: ${name}`)
    if (value !== undefined) given[name] = String(value)
  }
  return given
}

const renderersOwn = new Set(['children', 'key', 'ref'])

/** Class names in one string; what is empty or false is left out. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/**
 * The words that a component's script says, as the `data-i18n.…` attributes that it reads.
 * A word that depends on a count comes as one text per plural rule (`one`, `other`).
 */
export function scriptWords(words: Record<string, string | Record<string, string> | undefined>): Attributes {
  const attributes: Attributes = {}
  for (const [key, word] of Object.entries(words)) {
    if (typeof word === 'string') attributes[`data-i18n.${key}`] = word
    else for (const [rule, text] of Object.entries(word ?? {})) attributes[`data-i18n.${key}.${rule}`] = text
  }
  return attributes
}
