/** A thing in a tree: a unit or a category. */
interface Node {
  id: number
  path: string
}

/** One way to narrow a list: a thing, and how many of the list it has with all that lies below it. */
export interface Branch<Of> {
  node: Of
  n: number
}

/**
 * The nearest branches below a place (from the top without one) that divide what was counted, each with the sum of all below it, the
 * largest first. A single branch that holds everything divides nothing, so its own branches are given instead.
 */
export function branchesOf<Of extends Node>(nodes: readonly Of[], counts: ReadonlyMap<number, number>, under = '/'): Branch<Of>[] {
  const below = nodes
    .filter((node) => node.path.startsWith(under) && node.path !== under && stepsIn(node.path) === stepsIn(under) + 1)
    .map((node) => ({ node, n: sumUnder(nodes, counts, node.path) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || a.node.id - b.node.id)
  const [only] = below
  if (below.length !== 1 || only === undefined || (counts.get(only.node.id) ?? 0) > 0) return below
  return branchesOf(nodes, counts, only.node.path)
}

function sumUnder(nodes: readonly Node[], counts: ReadonlyMap<number, number>, path: string): number {
  return nodes.reduce((sum, node) => sum + (node.path.startsWith(path) ? (counts.get(node.id) ?? 0) : 0), 0)
}

function stepsIn(path: string): number {
  return path.split('/').filter((step) => step !== '').length
}
