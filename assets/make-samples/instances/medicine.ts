import { file, value, type InstanceSpec } from '../build/spec.ts';
import { beatTimes, ecgStrip } from '../draw/ecg.ts';
import { damaged, png } from '../draw/render.ts';
import { encodeSound } from '../sound/encode.ts';
import { heartSounds } from '../sound/heart.ts';

const rhythm: InstanceSpec = {
  field: 'natural_science',
  folder: '8_medicine',
  id: '0071',
  difficulty: 2,
  capabilities: ['C1', 'C3', 'C7'],
  input: {
    content:
      'The strip in <image1> was recorded at rest. Name the heart rate and the rhythm, and let the matching heart sounds be heard over about six seconds. Give the one-line finding for the record as a separate text item. The answer must include 1 audio and 1 text.',
    items: {
      image1: file('png', 'Six seconds of an electrocardiogram with even beats', () =>
        png(ecgStrip('regular', 'Lead II, at rest'), 48),
      ),
    },
  },
  output: {
    content:
      'The R waves stand 0.80 s apart, that is 75 beats a minute, and each is preceded by a P wave: a regular sinus rhythm.\n\n<audio1>\n\nFinding: <text1>',
    items: {
      audio1: file('mp3', 'Heart sounds, lub-dub, at an even 75 beats a minute', () =>
        encodeSound(heartSounds(beatTimes('regular', 6), 6), 'mp3'),
      ),
      text1: value('Sinus rhythm, 75/min, no abnormality in lead II.', 'One-line finding'),
    },
  },
  answers: {
    aria: {
      content:
        'RR interval 0.80 s → **75/min**, P before every QRS → regular sinus rhythm. <audio1>\n\n<text1>',
      items: {
        audio1: file('mp3', 'Heart sounds at 75 beats a minute with slight noise', () =>
          encodeSound(heartSounds(beatTimes('regular', 6), 6, 0.01), 'mp3'),
        ),
        text1: value('Regular sinus rhythm at 75 beats per minute.', 'Finding'),
      },
      scores: { sc: 4, hc: 5, sh: 4, gq: { audio1: 58.43 } },
    },
    polyglot: {
      content:
        'The rhythm is irregular, which suggests atrial fibrillation at about 90 per minute: <audio1> Please see a doctor. <text1>',
      items: {
        audio1: file('wav', 'Irregular heart sounds in strong noise', () =>
          encodeSound(heartSounds(beatTimes('irregular', 4), 4, 0.12), 'wav'),
        ),
        text1: value('Atrial fibrillation.', 'Finding'),
      },
      scores: { sc: 1, hc: 2, sh: 3, gq: { audio1: 31.87 } },
    },
    echo: {
      content: 'The heart beats 75 times. Here is a picture of the sound: <image2>',
      items: {
        image2: file('jpg', 'A smeared, reddish heart curve', () =>
          damaged(ecgStrip('irregular', ''), {
            blur: 3,
            noise: 18,
            saturation: 3,
            width: 620,
            quality: 45,
          }),
        ),
      },
      scores: { sc: 3, hc: 2, sh: 2, gq: { image2: 41.02 } },
    },
  },
};

/** Medicine of the demo. */
export const medicine: readonly InstanceSpec[] = [rhythm];
