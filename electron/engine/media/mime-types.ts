/** MIME type by lower-case extension, for every kind of file that a dataset may hold. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  // image
  png: 'image/png',
  apng: 'image/apng',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  ico: 'image/x-icon',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  // audio
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  // video
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  avi: 'video/x-msvideo',
  ogv: 'video/ogg',
  // document
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  log: 'text/plain',
  tex: 'text/plain',
  rst: 'text/plain',
  // html and xml are served as text: they are looked at, never run
  html: 'text/plain',
  htm: 'text/plain',
  xml: 'text/plain',
  json: 'application/json',
  jsonl: 'application/json',
  // 3D
  ply: 'model/ply',
  off: 'model/off',
  obj: 'model/obj',
  mtl: 'model/mtl',
  stl: 'model/stl',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  bin: 'application/octet-stream',
};

const TEXT_CODE = new Set(
  (
    'py js mjs cjs ts tsx jsx java c h cpp cc cxx hpp cs go rs rb php swift kt kts scala sh bash zsh ' +
    'ps1 sql r m jl lua pl hs ml clj ex exs erl dart f90 f vb asm s v sv vhd vhdl css scss less vue ' +
    'yaml yml toml ini cfg conf ipynb proto cu glsl'
  ).split(' '),
);

/**
 * MIME type of a file by its extension. Code and markup that a browser would run is `text/plain`.
 *
 * @param extension  lower case, without the dot
 * @returns `application/octet-stream` for an unknown one
 */
export function mimeTypeOf(extension: string): string {
  const known = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  return known ?? (TEXT_CODE.has(extension) ? 'text/plain' : 'application/octet-stream');
}

/** Extension of a file name or path, lower case without the dot; `''` when there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase();
}
