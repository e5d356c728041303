/** What stands at an EXIF tag: a text, or numbers (fractions divided). */
export type ExifValue = string | readonly number[];
