import { expect, test } from 'vitest';
import { documentKind } from './kind.ts';

const ref = (extension: string, mimeType = 'application/octet-stream') => ({
  id: 'r~x',
  name: `a.${extension}`,
  extension,
  mimeType,
});
const facts = (detectedType: string) => ({ sizeBytes: 1, warnings: [], detectedType });

test('the bytes decide, not the name: a PDF named .png is a PDF, a scan named .pdf a picture', () => {
  expect(documentKind(ref('png'), facts('application/pdf'))).toBe('pdf');
  expect(documentKind(ref('pdf'), facts('image/png'))).toBe('image');
});

test('among text files the extension decides', () => {
  expect(documentKind(ref('csv'), facts('text/plain'))).toBe('table');
  expect(documentKind(ref('md'), facts('text/plain'))).toBe('markdown');
  expect(documentKind(ref('log'), facts('text/plain'))).toBe('text');
  expect(documentKind(ref('html'), facts('text/html'))).toBe('text');
});

test('a format without a viewer is unknown', () => {
  expect(documentKind(ref('ppt'), facts('application/x-ole-storage'))).toBe('unknown');
  expect(documentKind(ref('pptx'), facts('application/zip'))).toBe('unknown');
});

test('old and protected Office files go to the reader that says which of both they are', () => {
  expect(documentKind(ref('docx'), facts('application/x-ole-storage'))).toBe('docx');
  expect(documentKind(ref('xlsx'), facts('application/x-ole-storage'))).toBe('table');
});
