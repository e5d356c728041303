import { protocol } from 'electron';
import { MEDIA_SCHEME } from '../../shared/api/bridge.ts';
import type { Engine } from '../engine/index.ts';
import { answerMediaRequest } from './media-response.ts';

/** Serves media at `media://file/<id>`, inside the opened folders only. */
export function serveMedia(engine: Engine): void {
  protocol.handle(MEDIA_SCHEME, (request) => answerMediaRequest(engine.resolveMedia, request));
}
