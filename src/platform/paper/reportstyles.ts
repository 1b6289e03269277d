import type { Lang } from '../../kernel/translate.ts'
import type { Style } from './wordstyles.ts'

/** The styles of a report beside those of a letter: the lines under its title, its tables, and its foot. */
export function reportStyles(lang: Lang): Style[] {
  const zh = lang === 'zh'
  const cell = { face: 'song', size: zh ? 18 : 15, line: 0 } as const
  return [
    { id: 'Origin', name: 'Report origin', size: zh ? 24 : 21, align: 'center', line: 0, after: 60 },
    {
      id: 'Caption',
      name: 'caption',
      face: 'strong',
      size: zh ? 24 : 20,
      isBold: !zh,
      align: 'center',
      line: 0,
      before: 240,
      after: 120,
      keepNext: true,
    },
    { id: 'CellHead', name: 'Table head', ...cell, isBold: true, align: 'center' },
    { id: 'CellName', name: 'Table name', ...cell, align: 'left' },
    { id: 'CellMiddle', name: 'Table middle', ...cell, align: 'center' },
    { id: 'CellNumber', name: 'Table number', ...cell, align: 'center' },
    { id: 'Foot', name: 'Report foot', size: 18, colour: '5B6472', line: 0, before: 80 },
  ]
}
