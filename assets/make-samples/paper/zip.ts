import JSZip from 'jszip';

const FIXED = new Date(Date.UTC(2025, 0, 1));

/** A zip whose bytes depend on nothing but its entries: fixed dates, fixed order, one compression. */
export async function fixedZip(
  entries: readonly (readonly [string, string | Uint8Array])[],
): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, body] of entries) zip.file(name, body, { date: FIXED, createFolders: false });
  return zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

/** Writes an existing zip again in the fixed way. */
export async function refixedZip(bytes: Uint8Array): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir);
  const entries: [string, Uint8Array][] = [];
  for (const name of names) {
    const file = zip.file(name);
    if (file !== null) entries.push([name, await file.async('uint8array')]);
  }
  return fixedZip(entries);
}
