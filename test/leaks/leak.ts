/** One file that leaks, or does not, and what must come of it. */
export interface Leak {
  name: string
  make(): Buffer | Promise<Buffer>
  /** What looking into it must find, as `check` or `check.because`, in any order; nothing else. */
  found: string[]
  /** A clean copy can be made of it, in which none of this is found any more. */
  clean: boolean
  /** What stays is worth a word and stops nothing. */
  isAdvice?: true
}

/** An identity number that is right in every digit, and nobody’s: hidden in files in every way. */
export const hiddenNumber = '11010519491231002X'
