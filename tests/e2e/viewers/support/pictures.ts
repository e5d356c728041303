// Pictures whose differences a test knows by arithmetic; made for each run.
import { join } from 'node:path';
import sharp from 'sharp';

interface Shape {
  readonly width: number;
  readonly height: number;
}

const solid = ({ width, height }: Shape, color: string) =>
  sharp({ create: { width, height, channels: 3, background: color } });

export async function writePictures(dir: string): Promise<void> {
  const wide = { width: 400, height: 200 };
  const patch = await solid({ width: 100, height: 200 }, 'rgb(104, 96, 130)').png().toBuffer();
  const left = await solid({ width: 200, height: 200 }, 'rgb(200, 30, 30)').png().toBuffer();
  await Promise.all([
    solid(wide, 'rgb(100, 100, 100)').png().toFile(join(dir, 'plain.png')),
    // a quarter of it differs by 4, 4 and 30: on average (4 + 4 + 30) / 3 / 4 = 3.17
    solid(wide, 'rgb(100, 100, 100)')
      .composite([{ input: patch, left: 300, top: 0 }])
      .png()
      .toFile(join(dir, 'quarter.png')),
    // red on its left half, blue on its right one
    solid(wide, 'rgb(30, 30, 200)')
      .composite([{ input: left, left: 0, top: 0 }])
      .png()
      .toFile(join(dir, 'halves.png')),
    solid({ width: 300, height: 300 }, 'rgb(100, 100, 100)').png().toFile(join(dir, 'square.png')),
    solid({ width: 1600, height: 800 }, 'rgb(100, 100, 100)').png().toFile(join(dir, 'large.png')),
    solid(wide, 'rgb(30, 120, 60)')
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'Maker', Model: 'Camera 7', Software: 'Painter 2' },
        IFD2: { ExposureTime: '1/250', FNumber: '28/10', ISOSpeedRatings: '200' },
      })
      .jpeg()
      .toFile(join(dir, 'exif.jpg')),
  ]);
}
