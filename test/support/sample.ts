/** One address to look at: the path without its language, who may open it, and the status when it is not 200. */
export interface Sample {
  path: string
  /** The login of somebody who may open it; left out: a reader without an account. */
  as?: string
  status?: number
  /** Where it leads, when what the page is for cannot be done now; a path without its language. */
  leadsTo?: string
}

/** Pages that anybody may open. */
export const openPages = (...paths: string[]): Sample[] => paths.map((path) => ({ path }))
