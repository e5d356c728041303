import { detectType } from '../../media/sniff/signature.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'model/gltf-binary': 'glb',
  'model/ply': 'ply',
};

/** The extension that a file's first bytes call for, or `otherwise`. */
export function extensionOfBytes(bytes: Uint8Array, otherwise: string): string {
  const type = detectType(Buffer.from(bytes.subarray(0, 512)));
  return (type === undefined ? undefined : EXTENSIONS[type]) ?? otherwise;
}
