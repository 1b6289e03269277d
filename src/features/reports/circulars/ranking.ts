/** By which figure units are ranked: how many there are, or which share of others. */
export interface Method {
  code: string
  /** The figure that is counted. */
  of: string
  /** The figure of which it is a share; left out: the number itself ranks. */
  over?: string | undefined
  /** A unit with fewer records than this is not ranked: too little happened there to tell. */
  minimum: number
}

/** A unit as it comes to be ranked. `base`: the records that the method measures; the value itself where it is no share. */
export interface Peer {
  unitId: number
  value: number
  base: number
  /** It ended within the period, or before: it is told of, but not ranked. */
  hasEnded: boolean
}

export type Unranked = 'ended' | 'too-few-records' | 'too-few-peers'

/** Where a unit stands among its peers; without a rank, why not. */
export interface Standing {
  unitId: number
  rank?: number | undefined
  /** Others have the same rank. */
  isShared: boolean
  unranked?: Unranked | undefined
}

/**
 * Ranks units of one kind, the highest first. The same value gives the same rank, and the next one counts all that stand before it
 * (1, 2, 2, 4). Shares are compared as fractions, so that no rounding makes or breaks a tie. Answers the units in the order of their
 * ranks; those without one follow in the order in which they came. Fewer than `fewestPeers` that can be ranked: nobody is.
 */
export function rankPeers(peers: readonly Peer[], method: Pick<Method, 'minimum' | 'over'>, fewestPeers: number): Standing[] {
  const why = (peer: Peer): Unranked | undefined =>
    peer.hasEnded ? 'ended' : peer.base < Math.max(method.minimum, 1) ? 'too-few-records' : undefined
  const able = peers.filter((peer) => why(peer) === undefined)
  const isRanked = able.length >= fewestPeers
  const compare = (one: Peer, other: Peer): number => (method.over === undefined ? other.value - one.value : compareShares(other, one))
  const inOrder = isRanked ? able.toSorted(compare) : []
  const rankOf = (peer: Peer): number => 1 + inOrder.filter((other) => compare(other, peer) < 0).length
  const ranked = inOrder.map((peer): Standing => {
    const isShared = inOrder.some((other) => other !== peer && compare(other, peer) === 0)
    return { unitId: peer.unitId, rank: rankOf(peer), isShared }
  })
  const rest = peers.filter((peer) => !inOrder.includes(peer))
  return [...ranked, ...rest.map((peer) => ({ unitId: peer.unitId, isShared: false, unranked: why(peer) ?? 'too-few-peers' }))]
}

/** Below zero where the first share is the smaller one: a/b against c/d is a·d against c·b. */
function compareShares(one: Peer, other: Peer): number {
  return one.value * other.base - other.value * one.base
}
