// The EXIF tags that tell a person something, and how their values read.
import type { ExifValue } from './exif-value.ts';

const number = (value: ExifValue | undefined): number | undefined =>
  typeof value === 'object' && Number.isFinite(value[0]) ? value[0] : undefined;
const text = (value: ExifValue | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const short = (value: number, digits = 4): string => String(Number(value.toPrecision(digits)));

const ORIENTATIONS = [
  'as stored',
  'mirrored',
  'turned by 180°',
  'mirrored and turned by 180°',
  'mirrored and turned by 270° clockwise',
  'turned by 90° clockwise',
  'mirrored and turned by 90° clockwise',
  'turned by 270° clockwise',
];

function exposureText(seconds: number): string {
  return seconds > 0 && seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${short(seconds)} s`;
}

type Tags = ReadonlyMap<number, ExifValue>;

/** Rows for people, most telling first; a tag that is not there gives none. */
export function describeTags(
  main: Tags,
  photo: Tags,
  gps: Tags,
): { label: string; value: string }[] {
  const make = text(main.get(0x010f));
  const model = text(main.get(0x0110));
  const hasMake =
    make !== undefined && model?.toLowerCase().startsWith(make.toLowerCase()) !== true;
  const orientation = number(main.get(0x0112));
  const exposure = number(photo.get(0x829a));
  const aperture = number(photo.get(0x829d));
  const iso = number(photo.get(0x8827));
  const focal = number(photo.get(0x920a));
  const flash = number(photo.get(0x9209));
  const dots = number(main.get(0x011a));
  const space = number(photo.get(0xa001));
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Orientation', orientation === undefined ? undefined : ORIENTATIONS[orientation - 1]],
    ['Camera', [hasMake ? make : undefined, model].filter(Boolean).join(' ') || undefined],
    ['Lens', text(photo.get(0xa434))],
    ['Taken', text(photo.get(0x9003)) ?? text(main.get(0x0132))],
    ['Exposure', exposure === undefined ? undefined : exposureText(exposure)],
    ['Aperture', aperture === undefined ? undefined : `f/${short(aperture, 2)}`],
    ['ISO', iso === undefined ? undefined : String(iso)],
    ['Focal length', focal === undefined ? undefined : `${short(focal)} mm`],
    ['Flash', flash === undefined ? undefined : flash & 1 ? 'fired' : 'did not fire'],
    ['Colour space', space === 1 ? 'sRGB' : space === 0xffff ? 'uncalibrated' : undefined],
    ['Resolution', dots === undefined ? undefined : dotsText(dots, number(main.get(0x0128)))],
    ['Software', text(main.get(0x0131))],
    ['Description', text(main.get(0x010e))],
    ['Comment', text(photo.get(0x9286))],
    ['Artist', text(main.get(0x013b))],
    ['Copyright', text(main.get(0x8298))],
    ['Place', placeText(gps)],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

const dotsText = (dots: number, unit: number | undefined) =>
  `${short(dots)} per ${unit === 3 ? 'cm' : 'inch'}`;

function placeText(gps: Tags): string | undefined {
  const along = (value: ExifValue | undefined, side: ExifValue | undefined) => {
    if (typeof value !== 'object' || value.length < 3) return undefined;
    const [degrees = 0, minutes = 0, seconds = 0] = value;
    const sum = degrees + minutes / 60 + seconds / 3600;
    return Number.isFinite(sum) ? `${sum.toFixed(5)}° ${text(side) ?? ''}`.trim() : undefined;
  };
  const latitude = along(gps.get(2), gps.get(1));
  const longitude = along(gps.get(4), gps.get(3));
  return latitude === undefined || longitude === undefined
    ? undefined
    : `${latitude}, ${longitude}`;
}
