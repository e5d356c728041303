/** Where the desktop window loads the app from; a scheme of our own, so that it has an origin. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = `${APP_SCHEME}://loupe`;

/** True for an address of the app itself. */
export function isOwnPage(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address);
  // schemes that URL does not know have the origin "null": compare the parts
  return url?.protocol === `${APP_SCHEME}:` && url.host === 'loupe' && url.port === '';
}
