import { useState, type DragEvent } from 'react';
import { pathsOfDrop } from '../stores/host-store.ts';

/** Takes files that are dropped on an element, where the host tells their paths. */
export function useFileDrop(onPaths: (paths: readonly string[]) => void, onRefused: () => void) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      const isInside =
        event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) setOver(false);
    },
    onDrop(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const paths = pathsOfDrop(event.dataTransfer.files);
      if (paths.length > 0) onPaths(paths);
      else onRefused();
    },
  };
  return { isOver, handlers };
}
