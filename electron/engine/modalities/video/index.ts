export { createDoverQuality } from './dover.ts';
export { videoSignalQuality } from './signal.ts';
