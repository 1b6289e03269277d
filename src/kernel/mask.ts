const stars = '***'

/** Family names of two characters. What is not listed is taken for a name of one. */
const longSurnames = new Set(
  '欧阳 司马 诸葛 上官 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 长孙 宇文 轩辕 端木 独孤 南宫 西门 百里 呼延 澹台 濮阳 淳于 太史 申屠 公冶 钟离 闻人'.split(
    ' ',
  ),
)

/**
 * A person's name for lists: 王小明 → 王**, 欧阳修 → 欧阳*, Li Ming → L***. Shows the family name or the first letter, never a whole name, and
 * of a long name not how long it is. Empty stays empty.
 */
export function maskName(name: string): string {
  const signs = signsOf(name)
  if (signs.length === 0) return ''
  if (!/^\p{Script=Han}/u.test(signs[0]!)) return signs.length === 1 ? stars : `${signs[0]}${stars}`
  const shown = signs.length > 2 && longSurnames.has(signs.slice(0, 2).join('')) ? 2 : signs.length > 1 ? 1 : 0
  return signs.slice(0, shown).join('') + '*'.repeat(Math.min(signs.length - shown, 2))
}

/** What bodies are, longest first, so that the most exact kind is kept. */
const bodyKinds = (
  '股份有限公司 有限责任公司 集团有限公司 有限公司 会计师事务所 律师事务所 事务所 农民专业合作社 专业合作社 合作社 村民委员会 居民委员会 业主委员会 委员会 村委会 居委会 ' +
  '业委会 基金会 联合会 研究会 研究院 研究所 卫生院 幼儿园 出版社 通讯社 服务部 经营部 服务中心 公司 集团 协会 学会 商会 大学 学院 中学 小学 学校 医院 银行 报社 中心 厂 店 社 局 所 院'
).split(' ')
const latinKind =
  / (?:co\.?,? ?ltd\.?|ltd\.?|limited|inc\.?|llc|llp|company|corporation|law firm|partners|association|society|foundation|committee|university|college|school|hospital|institute|centre|center|bank)$/i

/**
 * The name of a body for lists: its first two characters and what kind of body it is. 明川阳光环保有限公司 → 明川***有限公司, Sunshine
 * Works Co., Ltd. → Su*** Co., Ltd. At least one character stays hidden. Empty stays empty.
 */
export function maskOrganisation(name: string): string {
  const plain = signsOf(name).join('')
  if (plain === '') return ''
  const found = bodyKinds.find((one) => plain.endsWith(one)) ?? latinKind.exec(plain)?.[0] ?? ''
  const kind = found.length < plain.length ? found : ''
  const own = signsOf(plain.slice(0, plain.length - kind.length))
  return own.slice(0, Math.min(2, own.length - 1)).join('') + stars + kind
}

/** The number of an identity card, a passport or a body: its first three and last two places, fewer of a short one. At least four stay hidden. */
export function maskIdNumber(number: string): string {
  const signs = signsOf(number.replace(/[\s-]/g, ''))
  if (signs.length === 0) return number.trim() === '' ? '' : stars
  const [first, last] = signs.length >= 9 ? [3, 2] : signs.length >= 6 ? [0, 2] : [0, 0]
  return signs.slice(0, first).join('') + stars + signs.slice(signs.length - last).join('')
}

/** A telephone number: of a mobile one the first three and last four places (138****1234), of another at most three and the last two. */
export function maskPhone(number: string): string {
  const digits = number.normalize('NFKC').replace(/\D/g, '')
  const national = /^(?:00)?86\d{8,}$/.test(digits) ? digits.replace(/^(?:00)?86/, '') : digits
  if (/^1[3-9]\d{9}$/.test(national)) return `${national.slice(0, 3)}****${national.slice(7)}`
  if (national.length >= 9) return `${national.slice(0, 3)}****${national.slice(-2)}`
  if (national.length >= 6) return `****${national.slice(-2)}`
  return number.trim() === '' ? '' : '****'
}

/** A mail address: its first sign and the host. liming@example.cn → l***@example.cn. What has no host is hidden whole. */
export function maskEmail(address: string): string {
  const plain = address.trim()
  if (plain === '') return ''
  const at = plain.lastIndexOf('@')
  const signs = signsOf(plain.slice(0, Math.max(at, 0)))
  return at < 1 || at === plain.length - 1 ? stars : (signs.length > 1 ? signs[0] : '') + stars + plain.slice(at)
}

/** The characters as people count them, so that none is cut in half; full-width forms as ordinary ones. */
function signsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text.normalize('NFKC').trim()), ({ segment }) => segment)
}
