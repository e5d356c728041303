/** Where a picture went: the clipboard, or a file where the clipboard refuses it. */
export type Handed = 'copied' | 'saved';

/**
 * Puts a PNG on the clipboard, else offers it as a file.
 *
 * @param picture  may still be on its way: the clipboard is asked at once, while the key press counts
 * @throws what kept the picture from being made
 */
export async function handOver(picture: Promise<Blob>, fileName: string): Promise<Handed> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return 'copied';
  } catch {
    saveFile(await picture, fileName); // the picture's own failure is thrown here
    return 'saved';
  }
}

/** Offers a file for download. */
export function saveFile(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // the download has begun with the next task
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
