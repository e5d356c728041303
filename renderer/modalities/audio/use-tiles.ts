import { useEffect, useRef, useState } from 'react';
import type { Spectrogram, SpectrogramScale } from '../../../shared/model/spectrogram.ts';
import type { MediaServices } from '../define.ts';
import { TILE_COLUMNS, TILE_ROWS, type Tile } from './tiles.ts';

const REST_MS = 120;
const KEPT_TILES = 24;

export interface LoadedTile {
  readonly tile: Tile;
  readonly picture: Spectrogram;
}

export interface Tiles {
  /** Those that are here, the coarse ones first, so that finer ones are drawn over them. */
  readonly loaded: readonly LoadedTile[];
  readonly isLoading: boolean;
  readonly failure: string | undefined;
}

const none: Tiles = { loaded: [], isLoading: false, failure: undefined };

/**
 * Pictures of the tiles asked for: a hasty one first, then the thorough one. What was zoomed past is not
 * asked for; what is being made is not stopped, since it will be looked at again.
 *
 * @param wanted  empty to ask for nothing
 */
export function useTiles(
  mediaId: string,
  services: MediaServices,
  wanted: readonly Tile[],
  scale: SpectrogramScale,
): Tiles {
  const file = `${mediaId}\n${scale}`;
  const [known, setKnown] = useState<{ file: string; tiles: Tiles }>({ file, tiles: none });
  const asked = useRef(new Map<string, Tile>());
  const stop = useRef<AbortController>(undefined);

  useEffect(() => {
    const aborter = new AbortController();
    stop.current = aborter;
    asked.current = new Map();
    return () => aborter.abort();
  }, [file]);

  const keys = wanted.map(({ key }) => key).join();
  useEffect(() => {
    const aborter = stop.current;
    if (aborter === undefined) return;
    const take = (tile: Tile, picture: Spectrogram) => {
      if (aborter.signal.aborted) return;
      setKnown((before) => ({ file, tiles: withTile(before, file, { tile, picture }) }));
    };
    const load = async (tile: Tile) => {
      asked.current.set(tile.key, tile);
      const order = {
        ...{ mediaId, scale, columns: TILE_COLUMNS, rows: TILE_ROWS },
        // all of it is kept on disk by the engine
        ...(tile.level > 0 && { fromMs: tile.fromS * 1000, toMs: tile.toS * 1000 }),
      };
      try {
        const hasty = await services.spectrogram({ ...order, isQuick: true }, aborter.signal);
        take(tile, hasty);
        if (!hasty.isComplete) take(tile, await services.spectrogram(order, aborter.signal));
      } catch (error) {
        if (aborter.signal.aborted) return;
        const failure = error instanceof Error ? error.message : String(error);
        setKnown((before) => ({ file, tiles: { ...tilesOf(before, file), failure } }));
      }
    };
    const timer = setTimeout(
      () => {
        for (const tile of wanted) if (!asked.current.has(tile.key)) void load(tile);
      },
      wanted[0]?.level === 0 ? 0 : REST_MS,
    );
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the keys stand for the tiles
  }, [file, keys]);

  const tiles = tilesOf(known, file);
  const here = new Set(tiles.loaded.map(({ tile }) => tile.key));
  const isLoading = tiles.failure === undefined && wanted.some(({ key }) => !here.has(key));
  return { ...tiles, isLoading };
}

const tilesOf = (known: { file: string; tiles: Tiles }, file: string): Tiles =>
  known.file === file ? known.tiles : none;

function withTile(known: { file: string; tiles: Tiles }, file: string, added: LoadedTile): Tiles {
  const others = tilesOf(known, file).loaded.filter(({ tile }) => tile.key !== added.tile.key);
  const [whole, rest] = [
    others.filter(({ tile }) => tile.level === 0),
    others.filter(({ tile }) => tile.level > 0).slice(-KEPT_TILES),
  ];
  const loaded = [...whole, ...rest, added].sort((a, b) => a.tile.level - b.tile.level);
  return { loaded, isLoading: false, failure: undefined };
}
