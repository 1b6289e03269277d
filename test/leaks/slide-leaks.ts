import { pptx } from './make-office.ts'
import { hiddenNumber as secret, type Leak } from './leak.ts'

/** PowerPoint files. */
export const slideLeaks: Leak[] = [
  { name: 'notes.pptx', make: () => pptx([{ text: '通报', notes: '这一页不要念' }]), found: ['speaker-notes'], clean: true },
  {
    name: 'hidden-slide.pptx',
    make: () => pptx([{ text: '通报' }, { text: secret, isHidden: true }]),
    found: ['hidden-slide', 'identity.number'],
    clean: true,
  },
  { name: 'comment.pptx', make: () => pptx([{ text: '通报', comment: '数字待定' }]), found: ['comments'], clean: true },
  { name: 'hidden-shape.pptx', make: () => pptx([{ text: '通报', hiddenShape: '内部口径' }]), found: ['hidden-text'], clean: true },
]
