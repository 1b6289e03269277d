/** One document of a batch as it was ticked: which text was looked at. */
export interface Ticked {
  id: number
  version: number
  seen: string
}

const most = 100

/** `12.3.ab34…` as a form sends it, one or several in a field, each document once; what is none of ours is left out. */
export function readTicked(texts: readonly string[]): Ticked[] {
  const found = new Map<number, Ticked>()
  for (const text of texts.flatMap((field) => field.split(' '))) {
    const [, id, version, seen] = /^([1-9]\d{0,14})\.(\d{1,6})\.([0-9a-f]{64})$/.exec(text) ?? []
    if (id !== undefined && seen !== undefined && found.size < most)
      found.set(Number(id), { id: Number(id), version: Number(version), seen })
  }
  return [...found.values()]
}

export function writeTicked({ id, version, seen }: Ticked): string {
  return `${id}.${version}.${seen}`
}

/** The moves that may be made for many at once. A secrecy review is one review per matter (一事一审), with its own conclusion and basis. */
export const bulkMoves = ['approve', 'sign'] as const
export type BulkMove = (typeof bulkMoves)[number]

export function isBulkMove(name: string): name is BulkMove {
  return (bulkMoves as readonly string[]).includes(name)
}
