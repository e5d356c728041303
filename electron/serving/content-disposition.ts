/** How a browser is to treat a file, and under which name: the value of `Content-Disposition`. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  return `${kind}; filename*=UTF-8''${encodeFileName(name)}`;
}

/** RFC 8187: what `encodeURIComponent` leaves but the header's grammar does not allow. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
