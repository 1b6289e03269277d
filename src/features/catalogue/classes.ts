/** Codes that a line hands on to its documents; their words are those of the documents. */

/** Subject classes (主题分类), State Council list, first level. */
export const subjects = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
] as const

/** Kinds of document (体裁): the fifteen official ones, and the genres of what is not one. */
export const genres = [
  ...(['resolution', 'decision', 'order', 'communique', 'announcement', 'notice-public', 'opinion', 'notice'] as const),
  ...(['circular', 'report', 'request', 'reply', 'motion', 'letter', 'minutes'] as const),
  ...(['plan', 'statistics', 'guide', 'list', 'other'] as const),
]
