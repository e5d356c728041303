const LABELS: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'image/bmp': 'BMP',
  'image/svg+xml': 'SVG',
  'image/tiff': 'TIFF',
  'image/avif': 'AVIF',
  'audio/wav': 'WAV',
  'audio/flac': 'FLAC',
  'audio/ogg': 'Ogg',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'audio/aac': 'AAC',
  'audio/webm': 'WebM audio',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'video/x-matroska': 'Matroska',
  'video/quicktime': 'QuickTime',
  'video/x-msvideo': 'AVI',
  'video/ogg': 'Ogg video',
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/x-ole-storage': 'an old Office format',
  'text/html': 'HTML',
  'text/plain': 'text',
  'model/ply': 'PLY',
  'model/off': 'OFF',
  'model/stl': 'STL',
  'model/gltf-binary': 'GLB',
};

/** Short name of a MIME type for people, e.g. `PNG`. */
export function typeLabel(mimeType: string): string {
  return LABELS[mimeType] ?? mimeType;
}

// names of one thing, or containers of which one extension stands for several
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['video/mp4', 'audio/mp4', 'video/quicktime']),
  new Set(['video/webm', 'audio/webm', 'video/x-matroska']),
  new Set(['audio/ogg', 'video/ogg']),
  new Set(['image/png', 'image/apng']),
];

/** True when the bytes are what the extension says, or too close to speak of. */
export function isSameType(expected: string, detected: string): boolean {
  if (expected === detected || expected === 'application/octet-stream') return true;
  if (FAMILIES.some((family) => family.has(expected) && family.has(detected))) return true;
  // text formats have no signature of their own: CSV, Markdown, OBJ, glTF … are all "text"
  return detected.startsWith('text/') && !mustHaveSignature(expected);
}

/** True for formats whose files always begin with known bytes. */
export function mustHaveSignature(mimeType: string): boolean {
  if (mimeType === 'image/svg+xml' || mimeType === 'model/ply' || mimeType === 'model/off')
    return true;
  const isBinaryFamily = /^(image|audio|video)\//.test(mimeType);
  const isMaybe = mimeType === 'image/x-icon' || mimeType === 'audio/aac';
  const isBinary = isBinaryFamily && !isMaybe;
  return (
    isBinary ||
    mimeType === 'application/pdf' ||
    mimeType === 'model/gltf-binary' ||
    mimeType.startsWith('application/vnd.openxmlformats')
  );
}
