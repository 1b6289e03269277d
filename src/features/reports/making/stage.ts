/** Is a publication in the hands of the chain, or waiting for its hour? Then nobody changes its text behind those who read it. */
export function isOnItsWay(stage: string | undefined): boolean {
  return stage !== undefined && ['with-head', 'with-secrecy', 'with-signer', 'scheduled'].includes(stage)
}
