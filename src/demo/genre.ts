/** The demo data name genres as officials do; the catalogue stores their codes. */
const codes: Record<string, string> = {
  决议: 'resolution',
  决定: 'decision',
  命令: 'order',
  公报: 'communique',
  公告: 'announcement',
  通告: 'notice-public',
  意见: 'opinion',
  通知: 'notice',
  通报: 'circular',
  报告: 'report',
  请示: 'request',
  批复: 'reply',
  议案: 'motion',
  函: 'letter',
  纪要: 'minutes',
  规划: 'plan',
  统计: 'statistics',
  办事指南: 'guide',
  目录: 'list',
}

/** The code of a genre; what is not in the list is `other`. */
export function genreOf(name: string | undefined): string {
  return name === undefined || name === '' ? 'other' : (codes[name] ?? 'other')
}
