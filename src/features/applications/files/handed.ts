/** What a handed file is: as it stands, the original of something partly withheld, or its redacted copy. */
export const handedRoles = ['hand-over', 'original', 'redacted'] as const
export type HandedRole = (typeof handedRoles)[number]
