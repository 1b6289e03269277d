import { asDay } from '../../src/kernel/day.ts'
import type { Letter } from '../../src/platform/paper/letter.ts'

/** A reply to an application, item by item, in Chinese. */
export const letterZh: Letter = {
  language: 'zh',
  at: new Date('2026-04-10T02:00:00Z'),
  unit: '明川市自然资源和规划局',
  number: '明自然资公开〔2026〕第12号',
  title: '关于张小满政府信息公开申请的答复书',
  addressee: '张小满：',
  body: [
    { kind: 'paragraph', text: '你于2026年3月2日通过政府信息公开网上平台提交的政府信息公开申请，本机关于同日收到。你申请公开的内容为：' },
    { kind: 'quote', text: '请公开柳溪村二组2025年度征收土地的批准文件、补偿安置方案和补偿费用的支付凭证。' },
    { kind: 'paragraph', text: '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第三十六条的规定，现逐项答复如下：' },
    {
      kind: 'items',
      items: [
        {
          head: '关于征收土地的批准文件。',
          texts: [
            '该信息已经主动公开。根据《条例》第三十六条第（一）项，告知你获取该信息的方式和途径：登录明川市政务公开网站，检索索引号MC0000012/2026-00001。',
          ],
        },
        {
          head: '关于补偿安置方案。',
          texts: ['经检索，本机关制作并保存该信息，予以公开，见附件1。'],
          items: [{ texts: ['方案正文共12页；'] }, { texts: ['附图3幅，其中涉及他人住址的部分已作区分处理。'] }],
        },
        {
          head: '关于补偿费用的支付凭证。',
          texts: [
            '该信息由柳溪镇人民政府制作并保存，不属于本机关负责公开。根据《条例》第三十六条第（五）项，建议你向柳溪镇人民政府提出申请，联系电话：0000-1234567。',
          ],
        },
      ],
    },
  ],
  remedies: [
    '如不服本答复，可以自收到本答复书之日起六十日内向明川市人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向有管辖权的人民法院提起行政诉讼。',
  ],
  attachments: ['柳溪村二组征地补偿安置方案（2025年）', '附图及区分处理说明'],
  signedBy: '明川市自然资源和规划局',
  signedOn: asDay('2026-03-27'),
  notes: ['（联系人：政府信息公开工作机构，联系电话：0000-7654321）'],
  caseNumber: 'MC0000012-2026-0012',
  follow: '凭申请编号和查询码，可在 https://mingchuan.example.org/follow 查询办理进度。',
  labels: { attachments: '附件：', remedies: '救济途径', seal: '盖章处', pages: '第 # 页 共 % 页', caseNumber: '申请编号' },
}
/** The same in English. */
export const letterEn: Letter = {
  ...letterZh,
  language: 'en',
  unit: 'Mingchuan Bureau of Natural Resources and Planning',
  number: 'MC-NRP Disclosure [2026] No. 12',
  title: 'Reply to the application of Zhang Xiaoman for government information',
  addressee: 'Dear Ms Zhang,',
  body: [
    {
      kind: 'paragraph',
      text: 'You applied on 2 March 2026 through the website for disclosure. We received your application on the same day. You asked for:',
    },
    {
      kind: 'quote',
      text: 'the approval of the land taking in the second group of Liuxi village in 2025, the plan of compensation and resettlement, and the vouchers of payment.',
    },
    { kind: 'paragraph', text: 'Under article 36 of the Regulations on the Disclosure of Government Information we answer each item:' },
    {
      kind: 'items',
      items: [
        {
          head: 'The approval.',
          texts: ['It is already published. You find it on the website of the city under index number MC0000012/2026-00001.'],
        },
        {
          head: 'The plan.',
          texts: ['We hold it and disclose it; it is attached.'],
          items: [
            { texts: ['The plan has 12 pages.'] },
            { texts: ['Of the three maps, the parts that show where other people live are covered.'] },
          ],
        },
        {
          head: 'The vouchers.',
          texts: ['They are made and kept by the government of Liuxi town. We advise you to apply there, telephone 0000-1234567.'],
        },
      ],
    },
  ],
  remedies: [
    'If you disagree with this reply, you may apply to the People’s Government of Mingchuan for reconsideration within sixty days of receiving it; against its decision you may sue in the competent people’s court within fifteen days.',
  ],
  attachments: ['Plan of compensation and resettlement, Liuxi village, second group (2025)', 'Maps, and what was covered in them'],
  signedBy: 'Mingchuan Bureau of Natural Resources and Planning',
  notes: ['Questions: disclosure desk, telephone 0000-7654321.'],
  follow: 'Follow the case at https://mingchuan.example.org/follow with the number and your query code.',
  labels: {
    attachments: 'Attached:',
    remedies: 'Your remedies',
    seal: 'place of the seal',
    pages: 'Page # of %',
    caseNumber: 'Application',
  },
}

const para =
  '各级行政机关应当建立健全政府信息公开工作机制，及时、准确地公开政府信息，并对本机关公开的政府信息承担相应的解释说明责任；申请人认为公开内容不准确的，可以书面提出更正。'
/** A reply of several pages. */
export const longLetter: Letter = {
  ...letterZh,
  body: [...letterZh.body, ...Array.from({ length: 16 }, (_, n) => ({ kind: 'paragraph' as const, text: `第${n + 1}段。${para}` }))],
}
