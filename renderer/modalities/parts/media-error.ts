/** Why a media element cannot play, as a sentence. */
export function mediaErrorText(error: { readonly code: number } | null): string {
  switch (error?.code) {
    case MediaError.MEDIA_ERR_NETWORK:
      return 'The file could not be read to its end.';
    case MediaError.MEDIA_ERR_DECODE:
      return 'The data are damaged: decoding stopped.';
    case MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED:
      return 'The browser cannot play this format. Open it with another program.';
    default:
      return 'The browser does not say why.';
  }
}

/** Takes a player's file away, so that its download and decoder end at once. */
export function releaseMedia(element: HTMLMediaElement): void {
  element.pause();
  element.removeAttribute('src');
  element.replaceChildren();
  element.load();
}
