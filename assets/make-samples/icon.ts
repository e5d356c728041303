import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Renders the app's icon, 512 px. */
export async function renderIcon(svgPath: string, pngPath: string): Promise<void> {
  const image = sharp(await readFile(svgPath)).resize(512, 512);
  await writeFile(pngPath, await image.png({ compressionLevel: 9 }).toBuffer());
}
