/** 32-bit floats out of base64; none for nothing. */
export const decodeFloats = (text: string | undefined): Float32Array =>
  new Float32Array(decodeBytes(text));

/** 32-bit unsigned numbers out of base64; none for nothing. */
export const decodeCounts = (text: string | undefined): Uint32Array =>
  new Uint32Array(decodeBytes(text));

function decodeBytes(text = ''): ArrayBuffer {
  const packed = atob(text);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) bytes[at] = packed.charCodeAt(at);
  return bytes.buffer;
}
