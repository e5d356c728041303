/** True for names and addresses of this machine, as `URL.hostname` gives them. */
export function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
