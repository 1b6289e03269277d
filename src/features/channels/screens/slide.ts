/** Which page of a screen is shown: 0 is the list of what is new, 1 and on are the documents one by one. */
export function pageFrom(text: string | undefined, documents: number): number {
  const page = /^\d{1,3}$/.test(text ?? '') ? Number(text) : 0
  return page <= documents ? page : 0
}

/** The page after this one; after the last comes the list again. */
export function pageAfter(page: number, documents: number): number {
  return page < documents ? page + 1 : 0
}
