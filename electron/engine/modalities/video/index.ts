export { createDoverQuality, type DoverQuality } from './dover.ts';
export { videoSignalQuality } from './signal.ts';
