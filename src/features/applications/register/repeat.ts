/** A request as it is compared with others: `person` tells who asked apart, `keys` are shared by those that ask for the same. */
export interface ComparedRequest {
  id: number
  person: string
  keys: readonly (string | number)[]
}

/** Requests for the same, by `people` different persons or bodies. */
export interface RepeatedRequest {
  ids: readonly number[]
  people: number
}

const fillers =
  /\d{0,4}\s?年度?|申请人?|请求?|要求|希望|依法|依申请|公开|提供|获取|查阅|复制|本人|贵(?:单位|局|委|办|镇|区|县|市)|相关|有关|关于|涉及|政府信息|信息|材料|资料|情况|文件|内容|复印件|电子版|please|copy of|copies of|information (?:on|about)|disclose|provide/giu
const silent = /[\p{P}\p{S}\p{Z}\s\d月日的了和及与]/gu

/** What a request is about, without the words that every request has, without years and numbers: two years' budgets are one subject. */
export function subjectOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(fillers, '').replace(silent, '')
}

/**
 * The requests that repeat: groups whose members share a key with one another, directly or through others, and come from at least
 * `fewest` persons (OGI-2019 art. 44). Whoever asks for the same five times is one person. The most asked for comes first.
 */
export function repeatedRequests(requests: readonly ComparedRequest[], fewest: number): RepeatedRequest[] {
  const groupOf = requests.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (groupOf[root] !== root) root = groupOf[root] ?? root
    groupOf[at] = root
    return root
  }
  const firstWith = new Map<string | number, number>()
  requests.forEach(({ keys }, at) => {
    for (const key of keys) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, at)
      else groupOf[rootOf(at)] = rootOf(first)
    }
  })
  const groups = new Map<number, ComparedRequest[]>()
  requests.forEach((request, at) => groups.set(rootOf(at), [...(groups.get(rootOf(at)) ?? []), request]))
  return [...groups.values()]
    .map((group) => ({ ids: group.map((one) => one.id), people: new Set(group.map((one) => one.person)).size }))
    .filter(({ people }) => people >= fewest)
    .sort((a, b) => b.people - a.people || b.ids.length - a.ids.length || (a.ids[0] ?? 0) - (b.ids[0] ?? 0))
}
