import { cleanBytes } from '../../src/features/publishing/files/clean-bytes.ts'
import { examineBytes } from '../../src/features/publishing/files/examine-bytes.ts'
import type { FileWork } from '../../src/features/publishing/files/work-apart.ts'

/** Files are examined in the test's own process: quicker, and without a build. */
export const workHere: FileWork = { examine: examineBytes, clean: cleanBytes }
