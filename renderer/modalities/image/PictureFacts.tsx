import type { MediaFacts } from '../../../shared/model/media.ts';
import type { Size } from './zoom.ts';
import styles from './View.module.css';

const count = new Intl.NumberFormat('en-US');

/** Size, type and what the header says besides (EXIF), laid over a corner of the picture. */
export function PictureFacts({
  facts,
  shown,
}: {
  readonly facts: MediaFacts;
  /** As it was decoded, turned by its EXIF orientation. */
  readonly shown: Size | undefined;
}) {
  const { sizeBytes, detectedType, details = [] } = facts;
  const rows = [...sizeRows(facts, shown)];
  if (detectedType !== undefined) rows.push({ label: 'Type', value: detectedType });
  rows.push({ label: 'File', value: `${count.format(sizeBytes)} bytes` });
  return (
    <dl className={styles.facts} aria-label="Facts of the picture" tabIndex={0}>
      {[...rows, ...details].map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {details.every(({ label }) => label === 'Colours') && (
        <div>
          <dt>EXIF</dt>
          <dd>none</dd>
        </div>
      )}
    </dl>
  );
}

function sizeRows({ widthPx, heightPx }: MediaFacts, shown: Size | undefined) {
  const width = shown?.width ?? widthPx;
  const height = shown?.height ?? heightPx;
  if (width === undefined || height === undefined) return [];
  const pixels = width * height;
  const million = pixels >= 100_000 ? ` · ${(pixels / 1e6).toFixed(1)} MP` : '';
  const isTurned = shown !== undefined && shown.width === heightPx && shown.height === widthPx;
  const stored = isTurned && widthPx !== heightPx ? `, stored ${widthPx} × ${heightPx}` : '';
  return [{ label: 'Size', value: `${width} × ${height} px${million}${stored}` }];
}
