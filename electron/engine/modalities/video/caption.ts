import { readFile } from 'node:fs/promises';
import type { ChatPart } from '../../judges/define.ts';
import { unscored } from '../../media/decode/decoded.ts';
import { readMediaFacts } from '../../media/facts.ts';
import { findFrameBackend, openVideo, type OpenVideo } from '../../media/frames/open-video.ts';
import { prepareSound } from '../audio/caption.ts';
import {
  type CaptionLimits,
  type CaptionPreparer,
  formatCount,
  formatPixels,
  formatSeconds,
} from '../caption-input.ts';
import { captionFrames } from './caption-frames.ts';

/** The file itself where the endpoint takes it, else frames with their times, and the sound. */
export const prepareVideoCaption: CaptionPreparer = async (source, limits) => {
  if (source.kind === 'inline') return unscored('unsupported', 'It is text and no file.');
  const { path } = source;
  const whole = await wholeFile(path, limits);
  const opened = await openVideo(path, await findFrameBackend());
  if (opened.status === 'unscored') {
    // nothing to decode with, but the endpoint can
    const isSent = opened.code === 'unsupported' && whole.part !== undefined;
    return isSent
      ? { status: 'prepared', parts: [whole.part], facts: await headerFacts(path), notes: [] }
      : opened;
  }
  const facts = factsOf(opened.value);
  if (whole.part !== undefined) {
    return { status: 'prepared', parts: [whole.part], facts, notes: opened.notes };
  }
  if (!limits.takes.image) {
    return unscored('unsupported', `${whole.why} It takes no pictures either.`);
  }
  const frames = await captionFrames(opened.value, limits);
  if (frames.status === 'unscored') return frames;
  const count = frames.value.length / 2; // each has a label
  const sound = await soundOf(opened.value, limits);
  return {
    status: 'prepared',
    parts: [...frames.value, ...sound.parts],
    facts: { ...facts, sent: `${count} ${count === 1 ? 'frame' : 'frames'}${sound.sent}` },
    notes: [...opened.notes, whole.why, ...frames.notes, ...sound.notes],
  };
};

type WholeFile =
  | { readonly part: ChatPart; readonly why?: undefined }
  | { readonly part?: undefined; readonly why: string };

async function wholeFile(path: string, { takes, mediaBytes }: CaptionLimits): Promise<WholeFile> {
  if (!takes.video) return { why: 'The captioner takes no video; frames were chosen.' };
  // a file that is not there is told by whoever opens it
  const facts = await readMediaFacts(path).catch(() => undefined);
  if (facts === undefined || facts.broken !== undefined) return { why: '' };
  if (facts.detectedType !== 'video/mp4') return { why: 'It is no MP4; frames were chosen.' };
  if (facts.sizeBytes > mediaBytes) {
    const [size, limit] = [facts.sizeBytes, mediaBytes].map((bytes) => (bytes / 1e6).toFixed(1));
    return {
      why: `It has ${size} MB, more than the ${limit} MB that are sent; frames were chosen.`,
    };
  }
  return { part: { type: 'video', mimeType: 'video/mp4', bytes: await readFile(path) } };
}

async function soundOf({ path, probe }: OpenVideo, limits: CaptionLimits) {
  const none = { parts: [] as readonly ChatPart[], sent: '' };
  if (!probe.hasAudio) return { ...none, notes: [] };
  if (!limits.takes.audio) {
    return { ...none, notes: ['The captioner takes no sound; it was not sent.'] };
  }
  const sound = await prepareSound(path, limits);
  return sound.status === 'unscored'
    ? { ...none, notes: [`The sound was not sent: ${sound.reason}`] }
    : { parts: [sound.value.part], sent: ' and the sound', notes: sound.notes };
}

function factsOf({ probe }: OpenVideo): Record<string, string> {
  const { widthPx, heightPx, durationS, frameRate, hasAudio } = probe;
  return {
    ...(durationS !== undefined && { duration: formatSeconds(durationS) }),
    size: formatPixels(widthPx, heightPx),
    ...(frameRate !== undefined && { 'frame rate': `${Number(frameRate.toFixed(2))} a second` }),
    sound: hasAudio ? 'yes' : 'none',
  };
}

async function headerFacts(path: string): Promise<Record<string, string>> {
  const { durationMs, widthPx, heightPx, sizeBytes } = await readMediaFacts(path);
  return {
    ...(durationMs !== undefined && { duration: formatSeconds(durationMs / 1000) }),
    ...(widthPx !== undefined &&
      heightPx !== undefined && { size: formatPixels(widthPx, heightPx) }),
    bytes: formatCount(sizeBytes),
  };
}
