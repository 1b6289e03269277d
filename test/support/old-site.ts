import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** An older site as a folder of pages: plain ones, some in GBK, some broken, some hostile. Gives how many of each there are. */
export function givenOldSite(
  folder: string,
  pages: number,
): { plain: number; gbk: number; leaking: number; broken: number; hostile: number } {
  const counts = { plain: 0, gbk: 0, leaking: 0, broken: 0, hostile: 0 }
  const put = (path: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  put('xxgk/files/list.pdf', '%PDF-1.4 list')
  for (let n = 0; n < pages; n++) {
    const kind = n % 20 === 3 ? 'leaking' : n % 20 === 7 ? 'broken' : n % 20 === 11 ? 'hostile' : n % 4 === 0 ? 'gbk' : 'plain'
    counts[kind] += 1
    const path = `xxgk/${kind === 'gbk' ? 'tzgg' : 'zcwj'}/t2019${String(n).padStart(4, '0')}.html`
    if (kind === 'gbk') put(path, asGbk(page(n, { charset: 'gb2312' })))
    if (kind === 'plain') put(path, page(n, {}))
    if (kind === 'leaking') put(path, page(n, { body: '<p>申请人身份证号码：11010519491231002X。</p>' }))
    if (kind === 'broken') put(path, n % 40 === 7 ? Buffer.from([0, 1, 2, 3, 0, 0]) : page(n, { date: '昨天' }))
    if (kind === 'hostile') put(path, page(n, { body: hostile }))
  }
  return counts
}

const hostile = `<script>document.location='https://evil.example'</script><iframe src="//evil.example"></iframe>
<p onclick="alert(1)">正文第一段，写明办理地点和时间。<a href="javascript:alert(1)">点此</a></p>
<a href="../../../../../../etc/passwd.txt">附件</a><img src=x onerror=alert(1)>${'<div>'.repeat(300)}深处${'</div>'.repeat(300)}`

function page(n: number, rest: { charset?: string; date?: string; body?: string }): string {
  const month = String((n % 12) + 1).padStart(2, '0')
  return `<!DOCTYPE html><html><head><meta charset="${rest.charset ?? 'utf-8'}">
<meta name="SiteName" content="明川市应急管理局网站"><meta name="ColumnName" content="${n % 2 === 0 ? '通知公告' : '工作动态'}">
<meta name="ArticleTitle" content="${titles[n % titles.length]}（第${n + 1}号）"><meta name="PubDate" content="${rest.date ?? `2019-${month}-05 09:30`}">
<meta name="ContentSource" content="办公室"><title>明川市应急管理局</title></head><body>
<nav><a href="/">首页</a> 您当前的位置：首页 &gt; 通知公告</nav>
<div id="zoom">${rest.body ?? `<p>${texts[n % texts.length]}</p><p>本件编号第${n + 1}号，由办公室负责解释。</p>${n % 10 === 1 ? '<a href="../files/list.pdf">名单</a>' : ''}`}</div>
<footer>版权所有</footer></body></html>`
}

const titles = ['关于做好冬季取暖安全工作的通知', '关于公布应急避难场所的公告', '关于开展安全生产月活动的通知', '防汛物资储备情况']
const texts = [
  '各镇街要认真排查取暖设施，发现隐患及时整改，确保群众温暖过冬。',
  '全市共设应急避难场所，位置和容量见所附名单，请市民就近了解。',
  '六月为安全生产月，各企业要组织职工学习安全知识，开展应急演练。',
  '现将防汛物资的品种和存放地点予以公布，欢迎监督。',
  '请各单位安排专人值守，遇有突发情况立即报告，不得迟报漏报。',
]

let gbk: Map<string, number> | undefined

/** A text in GBK, which Node reads and does not write. */
export function asGbk(text: string): Buffer {
  gbk ??= tableOfGbk()
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = gbk?.get(character)
      return code === undefined ? [character.charCodeAt(0) & 0x7f] : [code >> 8, code & 0xff]
    }),
  )
}

function tableOfGbk(): Map<string, number> {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && character.length === 1) table.set(character, (lead << 8) | trail)
    }
  }
  return table
}
