/** A file type for people: what is behind the dot, else the last word of the MIME type. */
export function typeName(mimeType: string, extension: string): string {
  if (extension !== '') return `.${extension} files`;
  return `“${mimeType}”`;
}
