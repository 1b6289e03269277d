/** What the tree needs to know of a category: `path` is `/1/12/`, every ancestor's id and its own. */
interface Place {
  id: number
  path: string
}

interface Line {
  categoryId: number
}

/** One category with the lines that stand directly in it. */
export interface Branch<Category extends Place, Duty extends Line> {
  category: Category
  duties: Duty[]
  /** 1 at the top. */
  depth: number
  /** Lines in it and in everything below it. */
  total: number
}

/**
 * The catalogue as a tree read from top to bottom: each category, then what is below it, in the order in which the categories come.
 * Categories that hold no line, and none below, are left out unless `withEmpty`.
 */
export function branchesOf<Category extends Place, Duty extends Line>(
  categories: readonly Category[],
  duties: readonly Duty[],
  withEmpty = false,
): Branch<Category, Duty>[] {
  const below = (above: string): Category[] => categories.filter((one) => parentPath(one, categories) === above)
  const walk = (above: string, depth: number): Branch<Category, Duty>[] =>
    below(above).flatMap((category) => {
      const inside = walk(category.path, depth + 1)
      const own = duties.filter((duty) => duty.categoryId === category.id)
      const total = own.length + inside.reduce((sum, branch) => (branch.depth === depth + 1 ? sum + branch.total : sum), 0)
      return total === 0 && !withEmpty ? [] : [{ category, duties: own, depth, total }, ...inside]
    })
  return walk('', 1)
}

/** The path of the category above, or '' for one that has none among these. */
function parentPath(category: Place, categories: readonly Place[]): string {
  const above = category.path.replace(/[^/]+\/$/, '')
  return categories.some((one) => one.path === above) ? above : ''
}
