/** One request and its answer, as the description shows them. */
export interface Example {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  gives: unknown
}
