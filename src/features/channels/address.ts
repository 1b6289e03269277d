/** The permanent path of a document, without language. */
export function documentPath(indexNumber: string): string {
  return `/documents/${encoded(indexNumber)}`
}

/** The path of a document on paper: a sheet for the wall in one of two sizes, or the script that is read aloud. */
export function sheetPath(form: 'a4' | 'a3' | 'script', indexNumber: string): string {
  return `/print/${form}/${encoded(indexNumber)}`
}

/** The path of the page of what is read aloud. */
export function scriptPath(indexNumber: string): string {
  return `/scripts/${encoded(indexNumber)}`
}

/** An index number as it came in an address; undefined when no index number can look like that. */
export function indexNumberFrom(text: string | undefined): string | undefined {
  const number = text?.replace(/\/+$/, '') ?? ''
  return number === '' || number.length > 200 || /\p{Cc}/u.test(number) ? undefined : number
}

function encoded(indexNumber: string): string {
  return indexNumber.split('/').map(encodeURIComponent).join('/')
}
