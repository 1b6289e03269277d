/** What whoever was asked for an opinion may say. */
export const answers = ['agrees', 'refuses', 'agrees-partly'] as const
export type ConsultationAnswer = (typeof answers)[number]
