import type { Sighting } from './finding.ts'
import { quantitiesIn } from './quantity.ts'
import { matchesIn, type Span } from './reading.ts'

// Each reads: N things worth T, of which n above a limit L worth S.
const english =
  /(\d{1,5}) [a-z]+(?: [a-z]+){0,4}, with a total [a-z ]{0,20}of (\d[\d.,]{0,12} (?:million|billion)) yuan[^;]{0,80}?of which (\d{1,5}) [a-z]+ exceeded (\d[\d.,]{0,12} (?:thousand|million|billion)) yuan, with a total [a-z ]{0,20}of (\d[\d.,]{0,12} (?:million|billion)) yuan/g
const chinese =
  /(\d{1,5})个[^。；\d]{0,12}(?:总额|总投资|金额)[^。；\d]{0,4}(\d[\d.]{0,9}[万亿]元)[^。；]{0,40}?其中[^。；\d]{0,6}(\d[\d.]{0,9}[万亿]元)以上[^。；\d]{0,6}(\d{1,5})个[^。；\d]{0,8}(?:总额|总投资|金额)[^。；\d]{0,4}(\d[\d.]{0,9}[万亿]元)/g

/**
 * A few large ones named apart from all: the large ones must reach the limit on average, and the rest must stay below it.
 * 67 contracts worth 1.03 billion, of which 7 above 10 million worth 155 million, leaves 60 that average above the limit.
 */
export function findThresholds(line: Span): Sighting[] {
  const found = [
    ...[...matchesIn(line, english)].map(({ start, end, parts: [n, t, few, limit, share] }) => ({
      start,
      end,
      texts: [n, t, few, limit, share],
    })),
    ...[...matchesIn(line, chinese)].map(({ start, end, parts: [n, t, limit, few, share] }) => ({
      start,
      end,
      texts: [n, t, few, limit, share],
    })),
  ]
  return found.flatMap(({ start, end, texts }) => {
    const [all = 0, total = 0, few = 0, limit = 0, share = 0] = texts.map(valueOf)
    if (few >= all || limit === 0) return []
    const rest = (total - share) / (all - few)
    return share < few * limit || rest > limit
      ? [{ start, end, because: 'threshold', params: { few, limit, rest: Math.round(rest), others: all - few } }]
      : []
  })
}

function valueOf(text = ''): number {
  return quantitiesIn({ start: 0, end: text.length, text })[0]?.value ?? 0
}
