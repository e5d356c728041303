// What other systems wrote, made predictions: looked at first, written only when that is asked for.
import { z } from 'zod';
import { NativeLook, NativePreview, NativeReport, NativeRequest } from '../../model/native.ts';
import { Path, command, query } from './define.ts';

export const nativeMethods = {
  /** What a folder seems to be; works without a project. */
  'import.nativeLook': query(z.object({ dir: Path }), NativeLook),

  /** The first ten samples with their instances, and where everything goes; writes nothing. */
  'import.nativePreview': query(NativeRequest, NativePreview),

  /** Writes the predictions and their files; `import.start` then reads them as a model's. */
  'import.nativeWrite': command(NativeRequest.extend({ out: Path }), NativeReport),
} as const;
