// The smallest things that can be asked about: a red square, a tone of one second, a red second of film.
import { crc32, deflateSync } from 'node:zlib';
import { encodeWav } from '../../../modalities/audio/encode-wav.ts';

/** A PNG of one colour. */
export function redSquare(side = 64): Uint8Array {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(side * 3).fill(Buffer.of(220, 20, 20))]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([size, Buffer.of(8, 2, 0, 0, 0)])), // 8 bits, RGB
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const RATE_HZ = 16_000;
const TONE_HZ = 440;

/** A WAV file with one second of a steady tone; mono, 16 kHz, 16 bits. */
export function steadyTone(): Uint8Array {
  const sample = (_: unknown, i: number) => 0.5 * Math.sin((2 * Math.PI * TONE_HZ * i) / RATE_HZ);
  return encodeWav(Float32Array.from({ length: RATE_HZ }, sample), RATE_HZ);
}

/** An MP4 file, H.264: four red frames of 64 × 64 in one second. */
export function redFilm(): Uint8Array {
  return Buffer.from(RED_FILM, 'base64');
}

// ffmpeg -f lavfi -i color=red:s=64x64:r=4 -t 1 -c:v libx264 -crf 35 -pix_fmt yuv420p -movflags +faststart
const RED_FILM =
  'AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAANAbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAA+gA' +
  'AQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAgAAAo90cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAA+gAAAAAAAAAAAAAAAAAAAAAAAEA' +
  'AAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAEAAAABAAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAAPo' +
  'AAAgAAABAAAAAAIHbWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAABAAAAAQABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUA' +
  'AAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABsm1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYA' +
  'AAAAAAAAAQAAAAx1cmwgAAAAAQAAAXJzdGJsAAAAwnN0c2QAAAAAAAAAAQAAALJhdmMxAAAAAAAAAAEAAAAAAAAAAAAA' +
  'AAAAAAAAAEAAQABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAOGF2Y0MB' +
  'ZAAK/+EAGmdkAAqscgREJsBEAAADAAQAAAMAIDxIlhGAAQAHaOhDglLIsP34+AAAAAAQcGFzcAAAAAEAAAABAAAAFGJ0' +
  'cnQAAAAAAAAYGAAAGBgAAAAYc3R0cwAAAAAAAAABAAAABAAAEAAAAAAUc3RzcwAAAAAAAAABAAAAAQAAAChjdHRzAAAA' +
  'AAAAAAMAAAABAAAgAAAAAAEAAEAAAAAAAgAAEAAAAAAcc3RzYwAAAAAAAAABAAAAAQAAAAQAAAABAAAAJHN0c3oAAAAA' +
  'AAAAAAAAAAQAAALbAAAADgAAAA0AAAANAAAAFHN0Y28AAAAAAAAAAQAAA3AAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFo' +
  'ZGxyAAAAAAAAAABtZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0AAAACGZyZWUAAAMLbWRhdAAAAq8GBf//q9xF6b3m2Ui3' +
  'lizYINkj7u94MjY0IC0gY29yZSAxNjQgcjMwOTUgYmFlZTQwMCAtIEguMjY0L01QRUctNCBBVkMgY29kZWMgLSBDb3B5' +
  'bGVmdCAyMDAzLTIwMjIgLSBodHRwOi8vd3d3LnZpZGVvbGFuLm9yZy94MjY0Lmh0bWwgLSBvcHRpb25zOiBjYWJhYz0x' +
  'IHJlZj0xNiBkZWJsb2NrPTE6MDowIGFuYWx5c2U9MHgzOjB4MTMzIG1lPXVtaCBzdWJtZT0xMCBwc3k9MSBwc3lfcmQ9' +
  'MS4wMDowLjAwIG1peGVkX3JlZj0xIG1lX3JhbmdlPTI0IGNocm9tYV9tZT0xIHRyZWxsaXM9MiA4eDhkY3Q9MSBjcW09' +
  'MCBkZWFkem9uZT0yMSwxMSBmYXN0X3Bza2lwPTEgY2hyb21hX3FwX29mZnNldD0tMiB0aHJlYWRzPTIgbG9va2FoZWFk' +
  'X3RocmVhZHM9MSBzbGljZWRfdGhyZWFkcz0wIG5yPTAgZGVjaW1hdGU9MSBpbnRlcmxhY2VkPTAgYmx1cmF5X2NvbXBh' +
  'dD0wIGNvbnN0cmFpbmVkX2ludHJhPTAgYmZyYW1lcz04IGJfcHlyYW1pZD0yIGJfYWRhcHQ9MiBiX2JpYXM9MCBkaXJl' +
  'Y3Q9MyB3ZWlnaHRiPTEgb3Blbl9nb3A9MCB3ZWlnaHRwPTIga2V5aW50PTEwMCBrZXlpbnRfbWluPTQgc2NlbmVjdXQ9' +
  'NDAgaW50cmFfcmVmcmVzaD0wIHJjX2xvb2thaGVhZD02MCByYz1jcmYgbWJ0cmVlPTEgY3JmPTM1LjAgcWNvbXA9MC42' +
  'MCBxcG1pbj0wIHFwbWF4PTY5IHFwc3RlcD00IGlwX3JhdGlvPTEuNDAgYXE9MToxLjAwAIAAAAAkZYiBAAJf/r1n5ljf' +
  'HHSRbShD2SIV9Ztyhyt2+Npb5EQ78B3BAAAACkGaCG2IIf/zJxQAAAAJQZ4QJxBH/x1RAAAACQGeGE1IIf8fUA==';
