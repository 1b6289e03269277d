/** The password of everybody in a demonstration. The sign-in page shows it; a demonstration does not start in production. */
export const demoPassword = 'daylight-for-everyone'
