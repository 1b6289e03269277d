/** How figures must stand to each other: the parts add up to the whole, or none of them is larger. */
export interface Relation {
  kind: 'sum' | 'at-most'
  whole: readonly string[]
  parts: readonly string[]
}

/** Two figures, or sums of figures, that contradict each other: both values. */
export interface Contradiction {
  relation: Relation
  left: number
  right: number
}

/** What must hold between the figures of one unit and one period. */
export const relations: readonly Relation[] = [
  { kind: 'sum', whole: ['documents-entered'], parts: ['documents-reviewed', 'documents-waiting'] },
  {
    kind: 'sum',
    whole: ['applications-received', 'applications-carried-over'],
    parts: ['applications-concluded', 'applications-open'],
  },
  { kind: 'at-most', whole: ['applications-concluded'], parts: ['applications-in-time', 'applications-late'] },
  { kind: 'at-most', whole: ['applications-concluded'], parts: ['applications-extended'] },
  { kind: 'sum', whole: ['tasks-due'], parts: ['tasks-in-time', 'tasks-late', 'tasks-overdue'] },
  { kind: 'at-most', whole: ['departments'], parts: ['departments-practising'] },
  { kind: 'sum', whole: ['lines'], parts: ['lines-required', 'lines-optional'] },
  { kind: 'at-most', whole: ['lines'], parts: ['lines-empty'] },
]

/**
 * The relations that values break; `left` is the sum of the wholes, `right` that of the parts. A relation of which a value is not known
 * is passed over.
 */
export function contradictions(values: ReadonlyMap<string, number>, rules: readonly Relation[] = relations): Contradiction[] {
  return rules.flatMap((relation) => {
    if ([...relation.whole, ...relation.parts].some((code) => !values.has(code))) return []
    const sum = (codes: readonly string[]): number => codes.reduce((total, code) => total + (values.get(code) ?? 0), 0)
    const [left, right] = [sum(relation.whole), sum(relation.parts)]
    return (relation.kind === 'sum' ? left === right : right <= left) ? [] : [{ relation, left, right }]
  })
}
